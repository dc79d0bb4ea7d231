package org.npp.core.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.linear.BlockTridiagonalMatrix;
import org.npp.core.time.TimeFormula;

/**
 * Replaces the rows of the first and the last node by the boundary conditions.
 *
 * <p>The assembly writes both ends closed. What is left in an ion's row there is then the flux that must have entered,
 * kept before the row is replaced: sums of the rows are the balance of the ions, whatever the conditions. Not
 * thread-safe.
 */
final class BoundaryRows {
    /**
     * Charge density over eN that other ions may gather at an end that is to be neutral. Diffusion potentials of layers
     * thicker than the Debye length gather less; ions that arrive and can't leave gather ever more, and no layer of the
     * mesh resolves that.
     */
    private static final double MOST_EXCESS = 0.1;

    /** Relative difference of the current that attaches to its last linearisation, up to which that is good enough. */
    private static final double ATTACHED = 1e-6;

    private final Model model;
    private final int ions;
    private final int block;
    private final int last;

    /** Conditions of the ions by end, with one of several discharged ions turned into a neutral one. */
    private final IonCondition[] frontConditions;

    private final IonCondition[] backConditions;

    /** Per ion: whether it could not keep the front neutral at the last assembly, as it was used up there. */
    private final boolean[] usedUpFront;

    /** The same at the back. */
    private final boolean[] usedUpBack;

    /** Per ion: flux that entered at the front [m/s]. */
    final double[] enteringFlux;

    /** Per ion: flux that left at the back [m/s]. */
    final double[] leavingFlux;

    /** Couplings of node 0 to node 1 before any row is replaced. */
    final double[] firstUpper;

    /** Couplings of the last node to the one before it, before any row is replaced. */
    final double[] lastLower;

    /** Current that attached at the front, over eN [m/s]; 0 where the front is no attachment. */
    double attachedCurrent;

    /** Current that the beam brought, over eN [m/s]. */
    private double brought;

    /** Its derivative to the potential of the front [m/s]. */
    private double attachedByPsi;

    private final @Nullable BeamCutOff cutOff;

    private BoundaryRows(Model model, int nodes) {
        this.model = model;
        ions = model.ionCount();
        block = model.blockSize();
        last = nodes - 1;
        frontConditions = resolve(model.front().ions());
        backConditions = resolve(model.back().ions());
        usedUpFront = new boolean[ions];
        usedUpBack = new boolean[ions];
        enteringFlux = new double[ions];
        leavingFlux = new double[ions];
        firstUpper = new double[block * block];
        lastLower = new double[block * block];
        cutOff = BeamCutOff.of(model);
    }

    /** What keeps a part of the beam off; null where every ion attaches. */
    @Nullable
    BeamCutOff cutOff() {
        return cutOff;
    }

    static BoundaryRows of(Model model, int nodes) {
        return new BoundaryRows(model, nodes);
    }

    /** Lets the first discharged ion keep the end neutral where no other does. */
    static IonCondition[] resolve(List<IonCondition> conditions) {
        final IonCondition[] resolved = conditions.toArray(new IonCondition[0]);
        if (conditions.stream().noneMatch(c -> c instanceof IonCondition.Neutral)) {
            for (int i = 0; i < resolved.length; i++) {
                if (resolved[i] instanceof IonCondition.Discharged) {
                    resolved[i] = IonCondition.neutral();
                    break;
                }
            }
        }
        return resolved;
    }

    /**
     * Returns the row of an ion that should keep an end neutral but is used up there, while others have gathered.
     *
     * @param trial level whose fractions and charges are those of a solution
     * @return row of the unknowns, -1 if there is none
     */
    int exhausted(Level trial) {
        for (int i = 0; i < ions; i++) {
            if (frontConditions[i] instanceof IonCondition.Neutral && isExhausted(trial, 0, i)) {
                return 1 + i;
            }
            if (backConditions[i] instanceof IonCondition.Neutral && isExhausted(trial, last, i)) {
                return last * block + 1 + i;
            }
        }
        return -1;
    }

    private boolean isExhausted(Level trial, int node, int ion) {
        final double excess = trial.charge[node] / trial.volume[node];
        return trial.fraction[node * ions + ion] == 0 && Math.signum(model.charges()[ion]) * excess > MOST_EXCESS;
    }

    /**
     * Tells whether an ion may be exchanged for others between a cell and its neighbours: no row wants any fraction there,
     * but that of charges, which stay.
     *
     * @param node node
     * @param ion ion
     * @return whether it may, as it may in all inner cells
     */
    boolean isExchangeable(int node, int ion) {
        return (node > 0 || isExchangeable(frontConditions, ion))
                && (node < last || isExchangeable(backConditions, ion));
    }

