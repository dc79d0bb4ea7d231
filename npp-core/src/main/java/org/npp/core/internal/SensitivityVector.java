package org.npp.core.internal;

import org.npp.core.sensitivity.Parameter;

/**
 * Derivative of the newest level to one parameter, and what the parameter does to the laws.
 *
 * <p>Fractions and potentials are in the units of the model, which do not change with the parameter. Not thread-safe.
 */
final class SensitivityVector {
    /** The parameter. */
    final Parameter parameter;

    /** Ions whose fluxes depend on the parameter directly: from this one &hellip; */
    final int firstIon;

    /** &hellip; to the one before this. */
    final int endIon;

    /** Derivative of the factor 1/T of the potential in the fluxes, over it [1 per unit]. */
    final double byInverseTemperature;

    /** Derivatives of the diffusivities at fixed densities {@code [node * S + ion]}; empty where no flux depends. */
    final double[] diffusivity;

    /** Derivatives of the excess potentials at fixed densities, as {@link #diffusivity}. */
    final double[] excess;

    /** Derivatives of potentials and fractions, as the unknowns of the matrix. */
    final double[] unknowns;

    /** Derivatives of the cells' changes of amount in the last step {@code [node * S + ion]} [m]. */
    final double[] amountChange;

    /** Per node: derivative of the charge over that of the ions, from the network's counter-charge [1]. */
    final double[] networkCharge;

    /** Derivative of the surface charge [m]. */
    double surfaceCharge;

    /** Its change in the last step [m]. */
    double surfaceChargeChange;

    private SensitivityVector(Model model, int nodes, Parameter parameter) {
        this.parameter = parameter;
        final int ions = model.ionCount();
        final int[] range = range(parameter, ions);
        firstIon = range[0];
        endIon = range[1];
        byInverseTemperature = parameter instanceof Parameter.Temperature ? -1 / model.temperature() : 0;
        final int forced = endIon > firstIon ? nodes * ions : 0;
        diffusivity = new double[forced];
        excess = new double[forced];
        unknowns = new double[nodes * (ions + 1)];
        amountChange = new double[nodes * ions];
        networkCharge = new double[nodes];
    }

    static SensitivityVector ofSize(Model model, int nodes, Parameter parameter) {
        return new SensitivityVector(model, nodes, parameter);
    }

    private static int[] range(Parameter parameter, int ions) {
        if (parameter instanceof Parameter.Diffusivity own) {
            return new int[] {own.ion(), own.ion() + 1};
        }
        if (parameter instanceof Parameter.ExcessPotential own) {
            return new int[] {own.ion(), own.ion() + 1};
        }
        final boolean all = parameter instanceof Parameter.Temperature
                || (parameter instanceof Parameter.VirginDensity virgin && virgin.scaledLaws());
        return new int[] {0, all ? ions : 0};
    }

    /** Derivative of the charge density of a cell over eN. */
    double charge(Model model, int node) {
        final int ions = model.ionCount();
        double sum = networkCharge[node];
        for (int i = 0; i < ions; i++) {
            sum += model.charges()[i] * unknowns[node * (ions + 1) + 1 + i];
        }
        return sum;
    }
}
