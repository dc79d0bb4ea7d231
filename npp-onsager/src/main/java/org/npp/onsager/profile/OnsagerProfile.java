package org.npp.onsager.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;

/**
 * Onsager and related coefficients along a depth profile.
 *
 * <p>Densities and conductivity diffusion coefficients of N ions at M depths go in, a {@link LocalLaw} makes a matrix of them
 * at each depth, and conductivity, transference numbers, tracer diffusion coefficients and Haven ratio follow.
 *
 * <p>Fluxes and entropy production in a potential are those of a {@link DrivenProfile}.
 *
 * <p><strong>Singular cases.</strong> An absent ion has a zero row and contributes nothing. Where nothing conducts,
 * transference numbers and Haven ratio are NaN, \( \sigma \) is 0. <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * OnsagerProfile profile = OnsagerProfile.of(depths, densities, diffusivities, 300, LocalLaw.independent(new int[] {1, 1}, 300));
 * String header = String.join(",", OnsagerProfile.columns(List.of("Li", "K")));
 * double[] firstRow = profile.row(0);
 * }</pre>
 */
public final class OnsagerProfile {
    /** Depths [m]. */
    private final double[] x;

    /** Ion, node [1/m&sup3;]. */
    private final double[][] n;

    private final double temperature;

    private final LocalCoefficients[] coefficients;

    private OnsagerProfile(double[] x, double[][] n, double temperature, LocalCoefficients[] coefficients) {
        this.x = x;
        this.n = n;
        this.temperature = temperature;
        this.coefficients = coefficients;
    }

    /**
     * Evaluates a profile.
     *
     * @param depths \( x \) [m], M &ge; 1 of them, finite, increasing strictly. Not modified.
     * @param densities \( n_i \) of ion i at depth k at [i][k] [1/m&sup3;], N &times; M, finite, \( \ge 0 \). Not modified.
     * @param diffusivities conductivity diffusion coefficients \( D^\sigma_i \) at [i][k] [m&sup2;/s], N &times; M, finite,
     *     \( \ge 0 \). Not modified.
     * @param temperature \( T \) [K], finite, \( > 0 \), the one of the law
     * @param law makes a matrix of N ions
     * @return the profile
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static OnsagerProfile of(
            double[] depths, double[][] densities, double[][] diffusivities, double temperature, LocalLaw law) {
        final int nodes = Arguments.atLeastOne("depths", depths.length);
        for (int k = 0; k < nodes; k++) {
            Arguments.finite("depths[" + k + "]", depths[k], "m");
            if (k > 0 && !(depths[k] > depths[k - 1])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "depths must increase strictly: depths[%d] = %s m, depths[%d] = %s m",
                        k - 1,
                        depths[k - 1],
                        k,
                        depths[k]));
            }
        }
        final int ions = Arguments.atLeastOne("densities", densities.length);
        Arguments.length("diffusivities", diffusivities.length, ions);
        Arguments.positive("temperature", temperature, "K");
        final double[][] copy = new double[ions][];
        for (int i = 0; i < ions; i++) {
            copy[i] = ofNodes("densities[" + i + "]", densities[i], nodes).clone();
            ofNodes("diffusivities[" + i + "]", diffusivities[i], nodes);
        }
        final LocalCoefficients[] coefficients = new LocalCoefficients[nodes];
        final double[] local = new double[ions];
        final double[] mobile = new double[ions];
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < ions; i++) {
                local[i] = copy[i][k];
                mobile[i] = diffusivities[i][k];
            }
            coefficients[k] = law.at(local, mobile);
            Arguments.length("matrix of the law", coefficients[k].matrix().size(), ions);
        }
        return new OnsagerProfile(depths.clone(), copy, temperature, coefficients);
    }

    private static double[] ofNodes(String name, double[] values, int nodes) {
        if (values.length != nodes) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must have one value per depth: %d values, %d depths", name, values.length, nodes));
        }
        return values;
    }

    /**
     * Returns the number of ions.
     *
     * @return N
     */
    public int ions() {
        return n.length;
    }

    /**
     * Returns the number of depths.
     *
     * @return M
     */
    public int nodes() {
        return x.length;
    }

    /**
     * Returns a depth.
     *
     * @param node index, 0 to M &minus; 1
     * @return \( x \) [m]
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public double depth(int node) {
        return x[node];
    }

    /**
     * Returns the matrix at a depth.
     *
     * @param node index, 0 to M &minus; 1
     * @return \( L \)
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public OnsagerMatrix matrix(int node) {
        return coefficients[node].matrix();
    }

    /**
     * Returns the conductivity at a depth.
     *
     * @param node index, 0 to M &minus; 1
     * @return \( \sigma \) [S/m]
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public double conductivity(int node) {
        return matrix(node).conductivity();
    }

    /**
     * Returns a transference number at a depth.
     *
     * @param ion index, 0 to N &minus; 1
     * @param node index, 0 to M &minus; 1
     * @return \( t \) [1], outside [0, 1] too; NaN where nothing conducts
     * @throws IndexOutOfBoundsException if there is no such ion or node
     */
    public double transferenceNumber(int ion, int node) {
        return conductivity(node) > 0 ? matrix(node).transferenceNumber(ion) : Double.NaN;
    }

