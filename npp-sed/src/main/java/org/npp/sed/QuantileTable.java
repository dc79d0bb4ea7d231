package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.Arrays;

/**
 * One tail of a shape's quantile, \( Q(p) \) or \( Q(1 - q) \), as a table over the binades of the probability: uniform in
 * relative resolution down to the smallest, and without a logarithm in its index.
 *
 * <p>A binade is tabulated when it is first asked for; see {@link QuantilePiece} for how, and how exactly. Half of the
 * sites and more, and less than the table's last binade, are not tabulated.
 *
 * <p><strong>Threading.</strong> Thread-safe without locks: what fills a binade is immutable and the same whoever made it,
 * so that threads that ask at once at most make it twice.
 */
final class QuantileTable implements QuantilePiece.Function {
    /** Largest error of an energy [J]: \( 10^{-11} kT \) at 300 K. */
    static final double TOLERANCE = 1e-11 * 300 * BOLTZMANN;

    /** The shape. */
    private final SiteEnergyDistribution shape;

    /** Whether the argument is the share of sites above the energy, and not below. */
    private final boolean upper;

    /** The binades from [1/2, 1) on downwards; {@link QuantilePiece#NOWHERE} if not yet tabulated. */
    private final QuantilePiece[] pieces;

    private QuantileTable(SiteEnergyDistribution shape, boolean upper, int binades) {
        this.shape = shape;
        this.upper = upper;
        this.pieces = new QuantilePiece[binades + 1];
        Arrays.fill(pieces, QuantilePiece.NOWHERE);
    }

    /** Energy against the share of sites below it, in \( [2^{-1-binades}, 1/2) \). */
    static QuantileTable ofLower(SiteEnergyDistribution shape, int binades) {
        return new QuantileTable(shape, false, binades);
    }

    /** Energy against the share of sites above it, in \( [2^{-1-binades}, 1/2) \). */
    static QuantileTable ofUpper(SiteEnergyDistribution shape, int binades) {
        return new QuantileTable(shape, true, binades);
    }

    /** The piece to evaluate at a probability \( \ge 0 \); it gives NaN where the probability is not tabulated. */
    QuantilePiece at(double probability) {
        final int k = -1 - Math.getExponent(probability);
        if (k > 0 && k < pieces.length) {
            final QuantilePiece piece = pieces[k];
            return piece == QuantilePiece.NOWHERE ? tabulate(k) : piece;
        }
        return QuantilePiece.NOWHERE;
    }

    private QuantilePiece tabulate(int k) {
        final QuantilePiece piece = QuantilePiece.of(this, -1 - k, TOLERANCE);
        pieces[k] = piece;
        return piece;
    }

    /** Energy [J] from the shape itself. */
    @Override
    public double value(double probability) {
        return upper ? shape.complementaryQuantile(probability) : shape.quantile(probability);
    }

    /** Derivative of the energy to the probability [J] from the shape itself; infinite where there are no sites. */
    @Override
    public double slope(double probability, double energy) {
        return (upper ? -1 : 1) / shape.density(energy);
    }
}
