package org.npp.cait.inference;

import java.util.Locale;

/**
 * Figures that tell whether a {@link Chain} has seen its density, coordinate by coordinate.
 *
 * <p><strong>Integrated autocorrelation time</strong> \( \tau = 1 + 2 \sum_{t=1}^{M} \rho(t) \) [steps] with
 * \( \rho \) the mean autocorrelation of the walkers and \( M \) the least lag with \( M \ge 5 \tau(M) \) (Sokal's
 * window). The mean over a chain of \( n \) steps of \( W \) walkers has the error of \( nW/\tau \) independent values.
 *
 * <p><strong>Split \( \hat R \)</strong>, \( \sqrt{[(h - 1) s_W^2/h + s_B^2]/s_W^2} \) over the two halves, of \( h \)
 * steps, of each walker's series: \( s_W^2 \) mean of their variances, \( s_B^2 \) variance of their means. 1 in the
 * limit; walkers are not quite independent, so it is a little too good.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1214/ss/1177011136">Gelman and Rubin, Statist. Sci. 7, 457 (1992)</a>
 */
public final class Convergence {
    /** Window over autocorrelation time; the sum's bias is then about e^-5. */
    private static final double WINDOW = 5;

    /** Chain length over autocorrelation time from which on the time itself is known well enough. */
    private static final double LENGTH = 50;

    private static final double R_HAT = 1.05;

    private static final int LEAST = 4;

    private final double[] times;
    private final double[] rHats;
    private final int steps;
    private final int walkers;

    private Convergence(double[] times, double[] rHats, int steps, int walkers) {
        this.times = times;
        this.rHats = rHats;
        this.steps = steps;
        this.walkers = walkers;
    }

    /**
     * Computes the figures.
     *
     * @param chain the chain
     * @param from first step that counts; at least 4 must
     * @return the figures
     * @throws IllegalArgumentException if less than 4 steps count
     */
    public static Convergence of(Chain chain, int from) {
        final int steps = chain.steps() + 1 - from;
        if (!(from >= 0 && steps >= LEAST)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "at least %d steps must count: first %d of %d", LEAST, from, chain.steps() + 1));
        }
        final double[] times = new double[chain.dimension()];
        final double[] rHats = new double[chain.dimension()];
        for (int i = 0; i < times.length; i++) {
            final double[][] series = new double[chain.walkers()][];
            for (int k = 0; k < series.length; k++) {
                series[k] = chain.series(k, i, from);
            }
            times[i] = autocorrelationTime(series);
            rHats[i] = rHat(series);
        }
        return new Convergence(times, rHats, steps, chain.walkers());
    }

    private static double autocorrelationTime(double[][] series) {
        final double[] means = new double[series.length];
        double zero = 0;
        for (int k = 0; k < series.length; k++) {
            means[k] = mean(series[k], 0, series[k].length);
            zero += covariance(series[k], means[k], 0);
        }
        if (!(zero > 0)) {
            return Double.POSITIVE_INFINITY; // nothing moved
        }
        double time = 1;
        for (int lag = 1; lag < series[0].length && lag < WINDOW * time; lag++) {
            double sum = 0;
            for (int k = 0; k < series.length; k++) {
                sum += covariance(series[k], means[k], lag);
            }
            time += 2 * sum / zero;
        }
        return Math.max(1, time);
    }

    private static double covariance(double[] series, double mean, int lag) {
        double sum = 0;
        for (int s = 0; s + lag < series.length; s++) {
            sum += (series[s] - mean) * (series[s + lag] - mean);
        }
        return sum;
    }

    private static double mean(double[] series, int from, int count) {
        double sum = 0;
        for (int s = from; s < from + count; s++) {
            sum += series[s];
        }
        return sum / count;
    }

    private static double rHat(double[][] series) {
        final int half = series[0].length / 2;
        final int parts = 2 * series.length;
        final double[] means = new double[parts];
        double within = 0;
        for (int p = 0; p < parts; p++) {
            final double[] own = series[p / 2];
            final int begin = p % 2 == 0 ? 0 : own.length - half;
            means[p] = mean(own, begin, half);
            for (int s = begin; s < begin + half; s++) {
                within += (own[s] - means[p]) * (own[s] - means[p]) / (half - 1) / parts;
            }
        }
        final double all = mean(means, 0, parts);
        double between = 0;
        for (final double mean : means) {
            between += (mean - all) * (mean - all) / (parts - 1);
        }
        return within > 0 ? Math.sqrt(((half - 1) * within / half + between) / within) : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns an integrated autocorrelation time.
     *
     * @param coordinate index
     * @return time [steps], \( \ge 1 \); infinite if no walker moved
     */
    public double autocorrelationTime(int coordinate) {
        return times[coordinate];
    }

    /**
     * Returns the number of independent values that would tell the mean as well.
     *
     * @param coordinate index
     * @return number of values [1]
     */
    public double effectiveSize(int coordinate) {
        return (double) steps * walkers / times[coordinate];
    }

    /**
     * Returns a split \( \hat R \).
     *
     * @param coordinate index
     * @return ratio [1], near 1 if all parts of the chain agree; infinite if no walker moved
     */
    public double rHat(int coordinate) {
        return rHats[coordinate];
    }

    /**
     * Tells whether the chain is long enough: 50 autocorrelation times and \( \hat R \lt 1.05 \) in every coordinate.
     *
     * @return whether it is
     */
    public boolean reached() {
        boolean reached = true;
        for (int i = 0; i < times.length; i++) {
            reached &= steps >= LENGTH * times[i] && rHats[i] < R_HAT;
        }
        return reached;
    }
}
