package org.npp.core.sensitivity;

import java.util.Locale;

/**
 * Derivative of the profiles of one time to one parameter, at every node, at fixed depth: of number densities,
 * potential, charge density, and of the charge on the front surface.
 *
 * <p>It is the exact derivative of the discrete solution with the <em>nodes and time steps of the run</em>, which count
 * as fixed: as the mesh and the steps of a run with another parameter would be a little different, that run differs from
 * the linear prediction by the discretisation error of both, besides what is not linear. The nodes do not move with the
 * parameter, so that derivatives at a node are those at its depth. Near a thin front the derivative of a density is about
 * its slope times the front's displacement: large, and linear only while the displacement is small against the width.
 *
 * <p><strong>Accuracy.</strong> As the derivative of the discrete solution, within 1e-6 of the profile's largest value,
 * what differences with Newton's tolerance can tell ({@code SensitivityTest}); as that of the exact travelling front,
 * second order in node distance and time step ({@code SensitivityConvergenceTest}). The densities' rounding is in the
 * charge density's derivative. NaN from a step on whose Jacobian can't be factorised.
 *
 * <p><strong>Units.</strong> Those of the profile over that of the parameter. <strong>Threading.</strong> Instances are
 * immutable and thread-safe.
 */
public final class ProfileSensitivity {
    /** The parameter. */
    private final Parameter parameter;

    /** Derivative of the potential at the nodes [V per unit]. */
    private final double[] potential;

    /** Derivatives of the number densities, ion by ion [1/m&sup3; per unit]. */
    private final double[][] densities;

    /** Derivative of the charge density of each cell [C/m&sup3; per unit]. */
    private final double[] chargeDensity;

    /** Derivative of the charge on the front surface [C/m&sup2; per unit]. */
    private final double surfaceCharge;

    private ProfileSensitivity(
            Parameter parameter,
            double[] potential,
            double[][] densities,
            double[] chargeDensity,
            double surfaceCharge) {
        this.parameter = parameter;
        this.potential = potential;
        this.densities = densities;
        this.chargeDensity = chargeDensity;
        this.surfaceCharge = surfaceCharge;
    }

    /**
     * Creates a derivative from its profiles.
     *
     * @param parameter the parameter
     * @param potential of the potential at the nodes [V per unit]. Not modified.
     * @param densities of the densities [1/m&sup3; per unit], {@code densities[ion][node]}. Not modified.
     * @param chargeDensity of the charge density of the cells [C/m&sup3; per unit]. Not modified.
     * @param surfaceCharge of the charge on the front surface [C/m&sup2; per unit]
     * @return the derivative
     * @throws IllegalArgumentException if the lengths differ
     */
    public static ProfileSensitivity of(
            Parameter parameter,
            double[] potential,
            double[][] densities,
            double[] chargeDensity,
            double surfaceCharge) {
        requireLength("charge density", chargeDensity, potential.length);
        final double[][] copy = new double[densities.length][];
        for (int i = 0; i < densities.length; i++) {
            requireLength("density of ion " + i, densities[i], potential.length);
            copy[i] = densities[i].clone();
        }
        return new ProfileSensitivity(parameter, potential.clone(), copy, chargeDensity.clone(), surfaceCharge);
    }

    private static void requireLength(String name, double[] values, int nodes) {
        if (values.length != nodes) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must have one value per node: %d values, %d nodes", name, values.length, nodes));
        }
    }

    /**
     * Returns the parameter.
     *
     * @return what the profiles are differentiated to
     */
    public Parameter parameter() {
        return parameter;
    }

    /**
     * Returns the number of nodes.
     *
     * @return number of nodes
     */
    public int size() {
        return potential.length;
    }

    /**
     * Returns the derivative of an ion's number density at a node.
     *
     * @param ion index of the ion
     * @param node index, 0 at the front surface
     * @return derivative [1/m&sup3; per unit of the parameter]
     */
    public double density(int ion, int node) {
        return densities[ion][node];
    }

    /**
     * Returns the derivative of the potential at a node; at node 0 it is that of the surface potential.
     *
     * @param node index, 0 at the front surface
     * @return derivative [V per unit of the parameter]
     */
    public double potential(int node) {
        return potential[node];
    }

    /**
     * Returns the derivative of the charge density of a cell, the network's counter-charge included.
     *
     * @param node index, 0 at the front surface
     * @return derivative [C/m&sup3; per unit of the parameter]
     */
    public double chargeDensity(int node) {
        return chargeDensity[node];
    }

    /**
     * Returns the derivative of the charge on the front surface.
     *
     * @return derivative [C/m&sup2; per unit of the parameter]
     */
    public double surfaceCharge() {
        return surfaceCharge;
    }

    /**
     * Copies the derivative of an ion's profile.
     *
     * @param ion index of the ion
     * @return new array [1/m&sup3; per unit of the parameter], one value per node
     */
    public double[] densities(int ion) {
        return densities[ion].clone();
    }

    /**
     * Copies the derivative of the potential.
     *
     * @return new array [V per unit of the parameter], one value per node
     */
    public double[] potentials() {
        return potential.clone();
    }
}
