package org.npp.core.internal;

import org.npp.core.time.TimeFormula;

/**
 * Total current of a solved step through every face: of the ions, and of the changing field.
 *
 * <p>Through a face that moves with \( w \) it is \( \sum z_i F_i + w q_0 + \lambda^2 \mathcal D E \); charge
 * conservation of the cells and Gauss's law make it the same at every face, but for rounding. Not thread-safe.
 */
final class TotalCurrent {
    private final Model model;
    private double atFront;
    private double unevenness;

    private TotalCurrent(Model model) {
        this.model = model;
    }

    static TotalCurrent of(Model model) {
        return new TotalCurrent(model);
    }

    /**
     * Measures it, and the changes of the field in the step.
     *
     * @param old level at the begin of the step
     * @param now level at its end; its changes of the field are written
     * @param formula time derivative
     * @param flux fluxes relative to the faces {@code [edge * S + ion]} [m/s]
     */
    void measure(Level old, Level now, TimeFormula formula, double[] flux) {
        final int ions = model.ionCount();
        final int[] charges = model.charges();
        final double fixedCharge = model.fixedCharge();
        final double debyeSquared = model.debyeSquared();
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double scale = 0;
        for (int e = 0; e < now.drop.length; e++) {
            final double fieldChange = now.field(e) - old.field(e);
            now.fieldChange[e] = fieldChange;
            double current = formula.rate(now.faceShift(e), old.faceShift(e)) * fixedCharge
                    + debyeSquared * formula.rate(fieldChange, old.fieldChange[e]);
            for (int i = 0; i < ions; i++) {
                final double partial = charges[i] * flux[e * ions + i];
                current += partial;
                scale = Math.max(scale, Math.abs(partial));
            }
            atFront = e == 0 ? current : atFront;
            least = Math.min(least, current);
            largest = Math.max(largest, current);
        }
        scale = Math.max(scale, Math.max(largest, -least));
        unevenness = scale > 0 ? (largest - least) / scale : 0;
    }

    /**
     * Returns the current through the face next to the front.
     *
     * @return current over eN [m/s]
     */
    double atFront() {
        return atFront;
    }

    /**
     * Returns how far the current is from being the same at every face.
     *
     * @return largest difference between two faces over the largest current of an ion or in all [1]
     */
    double unevenness() {
        return unevenness;
    }
}
