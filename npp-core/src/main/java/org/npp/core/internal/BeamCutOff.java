package org.npp.core.internal;

import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.ElectricCondition;

/** The share of the beam that a charged surface takes up, by its scaled potential. Immutable and thread-safe. */
final class BeamCutOff {
    private final BeamEnergy beam;

    /** Energy of the ion per scaled potential, \( z kT \) [J]. */
    private final double unit;

    private BeamCutOff(BeamEnergy beam, double unit) {
        this.beam = beam;
        this.unit = unit;
    }

    /** The cut-off of a model's front, null where every ion attaches. */
    static @Nullable BeamCutOff of(Model model) {
        if (model.front().electric() instanceof ElectricCondition.Attachment attachment
                && attachment.beamEnergy().isPresent()) {
            final double charge = model.chargeScale() / model.referenceDensity() * model.charges()[attachment.ion()];
            return new BeamCutOff(attachment.beamEnergy().get(), charge * model.thermalVoltage());
        }
        return null;
    }

    double share(double psi) {
        return beam.attachedShare(unit * psi);
    }

    double shareByPsi(double psi) {
        return unit * beam.shareByBarrier(unit * psi);
    }

    /**
     * Shortens an update that would jump from one side of the cut-off to the other so that it ends where the share is
     * one half. From a flat part of the share Newton's method sees no cut-off and jumps back and forth between both; from
     * its steepest point it goes to the solution without overshooting, as a sum of a line and a logistic function has no
     * steeper place.
     *
     * @param psi potential of the front before the update [1]
     * @param update what Newton's method would subtract, the front's potential first. Shortened.
     * @return whether it was shortened
     */
    boolean limit(double psi, double[] update) {
        final double before = unit * psi - beam.energy();
        final double after = before - unit * update[0];
        if (Math.abs(before) > beam.width() && before < 0 != after < 0) {
            final double share = before / (before - after);
            for (int at = 0; at < update.length; at++) {
                update[at] *= share;
            }
            return true;
        }
        return false;
    }
}
