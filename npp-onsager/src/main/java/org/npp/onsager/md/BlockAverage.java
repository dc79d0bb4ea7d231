package org.npp.onsager.md;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.uncertainty.Estimate;

/**
 * Mean of M quantities over B blocks of a run, and the covariance of that mean from the scatter of the blocks.
 *
 * <p>\[ C = \frac{1}{B(B - 1)} \sum_b (x_b - \bar x)(x_b - \bar x)^T \]
 *
 * <p>right for blocks that are independent. Whether they are, {@linkplain #halved halving} tells: the standard error grows
 * while neighbours are correlated, and stays within \( 1/\sqrt{2(B - 1)} \) of itself, its own relative error, once they are
 * not. <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * BlockAverage blocks = series.slopes(1e-10, 1e-9);
 * double error = blocks.estimate().standardError(0);
 * double longer = blocks.halved().estimate().standardError(0); // much larger: take longer blocks
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1063/1.457480">Flyvbjerg and Petersen, J. Chem. Phys. 91, 461 (1989)</a>
 */
public final class BlockAverage {
    /** Block by quantity. */
    private final double[][] blocks;

    private BlockAverage(double[][] blocks) {
        this.blocks = blocks;
    }

    /**
     * Creates the average.
     *
     * @param blocks value of quantity m in block b at [b][m], B &ge; 2 blocks in the order of time, M &ge; 1 quantities, finite. Not
     *     modified.
     * @return the average
     * @throws IllegalArgumentException if the array is not such
     */
    public static BlockAverage of(double[][] blocks) {
        if (blocks.length < 2) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "blocks must be at least 2 to have a scatter: %d", blocks.length));
        }
        final double[][] copy = new double[blocks.length][];
        for (int b = 0; b < blocks.length; b++) {
            Arguments.atLeastOne("blocks[" + b + "]", blocks[b].length);
            if (blocks[b].length != blocks[0].length) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "blocks must have the same quantities: %d in block %d, %d in block 0",
                        blocks[b].length,
                        b,
                        blocks[0].length));
            }
            for (int m = 0; m < blocks[b].length; m++) {
                Arguments.finite(Arguments.entry("blocks", b, m), blocks[b][m], "in its unit");
            }
            copy[b] = blocks[b].clone();
        }
        return new BlockAverage(copy);
    }

    /**
     * Returns the number of blocks.
     *
     * @return B
     */
    public int blocks() {
        return blocks.length;
    }

    /**
     * Returns means and covariance.
     *
     * @return the estimate; with B &le; M blocks its covariance is singular
     */
    public Estimate estimate() {
        final int quantities = blocks[0].length;
        final double[] mean = new double[quantities];
        for (double[] block : blocks) {
            for (int m = 0; m < quantities; m++) {
                mean[m] += block[m] / blocks.length;
            }
        }
        final double weight = 1 / ((double) blocks.length * (blocks.length - 1));
        final DMatrixRMaj covariance = new DMatrixRMaj(quantities, quantities);
        for (double[] block : blocks) {
            for (int m = 0; m < quantities; m++) {
                for (int k = 0; k < quantities; k++) {
                    covariance.add(m, k, (block[m] - mean[m]) * weight * (block[k] - mean[k]));
                }
            }
        }
        return Estimate.of(mean, covariance);
    }

    /**
     * Returns the average over pairs of neighbouring blocks; an odd last block is dropped.
     *
     * @return the average over B/2 blocks of double length
     * @throws IllegalStateException if there are fewer than 4 blocks
     */
    public BlockAverage halved() {
        if (blocks.length < 4) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "blocks must be at least 4 to be halved: %d", blocks.length));
        }
        final double[][] pairs = new double[blocks.length / 2][blocks[0].length];
        for (int b = 0; b < pairs.length; b++) {
            for (int m = 0; m < pairs[b].length; m++) {
                pairs[b][m] = 0.5 * blocks[2 * b][m] + 0.5 * blocks[2 * b + 1][m];
            }
        }
        return new BlockAverage(pairs);
    }

    /**
     * Returns the relative error that the standard errors themselves have, \( 1/\sqrt{2(B - 1)} \), for independent blocks.
     *
     * @return the relative error [1]
     */
    public double errorOfStandardError() {
        return 1 / Math.sqrt(2.0 * (blocks.length - 1));
    }
}
