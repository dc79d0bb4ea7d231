package org.npp.core;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.npp.core.mesh.Mesh;
import org.npp.core.mesh.NodeClusters;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;

/**
 * Profiles at one time: potential, number densities, charge density on the nodes of a mesh, and the charge on the front
 * surface. A result of a run, and the start of the next one.
 *
 * <p>The charge density is kept beside the number densities because it is far smaller than the rounding of their sum.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class NppState {
    /** Time [s]. */
    private final double time;

    /** Nodes. */
    private final Mesh mesh;

    /** Potential at the nodes [V]. */
    private final double[] potential;

    /** Number densities, ion by ion [1/m&sup3;]. */
    private final double[][] densities;

    /** Charge density of each cell [C/m&sup3;]. */
    private final double[] chargeDensity;

    /** Charge on the front surface [C/m&sup2;]. */
    private final double surfaceCharge;

    /** How the nodes were placed by the run this state is from; null if they were at rest or it is from no run. */
    private final @Nullable NodeClusters clusters;

    /** Derivatives of the profiles. */
    private final List<ProfileSensitivity> sensitivities;

    private NppState(
            double time,
            Mesh mesh,
            double[] potential,
            double[][] densities,
            double[] chargeDensity,
            double surfaceCharge,
            @Nullable NodeClusters clusters,
            List<ProfileSensitivity> sensitivities) {
        this.time = time;
        this.mesh = mesh;
        this.potential = potential;
        this.densities = densities;
        this.chargeDensity = chargeDensity;
        this.surfaceCharge = surfaceCharge;
        this.clusters = clusters;
        this.sensitivities = sensitivities;
    }

    /**
     * Creates a state from profiles.
     *
     * @param time time [s], finite
     * @param mesh nodes
     * @param potential potential at the nodes [V], finite, length {@code mesh.size()}. Not modified.
     * @param densities number densities [1/m&sup3;], finite, \( \ge 0 \), {@code densities[ion][node]}. Not modified.
     * @param chargeDensity charge density of the cells [C/m&sup3;], finite, length {@code mesh.size()}. Not modified.
     * @param surfaceCharge charge on the front surface \( \sigma_s \) [C/m&sup2;], finite
     * @return the state
     * @throws IllegalArgumentException if a length is wrong or a number out of range; the message names the place
     */
    public static NppState of(
            double time,
            Mesh mesh,
            double[] potential,
            double[][] densities,
            double[] chargeDensity,
            double surfaceCharge) {
        checkFinite("time", 0, time);
        checkFinite("surface charge", 0, surfaceCharge);
        checkProfile("potential", potential, mesh, Double.NEGATIVE_INFINITY);
        checkProfile("charge density", chargeDensity, mesh, Double.NEGATIVE_INFINITY);
        final double[][] copy = new double[densities.length][];
        for (int i = 0; i < densities.length; i++) {
            checkProfile("density of ion " + i, densities[i], mesh, 0);
            copy[i] = densities[i].clone();
        }
        return new NppState(time, mesh, potential.clone(), copy, chargeDensity.clone(), surfaceCharge, null, List.of());
    }

    private static void checkProfile(String name, double[] values, Mesh mesh, double least) {
        if (values.length != mesh.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must have one value per node: %d values, %d nodes",
                    name,
                    values.length,
                    mesh.size()));
        }
        for (int k = 0; k < values.length; k++) {
            checkFinite(name, k, values[k]);
            if (values[k] < least) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s must be >= 0: %s at node %d", name, values[k], k));
            }
        }
    }

    private static void checkFinite(String name, int node, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite: %s at node %d", name, value, node));
        }
    }

    /**
     * Returns the time.
     *
     * @return time [s]
     */
    public double time() {
        return time;
    }

    /**
     * Returns the nodes.
     *
     * @return the mesh of all profiles
     */
    public Mesh mesh() {
        return mesh;
    }

    /**
     * Returns the number of ions.
     *
     * @return number of ions
     */
    public int ionCount() {
        return densities.length;
    }

    /**
     * Returns the potential at a node.
     *
     * @param node index, 0 at the front surface
     * @return potential [V]
     */
    public double potential(int node) {
        return potential[node];
    }

    /**
     * Returns the number density of an ion at a node.
     *
     * @param ion index of the ion
     * @param node index, 0 at the front surface
     * @return number density [1/m&sup3;], \( \ge 0 \)
     */
    public double density(int ion, int node) {
        return densities[ion][node];
    }

    /**
     * Returns the mean charge density of a cell; the attached surface charge is not in it.
     *
     * @param node index, 0 at the front surface
     * @return charge density [C/m&sup3;]
     */
    public double chargeDensity(int node) {
        return chargeDensity[node];
    }

    /**
     * Returns the charge on the front surface.
     *
     * @return \( \sigma_s = \varepsilon E(0^+) \) [C/m&sup2;]
     */
    public double surfaceCharge() {
        return surfaceCharge;
    }

    /**
     * Copies the profile of an ion.
     *
     * @param ion index of the ion
     * @return new array of number densities [1/m&sup3;], one per node
     */
    public double[] densities(int ion) {
        return densities[ion].clone();
    }

    /**
     * Copies the potential.
     *
     * @return new array of potentials [V], one per node
     */
    public double[] potentials() {
        return potential.clone();
    }

    /**
     * Returns the derivatives of the profiles to the parameters of the run this state is from.
     *
     * @return unmodifiable list, in the order of the parameters; empty if the run had none
     */
    public List<ProfileSensitivity> sensitivities() {
        return sensitivities;
    }

    /**
     * Returns the derivative of the profiles to a parameter.
     *
     * @param parameter one of the parameters of the run this state is from
     * @return the derivative
     * @throws IllegalArgumentException if the run had no such parameter
     */
    public ProfileSensitivity sensitivity(Parameter parameter) {
        for (final ProfileSensitivity one : sensitivities) {
            if (one.parameter().equals(parameter)) {
                return one;
            }
        }
        throw new IllegalArgumentException("state has no derivative to " + parameter);
    }

    /** The same profiles at another time. */
    NppState at(double otherTime) {
        return new NppState(
                otherTime, mesh, potential, densities, chargeDensity, surfaceCharge, clusters, sensitivities);
    }

    /** The same profiles with what is known of their mesh. */
    NppState with(@Nullable NodeClusters known) {
        return new NppState(time, mesh, potential, densities, chargeDensity, surfaceCharge, known, sensitivities);
    }

    /** The same profiles with their derivatives. */
    NppState with(List<ProfileSensitivity> derivatives) {
        return new NppState(
                time, mesh, potential, densities, chargeDensity, surfaceCharge, clusters, List.copyOf(derivatives));
    }

    /** How the nodes were placed; null if nothing is known. */
    @Nullable
    NodeClusters clusters() {
        return clusters;
    }
}
