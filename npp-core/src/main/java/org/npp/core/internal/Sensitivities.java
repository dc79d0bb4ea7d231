package org.npp.core.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.npp.core.linear.BlockTridiagonalSolver;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;
import org.npp.core.time.TimeFormula;

/**
 * Derivatives of a run's newest level to its parameters, carried from step to step.
 *
 * <p>Each accepted step costs one assembly and one factorisation of its Jacobian, and a right-hand side for every
 * parameter. A Jacobian that can't be factorised makes all derivatives NaN from there on. Not thread-safe;
 * {@link #advance} allocates nothing.
 */
public final class Sensitivities {
    private final Model model;
    private final int ions;
    private final int block;
    private final SensitivityVector[] vectors;
    private final ParameterLaws laws;
    private final SensitivityRows rows;

    /** Per vector: right-hand side, then solution. */
    private final double[][] columns;

    private Sensitivities(Model model, int nodes, SensitivityVector[] vectors) {
        this.model = model;
        this.vectors = vectors;
        ions = model.ionCount();
        block = model.blockSize();
        laws = ParameterLaws.of(model, nodes, vectors);
        rows = SensitivityRows.of(model);
        columns = new double[vectors.length][nodes * block];
    }

    /**
     * Begins at a virgin sample.
     *
     * @param model the model
     * @param nodes number of nodes
     * @param parameters parameters that fit the model
     * @return the derivatives of the start
     */
    public static Sensitivities ofVirgin(Model model, int nodes, List<Parameter> parameters) {
        final Sensitivities created = of(model, nodes, parameters);
        for (final SensitivityVector vector : created.vectors) {
            if (vector.parameter instanceof Parameter.VirginDensity virgin) {
                created.addVirgin(vector, virgin.ion());
            }
        }
        return created;
    }

    /**
     * Begins at a profile.
     *
     * @param model the model
     * @param nodes number of nodes
     * @param parameters parameters that fit the model
     * @param known derivatives of the profile; those to other parameters are 0
     * @return the derivatives of the start
     */
    public static Sensitivities ofProfile(
            Model model, int nodes, List<Parameter> parameters, List<ProfileSensitivity> known) {
        final Sensitivities created = of(model, nodes, parameters);
        for (final SensitivityVector vector : created.vectors) {
            for (final ProfileSensitivity start : known) {
                if (continues(vector.parameter, start.parameter())) {
                    created.take(vector, start);
                }
            }
        }
        return created;
    }

    private static Sensitivities of(Model model, int nodes, List<Parameter> parameters) {
        final SensitivityVector[] vectors = parameters.stream()
                .map(p -> SensitivityVector.ofSize(model, nodes, p))
                .toArray(SensitivityVector[]::new);
        return new Sensitivities(model, nodes, vectors);
    }

    private static boolean continues(Parameter parameter, Parameter before) {
        return before.equals(parameter instanceof Parameter.Earlier earlier ? earlier.parameter() : parameter);
    }

    /** The density is everywhere, and the counter-charge of the network with it. */
    private void addVirgin(SensitivityVector vector, int ion) {
        final double fraction = 1 / model.referenceDensity();
        for (int k = 0; k < vector.networkCharge.length; k++) {
            vector.unknowns[k * block + 1 + ion] = fraction;
            vector.networkCharge[k] = -model.charges()[ion] * fraction;
        }
    }

    private void take(SensitivityVector vector, ProfileSensitivity start) {
        for (int k = 0; k < vector.networkCharge.length; k++) {
            vector.unknowns[k * block] = start.potential(k) / model.thermalVoltage();
            double ionic = 0;
            for (int i = 0; i < ions; i++) {
                final double fraction = start.density(i, k) / model.referenceDensity();
                vector.unknowns[k * block + 1 + i] = fraction;
                ionic += model.charges()[i] * fraction;
            }
            vector.networkCharge[k] = start.chargeDensity(k) / model.chargeScale() - ionic;
        }
        vector.surfaceCharge = start.surfaceCharge() / model.chargeScale();
    }

    /**
     * Carries the derivatives over an accepted step.
     *
     * @param old level at its begin
     * @param now level at its end, as Newton's method left it. Not modified.
     * @param formula time derivative of the step
     * @param assembly the assembly that made the step, with the fluxes it was made with; overwritten
     * @param linear the solver of its linear systems; overwritten
     */
    void advance(Level old, Level now, TimeFormula formula, Assembly assembly, BlockTridiagonalSolver linear) {
        laws.evaluate(now.fraction, assembly.laws);
        assembly.linearize(old, now, formula);
        if (linear.factorize(assembly.matrix) != BlockTridiagonalSolver.SUCCESS) {
            for (final SensitivityVector vector : vectors) {
                Arrays.fill(vector.unknowns, Double.NaN);
                vector.surfaceCharge = Double.NaN;
            }
            return;
        }
        for (int v = 0; v < vectors.length; v++) {
            rows.write(vectors[v], old, now, formula, assembly.fluxes(), columns[v]);
        }
        linear.solveAll(columns);
        for (int v = 0; v < vectors.length; v++) {
            replace(vectors[v], columns[v], old, now);
        }
    }

    /** Takes the derivatives to other nodes; the shares of slopes that keep fractions positive count as fixed. */
    void take(CellTransfer transfer) {
        for (final SensitivityVector vector : vectors) {
            transfer.interpolate(vector.unknowns, block, 0);
            for (int i = 0; i < ions; i++) {
                transfer.apply(vector.unknowns, block, 1 + i);
            }
            transfer.apply(vector.networkCharge, 1, 0);
        }
    }

    /** Puts the solution in the place of the derivative before. */
    private void replace(SensitivityVector vector, double[] solution, Level old, Level now) {
        final double[] unknowns = vector.unknowns;
        final double[] amountChange = vector.amountChange;
        for (int i = 0; i < ions; i++) {
            for (int k = 0, at = i, row = 1 + i; k < now.volume.length; k++, at += ions, row += block) {
                amountChange[at] = now.volume[k] * solution[row] - old.volume[k] * unknowns[row];
            }
        }
        System.arraycopy(solution, 0, unknowns, 0, solution.length);
        final double before = vector.surfaceCharge;
        final double field = -(solution[block] - solution[0]) / now.step[0];
        vector.surfaceCharge = model.debyeSquared() * field - now.volume[0] * vector.charge(model, 0);
        vector.surfaceChargeChange = vector.surfaceCharge - before;
    }

    /**
     * Copies the derivatives of the newest level.
     *
     * @return one for each parameter, in order
     */
    public List<ProfileSensitivity> profiles() {
        final List<ProfileSensitivity> profiles = new ArrayList<>();
        for (final SensitivityVector vector : vectors) {
            profiles.add(profile(vector));
        }
        return profiles;
    }

    private ProfileSensitivity profile(SensitivityVector vector) {
        final int nodes = vector.networkCharge.length;
        final double[] potential = new double[nodes];
        final double[] charge = new double[nodes];
        final double[][] densities = new double[ions][nodes];
        for (int k = 0; k < nodes; k++) {
            potential[k] = vector.unknowns[k * block] * model.thermalVoltage();
            charge[k] = vector.charge(model, k) * model.chargeScale();
            for (int i = 0; i < ions; i++) {
                densities[i][k] = vector.unknowns[k * block + 1 + i] * model.referenceDensity();
            }
        }
        return ProfileSensitivity.of(
                vector.parameter, potential, densities, charge, vector.surfaceCharge * model.chargeScale());
    }
}
