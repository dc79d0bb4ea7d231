package org.npp.core.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Mobility matrix of ions with given diffusivities and constant correlations:
 * \[ L_{ij} = r_{ij} \sqrt{L_{ii} L_{jj}}, \qquad L_{ii} = \frac{n_i D_i}{kT} \]
 *
 * <p>The diffusivities are those of an ion that moves alone, the others at rest with no force on them. Parameters: those
 * of the diffusivity laws, {@code "i.name"}, and then the correlations {@code "r.i.j"} [1], \( i \lt j \).
 *
 * <p><strong>Valid for</strong> ions that are all present throughout the sample: at \( n_j \to 0 \) the velocity that
 * others' forces give ion j grows as \( 1/\sqrt{n_j} \). Where an ion enters a sample without it, take a law whose
 * correlations vanish with it, as {@link IsotopeMobility}'s do. The derivatives to a density that is 0, unbounded, are
 * given as 0 off the diagonal.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe, each thread with a workspace of its own.
 */
public final class ConstantCorrelation implements MobilityLaw {
    private final List<DiffusivityLaw> diffusivities;
    private final double[] correlations;
    private final ThreadLocal<Workspace> workspaces;

    private ConstantCorrelation(List<DiffusivityLaw> diffusivities, double[] correlations) {
        this.diffusivities = diffusivities;
        this.correlations = correlations;
        final int size = diffusivities.size();
        workspaces = ThreadLocal.withInitial(() -> new Workspace(size));
    }

    /** What the methods need room for. */
    private static final class Workspace {
        /** Square roots of the diagonal. */
        final double[] root;

        /** Derivatives of a diffusivity. */
        final double[] byDensity;

        Workspace(int ions) {
            root = new double[ions];
            byDensity = new double[ions];
        }
    }

    /**
     * Creates the law.
     *
     * @param diffusivities laws of the S ions' diffusivities \( D_i \)
     * @param correlations \( r_{ij} \) [1] row by row, length S&sup2;; symmetric, ones on the diagonal, positive
     *     semidefinite. Not modified.
     * @return the law
     * @throws IllegalArgumentException if the correlations are not those of S ions
     */
    public static ConstantCorrelation of(List<? extends DiffusivityLaw> diffusivities, double... correlations) {
        return new ConstantCorrelation(
                List.copyOf(diffusivities), CorrelationMatrix.checked(correlations, diffusivities.size()));
    }

    @Override
    public void linearize(double[] densities, double temperature, double[] mobility, double[] byDensity) {
        final int ions = checkedSize(densities);
        final double thermalEnergy = ThermalEnergy.at(temperature);
        final Workspace work = workspaces.get();
        for (int i = 0; i < ions; i++) {
            final double d = diffusivities.get(i).linearize(i, densities, temperature, work.byDensity);
            final int at = i * ions + i;
            mobility[at] = densities[i] * d / thermalEnergy;
            for (int k = 0; k < ions; k++) {
                byDensity[k * ions * ions + at] = (densities[i] * work.byDensity[k] + (k == i ? d : 0)) / thermalEnergy;
            }
        }
        takeRoots(mobility, work.root);
        multiplyRoots(mobility, work.root);
        for (int k = 0; k < ions; k++) {
            linearizeRoots(byDensity, k * ions * ions, work.root);
        }
    }

    @Override
    public void byTemperature(double[] densities, double temperature, double[] byTemperature) {
        final int ions = checkedSize(densities);
        final double[] root = workspaces.get().root;
        takeRoots(densities, temperature, root);
        final double thermalEnergy = ThermalEnergy.at(temperature);
        for (int i = 0; i < ions; i++) {
            byTemperature[i * ions + i] =
                    densities[i] * diffusivities.get(i).byTemperature(i, densities, temperature) / thermalEnergy
                            - root[i] * root[i] / temperature;
        }
        linearizeRoots(byTemperature, 0, root);
    }

    @Override
    public List<String> parameterNames() {
        final List<String> names = new ArrayList<>();
        final int ions = diffusivities.size();
        for (int i = 0; i < ions; i++) {
            for (final String name : diffusivities.get(i).parameterNames()) {
                names.add(String.format(Locale.ROOT, "%d.%s", i, name));
            }
        }
        for (int i = 0; i < ions; i++) {
            for (int j = i + 1; j < ions; j++) {
                names.add(String.format(Locale.ROOT, "r.%d.%d", i, j));
            }
        }
        return List.copyOf(names);
    }

    /** {@inheritDoc} Allocates one array per ion. */
    @Override
    public void byParameters(double[] densities, double temperature, double[] byParameter) {
        final int ions = checkedSize(densities);
        final double[] root = workspaces.get().root;
        takeRoots(densities, temperature, root);
        Arrays.fill(byParameter, 0);
        int block = 0;
        for (int i = 0; i < ions; i++) {
            final DiffusivityLaw law = diffusivities.get(i);
            final double[] slopes = new double[law.parameterNames().size()];
            law.byParameters(i, densities, temperature, slopes);
            for (final double slope : slopes) {
                byParameter[block + i * ions + i] = densities[i] * slope / ThermalEnergy.at(temperature);
                linearizeRoots(byParameter, block, root);
                block += ions * ions;
            }
        }
        for (int i = 0; i < ions; i++) {
            for (int j = i + 1; j < ions; j++) {
                byParameter[block + i * ions + j] = root[i] * root[j];
                byParameter[block + j * ions + i] = root[i] * root[j];
                block += ions * ions;
            }
        }
    }

    private int checkedSize(double[] densities) {
        if (densities.length == diffusivities.size()) {
            return densities.length;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "mobility law is of %d ions, not of %d", diffusivities.size(), densities.length));
    }

    private void takeRoots(double[] densities, double temperature, double[] root) {
        for (int i = 0; i < root.length; i++) {
            final double d = diffusivities.get(i).value(i, densities, temperature);
            root[i] = Math.sqrt(densities[i] * d / ThermalEnergy.at(temperature));
        }
    }

    private static void takeRoots(double[] mobility, double[] root) {
        for (int i = 0; i < root.length; i++) {
            root[i] = Math.sqrt(mobility[i * root.length + i]);
        }
    }

    /** Writes the off-diagonal. */
    private void multiplyRoots(double[] mobility, double[] root) {
        final int ions = root.length;
        for (int i = 0; i < ions; i++) {
            for (int j = 0; j < ions; j++) {
                if (j != i) {
                    mobility[i * ions + j] = correlations[i * ions + j] * root[i] * root[j];
                }
            }
        }
    }

    /** Writes the off-diagonal of a derivative whose diagonal is known. */
    private void linearizeRoots(double[] derivative, int offset, double[] root) {
        final int ions = root.length;
        for (int i = 0; i < ions; i++) {
            for (int j = 0; j < ions; j++) {
                if (j != i) {
                    derivative[offset + i * ions + j] = root[i] > 0 && root[j] > 0
                            ? 0.5
                                    * correlations[i * ions + j]
                                    * (derivative[offset + i * ions + i] * (root[j] / root[i])
                                            + derivative[offset + j * ions + j] * (root[i] / root[j]))
                            : 0;
                }
            }
        }
    }
}
