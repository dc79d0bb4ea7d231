package org.npp.sed.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.npp.core.transport.DiffusivityLaw;

/**
 * Diffusivities of two ions that move from the level of their chemical potentials.
 *
 * <p>\[ D_i(n_0, n_1, T) = D_{i,N} \exp\frac{\mu_i(n_0, n_1) - \mu_i^N}{kT}
 * = D_{i,N}\,\frac{n_i}{N}\,e^{X_i(n_0, n_1) - X_i^N} \]
 *
 * <p>with \( D_{i,N} \) [m&sup2;/s] the diffusivity of the ion where it is alone at the bulk density \( N \) [1/m&sup3;],
 * \( \mu_i^N \) its chemical potential there and \( X_i \) its excess from the {@linkplain PairOccupation occupation}. On
 * {@linkplain SharedSites shared sites} each ion is the faster the more of the other is there; on
 * {@linkplain SeparateSites separate ones} it does not feel the other. \( D_i = 0 \) at \( n_i = 0 \), with a finite
 * derivative. \( D \) is the effective (conductivity) diffusion coefficient.
 *
 * <p><strong>Parameters</strong>: those of the occupation, then {@code first_bulk_diffusivity} and
 * {@code second_bulk_diffusivity} [m&sup2;/s]. <strong>Threading.</strong> Thread-safe.
 */
public final class PairDiffusivity implements DiffusivityLaw {
    private final PairOccupation occupation;
    private final double bulkDensity;

    /** Diffusivities of the two ions alone [m&sup2;/s]. */
    private final double bulk0;

    private final double bulk1;

    /** Indices of the two ions in the problem. */
    private final int first;

    private final int second;

    private final List<String> names;

    /** Excess of each ion alone, at the temperature last asked for; immutable, so that threads may race for it. */
    private Pure pure = new Pure(Double.NaN, 0, 0);

    private PairDiffusivity(
            PairOccupation occupation, double bulkDensity, double bulk0, double bulk1, int first, int second) {
        this.occupation = occupation;
        this.bulkDensity = bulkDensity;
        this.bulk0 = bulk0;
        this.bulk1 = bulk1;
        this.first = first;
        this.second = second;
        final List<String> all = new ArrayList<>(occupation.parameterNames());
        all.addAll(List.of("first_bulk_diffusivity", "second_bulk_diffusivity"));
        this.names = List.copyOf(all);
    }

    /**
     * Creates the law for a problem whose ions 0 and 1 are those of the occupation.
     *
     * @param occupation how the two ions occupy sites
     * @param bulkDensity \( N \) [1/m&sup3;], finite, \( \gt 0 \)
     * @param firstDiffusivity \( D_{0,N} \) [m&sup2;/s], finite, \( \gt 0 \)
     * @param secondDiffusivity \( D_{1,N} \) [m&sup2;/s], finite, \( \gt 0 \)
     * @return the law
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static PairDiffusivity of(
            PairOccupation occupation, double bulkDensity, double firstDiffusivity, double secondDiffusivity) {
        check("bulkDensity", bulkDensity, "1/m^3");
        check("firstDiffusivity", firstDiffusivity, "m^2/s");
        check("secondDiffusivity", secondDiffusivity, "m^2/s");
        return new PairDiffusivity(occupation, bulkDensity, firstDiffusivity, secondDiffusivity, 0, 1);
    }

    private static void check(String name, double value, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and > 0: %s %s", name, value, unit));
        }
    }

    /**
     * Returns this law for a problem whose ions come in another order.
     *
     * @param firstIon index of the occupation's ion 0 in the transport problem, \( \ge 0 \)
     * @param secondIon index of its ion 1, \( \ge 0 \), another
     * @return the law
     * @throws IllegalArgumentException if an index is negative or both are the same
     */
    public PairDiffusivity forIons(int firstIon, int secondIon) {
        if (firstIon >= 0 && secondIon >= 0 && firstIon != secondIon) {
            return new PairDiffusivity(occupation, bulkDensity, bulk0, bulk1, firstIon, secondIon);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "firstIon and secondIon must differ and be >= 0: %d, %d", firstIon, secondIon));
    }

    /**
     * Returns how the two ions occupy sites.
     *
     * @return the occupation
     */
    public PairOccupation occupation() {
        return occupation;
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        return densities[ion] * perDensity(role(ion), densities, temperature);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final int role = role(ion);
        final double perDensity = perDensity(role, densities, temperature);
        final double d = densities[ion] * perDensity;
        final double n0 = densities[first];
        final double n1 = densities[second];
        byDensity[first] = d * occupation.excessByDensity(role, 0, n0, n1, temperature);
        byDensity[second] = d * occupation.excessByDensity(role, 1, n0, n1, temperature);
        byDensity[ion] += perDensity;
        return d;
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        final int role = role(ion);
        final double d = value(ion, densities, temperature);
        return d
                * (occupation.excessByTemperature(role, densities[first], densities[second], temperature)
                        - occupation.excessByTemperature(role, alone(role, 0), alone(role, 1), temperature));
    }

    @Override
    public List<String> parameterNames() {
        return names;
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        Arrays.fill(byParameter, 0);
        final int role = role(ion);
        final double d = value(ion, densities, temperature);
        final int own = names.size() - 2;
        for (int k = 0; k < own; k++) {
            byParameter[k] =
                    d * occupation.excessByParameter(role, k, densities[first], densities[second], temperature);
        }
        for (int k = 0; k < own; k++) {
            byParameter[k] -= d * occupation.excessByParameter(role, k, alone(role, 0), alone(role, 1), temperature);
        }
        byParameter[own + role] = d / (role == 0 ? bulk0 : bulk1);
    }

    /** \( D_i/n_i \), finite at zero density. */
    private double perDensity(int role, double[] densities, double temperature) {
        final Pure reference = pure(temperature);
        final double excess = occupation.excess(role, densities[first], densities[second], temperature);
        return role == 0
                ? bulk0 / bulkDensity * Math.exp(excess - reference.first())
                : bulk1 / bulkDensity * Math.exp(excess - reference.second());
    }

    private Pure pure(double temperature) {
        final Pure last = pure;
        if (last.temperature() == temperature) {
            return last;
        }
        final Pure made = new Pure(
                temperature,
                occupation.excess(0, bulkDensity, 0, temperature),
                occupation.excess(1, 0, bulkDensity, temperature));
        pure = made;
        return made;
    }

    /** Density of an ion of the occupation where the given one is alone. */
    private double alone(int role, int other) {
        return role == other ? bulkDensity : 0;
    }

    private int role(int ion) {
        if (ion == first || ion == second) {
            return ion == first ? 0 : 1;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "ion must be %d or %d: %d", first, second, ion));
    }

    /** Excesses of the ions alone at the bulk density. */
    private record Pure(double temperature, double first, double second) {}
}