    private static boolean isExchangeable(IonCondition[] conditions, int ion) {
        for (final IonCondition condition : conditions) {
            if (condition instanceof IonCondition.Density || condition instanceof IonCondition.Discharged) {
                return false;
            }
        }
        return !(conditions[ion] instanceof IonCondition.Neutral);
    }

    /** Replaces the rows in a finished assembly of closed ends. */
    void replace(Level old, Level trial, TimeFormula formula, Assembly system) {
        System.arraycopy(system.matrix.upper(), 0, firstUpper, 0, block * block);
        System.arraycopy(system.matrix.lower(), last * block * block, lastLower, 0, block * block);
        for (int i = 0; i < ions; i++) {
            enteringFlux[i] = system.residual[1 + i];
            leavingFlux[i] = -system.residual[last * block + 1 + i];
        }
        replaceElectric(model.front().electric(), 0, old, trial, formula, system);
        replaceElectric(model.back().electric(), last, old, trial, formula, system);
        replaceIons(frontConditions, 0, trial, system);
        replaceIons(backConditions, last, trial, system);
        replaceResiduals(old, trial, formula, system.residual);
    }

    /** Replaces the residuals of closed ends by those of the rows as they are. */
    void replaceResiduals(Level old, Level trial, TimeFormula formula, double[] residual) {
        replaceElectric(model.front().electric(), 0, old, trial, formula, residual);
        replaceElectric(model.back().electric(), last, old, trial, formula, residual);
        for (int i = 0; i < ions; i++) {
            replace(frontConditions[i], 0, i, usedUpFront[i], trial, residual);
            replace(backConditions[i], last, i, usedUpBack[i], trial, residual);
        }
    }

    private void replaceElectric(
            ElectricCondition condition, int node, Level old, Level trial, TimeFormula formula, double[] residual) {
        final int row = node * block;
        if (condition instanceof ElectricCondition.Potential given) {
            residual[row] = trial.psi[node] - given.potential().value(trial.time) / model.thermalVoltage();
        } else if (condition instanceof ElectricCondition.SurfaceCharge given) {
            final double sigma = given.chargeDensity().value(trial.time) / model.chargeScale();
            residual[row] -= model.debyeSquared() == 0 ? 0 : sigma;
        } else if (condition instanceof ElectricCondition.Attachment beam) {
            residual[row] = formula.rate(residual[row] - old.surfaceCharge, old.surfaceChargeChange)
                    + model.charges()[beam.ion()] * enteringFlux[beam.ion()]
                    - attachedCurrent;
        }
    }

    private void replace(IonCondition condition, int node, int ion, boolean usedUp, Level trial, double[] residual) {
        final int row = node * block + 1 + ion;
        final double own = trial.fraction[node * ions + ion];
        if (condition instanceof IonCondition.Neutral) {
            residual[row] = usedUp ? own : trial.charge[node] / trial.volume[node];
        } else if (condition instanceof IonCondition.Discharged) {
            residual[row] = own - trial.fraction[(node == 0 ? 1 : node - 1) * ions + ion];
        } else if (condition instanceof IonCondition.Density given) {
            residual[row] = own - given.density() / model.referenceDensity();
        } else if (condition instanceof IonCondition.Flux given) {
            residual[row] -= given.flux().value(trial.time) / model.referenceDensity();
        }
    }

    /** Takes the fluxes through the ends from the balance of the first and the last cell, and the attached current. */
    void conclude(Level old, Level trial, TimeFormula formula, double[] flux, double[] update) {
        attachedCurrent -= attachedByPsi * update[0];
        for (int i = 0; i < ions; i++) {
            final int at = last * ions + i;
            enteringFlux[i] = formula.rate(trial.amountChange[i], old.amountChange[i]) + flux[i];
            leavingFlux[i] = flux[at - ions] - formula.rate(trial.amountChange[at], old.amountChange[at]);
        }
    }

    private void replaceElectric(
            ElectricCondition condition, int node, Level old, Level trial, TimeFormula formula, Assembly system) {
        if (condition instanceof ElectricCondition.Potential) {
            writeOne(node, node * block, system);
        } else if (condition instanceof ElectricCondition.Attachment beam) {
            attach(beam, old, trial, formula, system);
        }
    }

