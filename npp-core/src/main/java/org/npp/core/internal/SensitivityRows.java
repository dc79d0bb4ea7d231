package org.npp.core.internal;

import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.Surface;
import org.npp.core.time.TimeFormula;

/**
 * Right-hand side of the equation for the derivative to one parameter: the derivative of a step's residual to all but
 * the new unknowns, with the opposite sign.
 *
 * <p>With the residual of {@link Assembly} and \( u \) the unknowns, primes being derivatives to the parameter:
 * \[ J u'_{n+1} = a V_n c'_n + b\,(V c')'_{\Delta n} - \partial_p (F_{k+1/2} - F_{k-1/2}) \]
 * in an ion's row; in Poisson's, what the network's counter-charge changes. The rows of the surfaces are replaced as
 * {@link BoundaryRows} does. Units of densities and potentials stay fixed, so that the Debye length does too. Not
 * thread-safe; {@link #write} allocates nothing.
 */
final class SensitivityRows {
    private final Model model;
    private final int ions;
    private final int block;
    private final IonCondition[] frontConditions;
    private final IonCondition[] backConditions;

    /** Share of the beam that attaches; null where it is all of it. */
    private final @Nullable BeamCutOff cutOff;

    private SensitivityRows(Model model) {
        this.model = model;
        ions = model.ionCount();
        block = model.blockSize();
        frontConditions = BoundaryRows.resolve(model.front().ions());
        backConditions = BoundaryRows.resolve(model.back().ions());
        cutOff = BeamCutOff.of(model);
    }

    static SensitivityRows of(Model model) {
        return new SensitivityRows(model);
    }

    /** Writes the right-hand side for a step from the level the vector belongs to. */
    void write(SensitivityVector vector, Level old, Level now, TimeFormula formula, EdgeFluxes fluxes, double[] rhs) {
        final double a = formula.a();
        final double b = formula.b();
        final double[] unknowns = vector.unknowns;
        final double[] amountChange = vector.amountChange;
        for (int k = 0, row = 0; k < now.volume.length; k++, row += block) {
            rhs[row] = now.volume[k] * vector.networkCharge[k];
        }
        for (int i = 0; i < ions; i++) {
            for (int k = 0, at = i, row = 1 + i; k < now.volume.length; k++, at += ions, row += block) {
                rhs[row] = a * old.volume[k] * unknowns[row] + b * amountChange[at];
            }
        }
        fluxes.subtract(vector, now, rhs);
        final int last = old.volume.length - 1;
        replaceElectric(model.front().electric(), Surface.FRONT, 0, vector, old, now, formula, rhs);
        replaceElectric(model.back().electric(), Surface.BACK, last * block, vector, old, now, formula, rhs);
        replaceIons(frontConditions, 0, vector, rhs);
        replaceIons(backConditions, last, vector, rhs);
    }

    private void replaceElectric(
            ElectricCondition condition,
            Surface surface,
            int row,
            SensitivityVector vector,
            Level old,
            Level now,
            TimeFormula formula,
            double[] rhs) {
        if (condition instanceof ElectricCondition.Potential given) {
            rhs[row] = byParameter(given.potential(), surface, vector.parameter, now.time) / model.thermalVoltage();
        } else if (condition instanceof ElectricCondition.SurfaceCharge given) {
            rhs[row] += model.debyeSquared() == 0
                    ? 0
                    : byParameter(given.chargeDensity(), surface, vector.parameter, now.time) / model.chargeScale();
        } else if (condition instanceof ElectricCondition.Attachment beam) {
            attach(beam, vector, old, now, formula, rhs);
        }
    }

    /** As the row of the surface charge: the closed Poisson row times a and the attached ion's closed row. */
    private void attach(
            ElectricCondition.Attachment beam,
            SensitivityVector vector,
            Level old,
            Level now,
            TimeFormula formula,
            double[] rhs) {
        rhs[0] = formula.a() * (rhs[0] + vector.surfaceCharge)
                + formula.b() * vector.surfaceChargeChange
                + model.charges()[beam.ion()] * rhs[1 + beam.ion()];
        final double share = cutOff == null ? 1 : cutOff.share(now.psi[0]);
        if (vector.parameter instanceof Parameter.DriveFactor factor && factor.surface() == Surface.FRONT) {
            rhs[0] += share * formula.rate(now.beamChange, old.beamChange);
        } else if (vector.parameter instanceof Parameter.DriveOffset offset && offset.surface() == Surface.FRONT) {
            // the formulas are exact for what grows linearly
            rhs[0] += share / model.chargeScale();
        }
    }

    private static double byParameter(Drive drive, Surface surface, Parameter parameter, double time) {
        if (parameter instanceof Parameter.DriveFactor factor && factor.surface() == surface) {
            return drive.value(time);
        }
        return parameter instanceof Parameter.DriveOffset offset && offset.surface() == surface ? 1 : 0;
    }

    private void replaceIons(IonCondition[] conditions, int node, SensitivityVector vector, double[] rhs) {
        for (int i = 0; i < ions; i++) {
            final IonCondition condition = conditions[i];
            if (condition instanceof IonCondition.Neutral) {
                rhs[node * block + 1 + i] = -vector.networkCharge[node];
            } else if (condition instanceof IonCondition.Discharged || condition instanceof IonCondition.Density) {
                rhs[node * block + 1 + i] = 0;
            }
        }
    }
}
