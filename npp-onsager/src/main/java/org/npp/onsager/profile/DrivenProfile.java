package org.npp.onsager.profile;

import java.util.Locale;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;

/**
 * Fluxes and entropy production along a profile in an electric potential \( \varphi \) [V], with excess chemical potentials
 * \( \mu^{ex}_i \) [J] if there are any.
 *
 * <p>\[ X_i = -kT\, \frac{2 \nabla\sqrt{n_i}}{\sqrt{n_i}} - \nabla\mu^{ex}_i - z_i e \nabla\varphi, \qquad J = L X, \qquad
 * \dot s = \frac{X^T L X}{T} \ge 0 \]
 *
 * <p>The local entropy production [W/(K m&sup3;)] is never negative, because \( L \) is positive semidefinite. Gradients are
 * those of the parabola through a node and its neighbours; with \( \sqrt n \) instead of \( \ln n \) a node next to one
 * without ions is regular. An absent ion contributes nothing.
 *
 * <p><strong>Accuracy.</strong> Second order in the distance of the depths; along a steady front the entropy production adds
 * up to the electric power over the temperature; see {@code DrivenProfileConvergenceTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * DrivenProfile driven = DrivenProfile.of(profile, potential);
 * double heat = 300 * driven.entropyProduction(5); // W/m^3 at node 5
 * }</pre>
 */
public final class DrivenProfile {
    /** Ion, node [1/(m&sup2; s)]. */
    private final double[][] fluxes;

    /** Node [A/m&sup2;]. */
    private final double[] current;

    /** Node [W/(K m&sup3;)]. */
    private final double[] production;

    private DrivenProfile(double[][] fluxes, double[] current, double[] production) {
        this.fluxes = fluxes;
        this.current = current;
        this.production = production;
    }

    /**
     * Evaluates a profile of ideal ions.
     *
     * @param profile N ions at M &ge; 2 depths
     * @param potential \( \varphi \) [V], length M, finite. Not modified.
     * @return fluxes and entropy production
     * @throws IllegalArgumentException if there are fewer than 2 depths or an argument is out of its range
     */
    public static DrivenProfile of(OnsagerProfile profile, double[] potential) {
        return of(profile, potential, new double[profile.ions()][profile.nodes()]);
    }

    /**
     * Evaluates a profile of ions with excess chemical potentials.
     *
     * @param profile N ions at M &ge; 2 depths
     * @param potential \( \varphi \) [V], length M, finite. Not modified.
     * @param excess \( \mu^{ex}_i \) at [i][k] [J], N &times; M, finite. Not modified.
     * @return fluxes and entropy production
     * @throws IllegalArgumentException if there are fewer than 2 depths or an argument is out of its range
     */
    public static DrivenProfile of(OnsagerProfile profile, double[] potential, double[][] excess) {
        final int ions = profile.ions();
        final int nodes = profile.nodes();
        if (nodes < 2) {
            throw new IllegalArgumentException("depths must be at least 2 for a gradient: 1");
        }
        checkNodes("potential", potential, nodes, "V");
        Arguments.length("excess", excess.length, ions);
        final double[][] forces = new double[ions][];
        for (int i = 0; i < ions; i++) {
            checkNodes("excess[" + i + "]", excess[i], nodes, "J");
            forces[i] = forces(profile, i, potential, excess[i]);
        }
        final double[][] fluxes = new double[ions][nodes];
        final double[] current = new double[nodes];
        final double[] production = new double[nodes];
        for (int k = 0; k < nodes; k++) {
            final OnsagerMatrix l = profile.matrix(k);
            double dissipation = 0;
            for (int i = 0; i < ions; i++) {
                for (int j = 0; j < ions; j++) {
                    fluxes[i][k] += l.entry(i, j) * forces[j][k];
                }
                current[k] += Codata.ELEMENTARY_CHARGE * l.chargeNumber(i) * fluxes[i][k];
                dissipation += fluxes[i][k] * forces[i][k];
            }
            production[k] = Math.max(0, dissipation / profile.temperature());
        }
        return new DrivenProfile(fluxes, current, production);
    }

    /** \( X_i \) [N], zero where the ion is absent. */
    private static double[] forces(OnsagerProfile profile, int ion, double[] potential, double[] excess) {
        final double[] x = profile.depths();
        final double thermal = Codata.BOLTZMANN * profile.temperature();
        final double charge = profile.matrix(0).chargeNumber(ion) * Codata.ELEMENTARY_CHARGE;
        final double[] root = new double[x.length];
        final double[] energy = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            root[k] = Math.sqrt(profile.densityOf(ion)[k]);
            energy[k] = excess[k] + charge * potential[k];
        }
        final double[] forces = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            if (root[k] > 0) {
                forces[k] = -2 * thermal * slope(x, root, k) / root[k] - slope(x, energy, k);
            }
        }
        return forces;
    }

    /** Slope at node k of the parabola through it and its neighbours, at an end of that through the last three. */
    private static double slope(double[] x, double[] y, int k) {
        if (x.length == 2) {
            return (y[1] - y[0]) / (x[1] - x[0]);
        }
        final int m = Math.max(1, Math.min(x.length - 2, k));
        final double left = (y[m] - y[m - 1]) / (x[m] - x[m - 1]);
        final double right = (y[m + 1] - y[m]) / (x[m + 1] - x[m]);
        final double bend = (right - left) / (x[m + 1] - x[m - 1]);
        return left + bend * ((x[k] - x[m - 1]) + (x[k] - x[m]));
    }

    private static void checkNodes(String name, double[] values, int nodes, String unit) {
        if (values.length != nodes) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must have one value per depth: %d values, %d depths", name, values.length, nodes));
        }
        for (int k = 0; k < nodes; k++) {
            Arguments.finite(name + "[" + k + "]", values[k], unit);
        }
    }

    /**
     * Returns the flux of an ion at a depth.
     *
     * @param ion index, 0 to N &minus; 1
     * @param node index, 0 to M &minus; 1
     * @return \( J \) [1/(m&sup2; s)], positive to greater depth
     * @throws IndexOutOfBoundsException if there is no such ion or node
     */
    public double flux(int ion, int node) {
        return fluxes[ion][node];
    }

    /**
     * Returns the current density at a depth, \( e \sum_i z_i J_i \).
     *
     * @param node index, 0 to M &minus; 1
     * @return \( j \) [A/m&sup2;], positive to greater depth; the same everywhere in a steady state
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public double currentDensity(int node) {
        return current[node];
    }

    /**
     * Returns the local entropy production.
     *
     * @param node index, 0 to M &minus; 1
     * @return \( \dot s \ge 0 \) [W/(K m&sup3;)]; rounding below zero is zero
     * @throws IndexOutOfBoundsException if there is no such node
     */
    public double entropyProduction(int node) {
        return production[node];
    }
}
