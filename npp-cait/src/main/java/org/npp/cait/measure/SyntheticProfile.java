package org.npp.cait.measure;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;

/**
 * A measurement made up from a simulation: its profile broadened, and counted in channels with Poisson noise.
 *
 * <p>Channel \( k \) is centred at \( (k + \tfrac12)\,\Delta x \) and counts, of an ion at fraction \( c \), a Poisson number
 * of mean \( c\,n \); its fraction is the count over \( n \), its error \( \sqrt{\max(\mathrm{count}, 1)}/n \). The value at
 * the centre stands for the channel. The same seed gives the same numbers.
 *
 * @param resolution what broadens the profile
 * @param counts expected counts at bulk density per channel, \( n \) [1], in [1, 1e8]
 * @param spacing width of a channel, \( \Delta x \) [m], finite, \( \gt 0 \)
 * @param seed seed of the noise
 */
public record SyntheticProfile(DepthResolution resolution, double counts, double spacing, long seed) {
    /** Most channels. */
    private static final int MOST_CHANNELS = 1_000_000;

    /** Most counts: the sampler works with integers. */
    private static final double MOST_COUNTS = 1e8;

    /**
     * Checks the numbers.
     *
     * @param resolution what broadens the profile
     * @param counts expected counts at bulk density per channel [1], in [1, 1e8]
     * @param spacing width of a channel [m], finite, \( \gt 0 \)
     * @param seed seed of the noise
     * @throws IllegalArgumentException if one breaks its rule
     */
    public SyntheticProfile {
        if (!(counts >= 1 && counts <= MOST_COUNTS)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "counts must be in [1, 1e8]: %s", counts));
        }
        if (!(spacing > 0 && spacing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "spacing must be finite and > 0: %s m", spacing));
        }
    }

    /**
     * Measures a result.
     *
     * @param result a simulation
     * @param depth depth down to which to measure [m], at least ten channels
     * @return the profile of all its ions, marked as synthetic
     * @throws IllegalArgumentException if the depth holds fewer than ten channels or more than a million
     */
    public MeasuredProfile of(CaitResult result, double depth) {
        final double channels = Math.ceil(depth / spacing);
        if (!(channels >= MeasuredProfile.LEAST_POINTS && channels <= MOST_CHANNELS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "spacing must give %d to %d channels in %s m: %s m",
                    MeasuredProfile.LEAST_POINTS,
                    MOST_CHANNELS,
                    depth,
                    spacing));
        }
        final double[] x = new double[(int) channels];
        for (int k = 0; k < x.length; k++) {
            x[k] = (k + 0.5) * spacing;
        }
        final List<CaitIon> ions = result.experiment().ions();
        final double[][] fractions = new double[ions.size()][x.length];
        final double[][] sigmas = new double[ions.size()][x.length];
        final RandomGenerator random = new Well19937c(seed);
        final double[] nodes = result.finalState().mesh().toArray();
        for (int i = 0; i < fractions.length; i++) {
            resolution.apply(nodes, result.finalState().densities(i), x, fractions[i]);
            for (int k = 0; k < x.length; k++) {
                final double mean =
                        counts * fractions[i][k] / result.experiment().bulkDensity();
                final double count = mean > 0 ? new PoissonDistribution(random, mean, 1e-12, 10_000_000).sample() : 0;
                fractions[i][k] = count / counts;
                sigmas[i][k] = Math.sqrt(Math.max(1, count)) / counts;
            }
        }
        return MeasuredProfile.of(x, ions.stream().map(CaitIon::name).toList(), fractions, sigmas, true);
    }
}
