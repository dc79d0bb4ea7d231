package org.npp.sed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Diffusivities of an ion measured at several densities, with their errors, to read a site energy distribution from.
 *
 * <p>Where neighbouring points fall instead of rising, no distribution passes through both; {@link #falls} tells.
 * {@link #estimate} smooths and keeps the diffusivity increasing. <strong>Threading.</strong> Instances are immutable and
 * thread-safe.
 */
public final class MeasuredDiffusivity {
    /** Least number of points. */
    private static final int LEAST_POINTS = 5;

    /** Densities [1/m&sup3;], strictly increasing. */
    private final double[] n;

    /** Logarithms of the diffusivities in m&sup2;/s. */
    private final double[] logarithm;

    /** Standard errors of the logarithms. */
    private final double[] error;

    private MeasuredDiffusivity(double[] n, double[] logarithm, double[] error) {
        this.n = n;
        this.logarithm = logarithm;
        this.error = error;
    }

    /**
     * Takes points in any order.
     *
     * @param densities at least five different densities [1/m&sup3;], finite, \( \gt 0 \). Not modified.
     * @param diffusivities as many diffusivities [m&sup2;/s], finite, \( \gt 0 \). Not modified.
     * @param relativeErrors as many relative standard errors of them [1], finite, \( \gt 0 \). Not modified.
     * @return the points
     * @throws IllegalArgumentException if a value is outside its range or the lengths differ
     */
    public static MeasuredDiffusivity of(double[] densities, double[] diffusivities, double[] relativeErrors) {
        final int count = densities.length;
        if (!(count >= LEAST_POINTS && diffusivities.length == count && relativeErrors.length == count)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "densities, diffusivities and relativeErrors must be of one length >= %d: %d, %d, %d",
                    LEAST_POINTS,
                    count,
                    diffusivities.length,
                    relativeErrors.length));
        }
        final int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> densities[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        final double[] n = new double[count];
        final double[] logarithm = new double[count];
        final double[] error = new double[count];
        for (int i = 0; i < count; i++) {
            final int k = order[i];
            n[i] = positive("densities", k, densities[k], "1/m^3");
            logarithm[i] = Math.log(positive("diffusivities", k, diffusivities[k], "m^2/s"));
            error[i] = positive("relativeErrors", k, relativeErrors[k], "");
            if (i > 0 && !(n[i] > n[i - 1])) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "densities must differ: %s 1/m^3 twice", n[i]));
            }
        }
        return new MeasuredDiffusivity(n, logarithm, error);
    }

    /**
     * Returns the least density measured.
     *
     * @return density [1/m&sup3;]
     */
    public double leastDensity() {
        return n[0];
    }

    /**
     * Returns the greatest density measured.
     *
     * @return density [1/m&sup3;]
     */
    public double greatestDensity() {
        return n[n.length - 1];
    }

    /**
     * Looks for neighbouring points that fall.
     *
     * @param significance least drop to report, in its own standard errors [1], \( \ge 0 \); 0 reports every fall
     * @return the falls, by increasing density; unmodifiable
     */
    public List<DiffusivityFall> falls(double significance) {
        final List<DiffusivityFall> falls = new ArrayList<>();
        for (int i = 1; i < n.length; i++) {
            final double drop = logarithm[i - 1] - logarithm[i];
            final double standard = Math.hypot(error[i - 1], error[i]);
            if (drop >= 0 && drop >= significance * standard) {
                falls.add(new DiffusivityFall(n[i - 1], n[i], drop, standard));
            }
        }
        return List.copyOf(falls);
    }

    /**
     * Estimates the site energy distribution.
     *
     * @param bulkDensity density whose Fermi energy is the zero [1/m&sup3;], between the least and the greatest measured
     * @param temperature \( T \) of the measurement [K], finite, \( \gt 0 \)
     * @param rule how much to smooth
     * @return the estimate
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public EstimatedSed estimate(double bulkDensity, double temperature, SmoothingRule rule) {
        if (!(bulkDensity >= leastDensity() && bulkDensity <= greatestDensity())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "bulkDensity must be in [%s, %s] 1/m^3: %s",
                    leastDensity(),
                    greatestDensity(),
                    bulkDensity));
        }
        positive("temperature", -1, temperature, "K");
        final double[] x = new double[n.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.log(n[i] / n[0]);
        }
        return new EstimatedSed(
                MonotoneSmoother.of(x, logarithm, error).fit(rule), n[0], greatestDensity(), bulkDensity, temperature);
    }

    private static double positive(String name, int index, double value, String unit) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        final String place = index < 0 ? name : name + "[" + index + "]";
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be finite and > 0: %s %s", place, value, unit)
                        .trim());
    }
}
