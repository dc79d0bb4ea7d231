package org.npp.cait;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.npp.core.transport.DiffusivityLaw;

/**
 * Diffusivity of an ion interpolated in a table of its own fraction \( c = n/N \): a monotone cubic in \( \ln D \),
 * constant outside the table.
 *
 * <p>\[ \ln D(c) = h_{00}(s)\,y_k + h_{01}(s)\,y_{k+1} + \Delta_k\,[h_{10}(s)\,m_k + h_{11}(s)\,m_{k+1}], \qquad
 * s = \frac{c - c_k}{\Delta_k} \]
 *
 * <p>with \( y_k = \ln D_k \), \( \Delta_k = c_{k+1} - c_k \), the cubic Hermite functions \( h \), and the slopes
 * \( m_k \) of Fritsch and Butland: 0 where the secants change sign, their weighted harmonic mean elsewhere, the
 * one-sided three-point slope, limited to keep the shape, at the ends. Between two points the curve never leaves their
 * range. \( D \) is the effective (conductivity) diffusion coefficient; it does not depend on temperature, and the law
 * has no parameters.
 *
 * <p><strong>Derivative.</strong> Continuous inside the table, 0 outside; at an end point that of the inside.
 * <strong>Threading.</strong> Instances are immutable and thread-safe; the numerical methods allocate nothing.
 *
 * <pre>{@code
 * DiffusivityLaw law = TableDiffusivity.of(new double[] {0, 0.2, 1}, new double[] {1e-22, 1e-21, 1e-17}, 1.41e28);
 * double d = law.value(0, new double[] {0.2 * 1.41e28}, 300); // 1e-21 m^2/s
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1137/0717021">Fritsch and Carlson, SIAM J. Numer. Anal. 17, 238 (1980)</a>
 * @see <a href="https://doi.org/10.1137/0905021">Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 300 (1984)</a>
 */
public final class TableDiffusivity implements DiffusivityLaw {
    /** Fractions [1], strictly increasing. */
    private final double[] fractions;

    /** ln(D / (1 m&sup2;/s)) [1]. */
    private final double[] logs;

    /** Slopes d ln D/dc [1]. */
    private final double[] slopes;

    /** Density that fractions refer to [1/m&sup3;]. */
    private final double bulkDensity;

    private TableDiffusivity(double[] fractions, double[] logs, double bulkDensity) {
        this.fractions = fractions;
        this.logs = logs;
        this.slopes = slopes(fractions, logs);
        this.bulkDensity = bulkDensity;
    }

    /**
     * Creates the law from its points.
     *
     * @param fractions \( c_k \) [1], at least two, finite, \( \ge 0 \), strictly increasing. Not modified.
     * @param diffusivities \( D_k \) [m&sup2;/s], as many, finite, \( \gt 0 \). Not modified.
     * @param bulkDensity \( N \) [1/m&sup3;], the density of fraction 1, finite, \( \gt 0 \)
     * @return the law
     * @throws IllegalArgumentException if a rule is broken; the message names the point
     */
    public static TableDiffusivity of(double[] fractions, double[] diffusivities, double bulkDensity) {
        if (fractions.length < 2 || fractions.length != diffusivities.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "diffusivity table needs as many diffusivities as fractions, at least two: %d fractions, %d"
                            + " diffusivities",
                    fractions.length,
                    diffusivities.length));
        }
        if (!(bulkDensity > 0 && bulkDensity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "bulkDensity must be finite and > 0: %s 1/m^3", bulkDensity));
        }
        double last = -Double.MIN_VALUE;
        final double[] logs = new double[fractions.length];
        for (int k = 0; k < fractions.length; k++) {
            if (!(fractions[k] > last && fractions[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "fractions must be finite, >= 0 and increase strictly: fraction[%d] = %s",
                        k,
                        fractions[k]));
            }
            if (!(diffusivities[k] > 0 && diffusivities[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "diffusivities must be finite and > 0: diffusivity[%d] = %s m^2/s",
                        k,
                        diffusivities[k]));
            }
            last = fractions[k];
            logs[k] = Math.log(diffusivities[k]);
        }
        return new TableDiffusivity(fractions.clone(), logs, bulkDensity);
    }

    private static double[] slopes(double[] x, double[] y) {
        final int n = x.length;
        final double[] m = new double[n];
        for (int k = 1; k < n - 1; k++) {
            final double left = secant(x, y, k - 1);
            final double right = secant(x, y, k);
            if (left * right > 0) {
                final double a = x[k] - x[k - 1];
                final double b = x[k + 1] - x[k];
                m[k] = 3 * (a + b) / ((2 * b + a) / left + (b + 2 * a) / right);
            }
        }
        if (n == 2) {
            Arrays.fill(m, secant(x, y, 0));
        } else {
            m[0] = endSlope(x[1] - x[0], x[2] - x[1], secant(x, y, 0), secant(x, y, 1));
            m[n - 1] = endSlope(x[n - 1] - x[n - 2], x[n - 2] - x[n - 3], secant(x, y, n - 2), secant(x, y, n - 3));
        }
        return m;
    }

    private static double secant(double[] x, double[] y, int k) {
        return (y[k + 1] - y[k]) / (x[k + 1] - x[k]);
    }

    /** Three-point slope at an end, limited so that the first interval stays monotone. */
    private static double endSlope(double near, double far, double secant, double next) {
        final double slope = ((2 * near + far) * secant - near * next) / (near + far);
        if (slope * secant <= 0) {
            return 0;
        }
        return secant * next < 0 && Math.abs(slope) > 3 * Math.abs(secant) ? 3 * secant : slope;
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        final double c = densities[ion] / bulkDensity;
        final int last = fractions.length - 1;
        if (c <= fractions[0] || c >= fractions[last]) {
            return Math.exp(logs[c <= fractions[0] ? 0 : last]);
        }
        final int k = interval(c);
        final double width = fractions[k + 1] - fractions[k];
        final double s = (c - fractions[k]) / width;
        final double r = 1 - s;
        final double blend = s * s * (3 - 2 * s);
        final double bend = width * s * r * (slopes[k] * r - slopes[k + 1] * s);
        return Math.exp(logs[k] + blend * (logs[k + 1] - logs[k]) + bend);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final double d = value(ion, densities, temperature);
        final double c = densities[ion] / bulkDensity;
        if (c >= fractions[0] && c <= fractions[fractions.length - 1]) {
            final int k = interval(c);
            final double width = fractions[k + 1] - fractions[k];
            final double s = (c - fractions[k]) / width;
            final double r = 1 - s;
            final double slope = 6 * s * r * (logs[k + 1] - logs[k]) / width
                    + slopes[k] * r * (1 - 3 * s)
                    + slopes[k + 1] * s * (3 * s - 2);
            byDensity[ion] = d * slope / bulkDensity;
        }
        return d;
    }

    /** Index k of the interval [c_k, c_k+1] that holds c. */
    private int interval(double c) {
        final int found = Arrays.binarySearch(fractions, c);
        return Math.min(found >= 0 ? found : -found - 2, fractions.length - 2);
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        return 0;
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        // there are none
    }
}
