package org.npp.sed.pair;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.npp.core.transport.ExcessPotentialLaw;

/**
 * Excess chemical potential \( \mu_{ex,i}/kT = X_i(n_0, n_1, T) \) of two ions of a problem from their
 * {@linkplain PairOccupation occupation} of sites; 0 for its other ions. Its zero is where \( n_i \) would equal the density
 * of the sites.
 *
 * <p>A flux with it, and with diffusivities that do not themselves follow the chemical potential, is an activity model.
 *
 * <p><strong>Parameters</strong>: those of the occupation. <strong>Threading.</strong> Immutable and thread-safe.
 */
public final class PairExcessPotential implements ExcessPotentialLaw {
    private final PairOccupation occupation;

    /** Indices of the two ions in the problem. */
    private final int first;

    private final int second;

    private PairExcessPotential(PairOccupation occupation, int first, int second) {
        this.occupation = occupation;
        this.first = first;
        this.second = second;
    }

    /**
     * Creates the law.
     *
     * @param occupation how the two ions occupy sites
     * @param first index of its ion 0 in the transport problem, \( \ge 0 \)
     * @param second index of its ion 1, \( \ge 0 \), another
     * @return the law
     * @throws IllegalArgumentException if an index is negative or both are the same
     */
    public static PairExcessPotential of(PairOccupation occupation, int first, int second) {
        if (first >= 0 && second >= 0 && first != second) {
            return new PairExcessPotential(occupation, first, second);
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "first and second must differ and be >= 0: %d, %d", first, second));
    }

    @Override
    public double value(int ion, double[] densities, double temperature) {
        final int role = role(ion);
        return role < 0 ? 0 : occupation.excess(role, densities[first], densities[second], temperature);
    }

    @Override
    public double linearize(int ion, double[] densities, double temperature, double[] byDensity) {
        Arrays.fill(byDensity, 0);
        final int role = role(ion);
        if (role < 0) {
            return 0;
        }
        final double n0 = densities[first];
        final double n1 = densities[second];
        byDensity[first] = occupation.excessByDensity(role, 0, n0, n1, temperature);
        byDensity[second] = occupation.excessByDensity(role, 1, n0, n1, temperature);
        return occupation.excess(role, n0, n1, temperature);
    }

    @Override
    public double byTemperature(int ion, double[] densities, double temperature) {
        final int role = role(ion);
        return role < 0 ? 0 : occupation.excessByTemperature(role, densities[first], densities[second], temperature);
    }

    @Override
    public List<String> parameterNames() {
        return occupation.parameterNames();
    }

    @Override
    public void byParameters(int ion, double[] densities, double temperature, double[] byParameter) {
        Arrays.fill(byParameter, 0);
        final int role = role(ion);
        if (role >= 0) {
            for (int k = 0; k < parameterNames().size(); k++) {
                byParameter[k] =
                        occupation.excessByParameter(role, k, densities[first], densities[second], temperature);
            }
        }
    }

    /** The index in the occupation, -1 if the ion is another. */
    private int role(int ion) {
        if (ion == first) {
            return 0;
        }
        return ion == second ? 1 : -1;
    }
}
