package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.npp.core.transport.DiffusivityLaw;

/**
 * Site energy distribution behind a diffusivity that is known as a function of the density.
 *
 * <p>\[ E_F(n) - E_F(N) = kT \ln\frac{D(n)}{D(N)}, \qquad
 * N_s\,g(E_F(n)) = \left( kT\,\frac{d \ln D}{dn} \right)^{-1} \]
 *
 * <p>with \( n \) the density of the ion and \( N \) that of the bulk [1/m&sup3;], \( N_s g \) the number of sites per
 * volume and energy [1/(J m&sup3;)]. \( D \) must increase strictly; {@link #falls} says where it does not.
 *
 * <p><strong>Accuracy.</strong> \( N_s g \) as good as the derivative: from a law to about 1e-9 relative, from a plain
 * function, by differences of eighth order in \( \ln n \) with the step that agrees best with its neighbour, within 1e-6
 * for a Gaussian wherever \( g \) exceeds a millionth of its maximum, away from kinks; see
 * {@code InvertedDiffusivityTest}. For measured points see {@link MeasuredDiffusivity}. <strong>Threading.</strong>
 * Immutable, and thread-safe if the function is.
 *
 * <pre>{@code
 * InvertedDiffusivity sites = InvertedDiffusivity.of(n -> 1e-17 * Math.pow(n / 1.41e28, 4), 1.41e28, 300, 1e26, 1.41e28);
 * double energy = sites.fermiEnergy(1e27); // J, below that of the bulk
 * double perJoule = sites.sitesPerEnergy(1e27); // 1/(J m^3): exponential, its decay energy 4 kT
 * }</pre>
 */
public final class InvertedDiffusivity {
    /** \( \ln D \) against the density. */
    private final DoubleUnaryOperator logarithm;

    /** \( d \ln D/d \ln n \) against the density. */
    private final DoubleUnaryOperator exponent;

    /** Thermal energy [J]. */
    private final double kT;

    /** \( \ln D(N) \). */
    private final double bulk;

    private InvertedDiffusivity(
            DoubleUnaryOperator logarithm, DoubleUnaryOperator exponent, double bulkDensity, double temperature) {
        this.logarithm = logarithm;
        this.exponent = exponent;
        this.kT = BOLTZMANN * temperature;
        this.bulk = logarithm.applyAsDouble(bulkDensity);
    }

    /**
     * Inverts a law of one ion, with the law's own derivative.
     *
     * @param law diffusivity of an ion that is alone
     * @param bulkDensity \( N \), density whose Fermi energy is the zero [1/m&sup3;], finite, \( \gt 0 \)
     * @param temperature \( T \) [K], finite, \( \gt 0 \)
     * @return the inverted law
     * @throws IllegalArgumentException if an argument is outside its range or the law is not positive at the bulk density
     */
    public static InvertedDiffusivity of(DiffusivityLaw law, double bulkDensity, double temperature) {
        check("bulkDensity", bulkDensity, "1/m^3");
        check("temperature", temperature, "K");
        final DoubleUnaryOperator exponent = n -> {
            final double[] byDensity = new double[1];
            final double d = law.linearize(0, new double[] {n}, temperature, byDensity);
            return n * byDensity[0] / d;
        };
        return new InvertedDiffusivity(
                n -> logarithm(n, law.value(0, new double[] {n}, temperature)), exponent, bulkDensity, temperature);
    }

    /**
     * Inverts a function.
     *
     * @param diffusivity \( D \) [m&sup2;/s] of a density [1/m&sup3;]; smooth, \( \gt 0 \)
     * @param bulkDensity \( N \), density whose Fermi energy is the zero [1/m&sup3;], finite, \( \gt 0 \)
     * @param temperature \( T \) [K], finite, \( \gt 0 \)
     * @param least least density at which the function may be evaluated [1/m&sup3;], \( \gt 0 \)
     * @param greatest greatest such density [1/m&sup3;], at least 1 % above the least
     * @return the inverted function
     * @throws IllegalArgumentException if an argument is outside its range or the function is not positive at the bulk
     *     density
     */
    public static InvertedDiffusivity of(
            DoubleUnaryOperator diffusivity, double bulkDensity, double temperature, double least, double greatest) {
        check("bulkDensity", bulkDensity, "1/m^3");
        check("temperature", temperature, "K");
        check("least", least, "1/m^3");
        if (!(greatest >= 1.01 * least && greatest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "greatest must be finite and 1 %% above least: %s, %s 1/m^3", greatest, least));
        }
        final DoubleUnaryOperator logarithm = n -> logarithm(n, diffusivity.applyAsDouble(n));
        final LogarithmicSlope slope = LogarithmicSlope.of(logarithm, least, greatest);
        return new InvertedDiffusivity(logarithm, slope::at, bulkDensity, temperature);
    }

    /**
     * Returns the Fermi energy relative to that of the bulk.
     *
     * @param density \( n \) [1/m&sup3;]
     * @return \( E_F(n) - E_F(N) = kT \ln[D(n)/D(N)] \) [J]
     * @throws IllegalArgumentException if the diffusivity is not positive there
     */
    public double fermiEnergy(double density) {
        return kT * (logarithm.applyAsDouble(density) - bulk);
    }

    /**
     * Returns the number of sites per volume and energy at the Fermi energy of a density.
     *
     * @param density \( n \) [1/m&sup3;]
     * @return \( N_s\,g(E_F(n)) \) [1/(J m&sup3;)]
     * @throws IllegalArgumentException if the diffusivity does not increase there
     */
    public double sitesPerEnergy(double density) {
        final double x = exponent.applyAsDouble(density);
        if (x > 0) {
            return density / (kT * x);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "diffusivity must increase: d ln D/d ln n = %s at density %s 1/m^3", x, density));
    }

    /**
     * Looks for densities between which the diffusivity does not increase.
     *
     * @param least where to begin [1/m&sup3;], \( \gt 0 \)
     * @param greatest where to end [1/m&sup3;], \( \gt \) least
     * @param places number of places, equally spaced in \( \ln n \), at least 2; what happens between two is not seen
     * @return the falls and plateaus, each from its first to its last place, by increasing density; unmodifiable
     */
    public List<DiffusivityFall> falls(double least, double greatest, int places) {
        check("least", least, "1/m^3");
        if (!(greatest > least && places >= 2)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "greatest must be > least, places >= 2: %s, %s 1/m^3, %s", greatest, least, places));
        }
        final List<DiffusivityFall> falls = new ArrayList<>();
        double top = least;
        double last = least;
        for (int i = 1; i < places; i++) {
            final double n = least * Math.pow(greatest / least, i / (places - 1.0));
            if (logarithm.applyAsDouble(n) > logarithm.applyAsDouble(last)) {
                addFall(falls, top, last);
                top = n;
            }
            last = n;
        }
        addFall(falls, top, last);
        return List.copyOf(falls);
    }

    private void addFall(List<DiffusivityFall> falls, double from, double to) {
        if (to > from) {
            final double drop = logarithm.applyAsDouble(from) - logarithm.applyAsDouble(to);
            falls.add(new DiffusivityFall(from, to, drop, 0));
        }
    }

    private static double logarithm(double density, double diffusivity) {
        if (diffusivity > 0 && diffusivity < Double.POSITIVE_INFINITY) {
            return Math.log(diffusivity);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "diffusivity must be finite and > 0: %s m^2/s at %s 1/m^3", diffusivity, density));
    }

    private static void check(String name, double value, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and > 0: %s %s", name, value, unit));
        }
    }
}