    /**
     * Charge balance of the surface: its closed Poisson row is \( \sigma_s = \lambda^2 E_{1/2} - Q_0 \), the closed row
     * of the attached ion its flux into the sample.
     */
    private void attach(
            ElectricCondition.Attachment beam, Level old, Level trial, TimeFormula formula, Assembly system) {
        final int charge = model.charges()[beam.ion()];
        final int ionRow = 1 + beam.ion();
        final double[] diagonal = system.matrix.diagonal();
        final double[] upper = system.matrix.upper();
        brought = formula.a() == 0
                ? beam.currentDensity().value(trial.time) / model.chargeScale()
                : formula.rate(trial.beamChange, old.beamChange);
        final double psi = trial.psi[0];
        attachedCurrent = cutOff == null ? brought : brought * cutOff.share(psi);
        attachedByPsi = cutOff == null ? 0 : brought * cutOff.shareByPsi(psi);
        for (int j = 0; j < block; j++) {
            diagonal[j] = formula.a() * diagonal[j] + charge * diagonal[ionRow * block + j];
            upper[j] = formula.a() * upper[j] + charge * upper[ionRow * block + j];
        }
        diagonal[0] -= attachedByPsi;
    }

    private void replaceIons(IonCondition[] conditions, int node, Level trial, Assembly system) {
        for (int i = 0; i < ions; i++) {
            final IonCondition condition = conditions[i];
            if (condition instanceof IonCondition.Neutral) {
                writeNeutral(node, i, trial, system);
            } else if (condition instanceof IonCondition.Discharged) {
                final int row = node * block + 1 + i;
                writeOne(node, row, system);
                (node == 0 ? system.matrix.upper() : system.matrix.lower())[row * block + 1 + i] = -1;
            } else if (condition instanceof IonCondition.Density) {
                writeOne(node, node * block + 1 + i, system);
            }
        }
    }

    /** Makes a row that of its own unknown alone. */
    private void writeOne(int node, int row, Assembly system) {
        clearRow(system.matrix, node, row);
        system.matrix.diagonal()[row * block + row - node * block] = 1;
    }

    /**
     * The ion keeps its surface neutral as far as that takes ions, not holes: the lesser of its own fraction and of the
     * excess charge is 0. Without this a mobile ion that a diffusion potential gathers at the surface, by a 1e-14th of
     * the ions, would leave a problem with no solution. A large excess is none: {@link #exhausted}.
     */
    private void writeNeutral(int node, int ion, Level trial, Assembly system) {
        final int row = node * block + 1 + ion;
        final boolean usedUp = wantsUsedUp(trial, node, ion);
        (node == 0 ? usedUpFront : usedUpBack)[ion] = usedUp;
        writeOne(node, row, system);
        for (int j = 0; j < ions && !usedUp; j++) {
            system.matrix.diagonal()[row * block + 1 + j] = model.charges()[j];
        }
    }

    /** Whether a neutral end has so much charge that the ion's lesser quantity is its own fraction. */
    private boolean wantsUsedUp(Level trial, int node, int ion) {
        final double own = trial.fraction[node * ions + ion];
        return trial.charge[node] / trial.volume[node] > model.charges()[ion] * own == model.charges()[ion] > 0;
    }

    /**
     * Tells whether as much of the beam attaches as its last linearisation says.
     *
     * @param psi potential of the front after an update
     * @param update what was subtracted from it
     * @return whether another iteration would change nothing that matters; true where all of the beam attaches
     */
    boolean isBeamSettled(double psi, double update) {
        if (cutOff == null) {
            return true;
        }
        final double attached = brought * cutOff.share(psi);
        final double taken = attachedCurrent - attachedByPsi * update;
        return Math.abs(attached - taken) <= ATTACHED * Math.abs(attached);
    }

    /**
     * Tells whether the ions that keep the ends neutral are used up where the last assembly took them to be.
     *
     * @param trial level whose fractions and charges are those of a solution
     * @return whether another assembly would have the same rows
     */
    boolean areSettled(Level trial) {
        for (int i = 0; i < ions; i++) {
            if ((frontConditions[i] instanceof IonCondition.Neutral && wantsUsedUp(trial, 0, i) != usedUpFront[i])
                    || (backConditions[i] instanceof IonCondition.Neutral
                            && wantsUsedUp(trial, last, i) != usedUpBack[i])) {
                return false;
            }
        }
        return true;
    }

    private void clearRow(BlockTridiagonalMatrix matrix, int node, int row) {
        for (int j = 0; j < block; j++) {
            matrix.diagonal()[row * block + j] = 0;
            if (node > 0) {
                matrix.lower()[row * block + j] = 0;
            }
            if (node < last) {
                matrix.upper()[row * block + j] = 0;
            }
        }
    }
}