    /**
     * Returns a tracer diffusion coefficient at a depth.
     *
     * @param ion index, 0 to N &minus; 1
     * @param node index, 0 to M &minus; 1
     * @return \( D^* \) [m&sup2;/s]
     * @throws IndexOutOfBoundsException if there is no such ion or node
     */
    public double tracerDiffusivity(int ion, int node) {
        return coefficients[node].tracerDiffusivity(ion);
    }

    /**
     * Returns the Haven ratio of all ions together at a depth.
     *
     * @param node index, 0 to M &minus; 1
     * @return \( H_R \) [1]; NaN where nothing conducts or no tracer would
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public double havenRatio(int node) {
        double tracers = 0;
        for (int i = 0; i < n.length; i++) {
            tracers += Math.abs(matrix(node).chargeNumber(i)) * n[i][node] * tracerDiffusivity(i, node);
        }
        if (!(tracers > 0 && conductivity(node) > 0)) {
            return Double.NaN;
        }
        return HavenRatio.of(matrix(node), coefficients[node].tracers(), densities(node), temperature)
                .value();
    }

    private double[] densities(int node) {
        final double[] local = new double[n.length];
        for (int i = 0; i < local.length; i++) {
            local[i] = n[i][node];
        }
        return local;
    }

    /**
     * Returns the names of the columns of {@link #row}: {@code depth_m}, {@code L_<ion>_<ion>} of the upper triangle,
     * {@code sigma_S_per_m}, {@code t_<ion>}, {@code tracer_<ion>_m2_per_s}, {@code haven_ratio}.
     *
     * @param ions names of the ions
     * @return the names
     */
    public static List<String> columns(List<String> ions) {
        final List<String> names = new ArrayList<>();
        names.add("depth_m");
        for (int i = 0; i < ions.size(); i++) {
            for (int j = i; j < ions.size(); j++) {
                names.add("L_" + ions.get(i) + "_" + ions.get(j));
            }
        }
        names.add("sigma_S_per_m");
        ions.forEach(ion -> names.add("t_" + ion));
        ions.forEach(ion -> names.add("tracer_" + ion + "_m2_per_s"));
        names.add("haven_ratio");
        return List.copyOf(names);
    }

    /**
     * Returns the values of one depth, in the order of {@link #columns}.
     *
     * @param node index, 0 to M &minus; 1
     * @return a new array, SI units; NaN where a value is undefined
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public double[] row(int node) {
        final int ions = n.length;
        final double[] row = new double[3 + ions * (ions + 5) / 2];
        int next = 0;
        row[next++] = x[node];
        for (int i = 0; i < ions; i++) {
            for (int j = i; j < ions; j++) {
                row[next++] = matrix(node).entry(i, j);
            }
        }
        row[next++] = conductivity(node);
        for (int i = 0; i < ions; i++) {
            row[next++] = transferenceNumber(i, node);
        }
        for (int i = 0; i < ions; i++) {
            row[next++] = tracerDiffusivity(i, node);
        }
        row[next] = havenRatio(node);
        return row;
    }

    /** Densities of an ion. Not to be modified. */
    double[] densityOf(int ion) {
        return n[ion];
    }

    /** Depths. Not to be modified. */
    double[] depths() {
        return x;
    }

    /** \( T \) [K]. */
    double temperature() {
        return temperature;
    }

    /**
     * Returns the potential at which no current flows through ideal ions,
     * \( \nabla\varphi = -(1/e) \sum_i (t_i/z_i) \nabla\mu_i \).
     *
     * <p>Between two depths mobilities \( (Lz)_i/n_i \) are their mean and densities linear, so that for constant mobilities two
     * depths give Henderson's formula exactly.
     *
     * @return a new array of length M, \( \varphi(x_k) - \varphi(x_0) \) [V]; NaN from where nothing conducts
     */
    public double[] diffusionPotential() {
        return VoltageDrop.diffusion(n, coefficients, temperature);
    }

    /**
     * Returns the resistance of a unit area, \( \int dx / \sigma \), with the conductivity linear between two depths.
     *
     * <p>Where concentrations are steady it makes up the voltage together with the {@linkplain #diffusionPotential
     * diffusion potential}: \( \varphi(0) - \varphi(x) = j \int dx/\sigma - \varphi_\text{diff}(x) \).
     *
     * @return the resistance [&Omega; m&sup2;]; 0 for one depth, infinite where somewhere nothing conducts
     */
    public double resistance() {
        return VoltageDrop.resistance(x, coefficients);
    }
}
