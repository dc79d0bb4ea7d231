package org.npp.core.internal;

import org.npp.core.boundary.ElectricCondition;
import org.npp.core.time.TimeFormula;

/**
 * Keeps the books: ions entered, left and found, charge passed, uniformity of the total current, least fraction.
 *
 * <p>The total current through a face that moves with \( w \) is
 * \( \sum z_i F_i + w q_0 + \lambda^2 \mathcal D E \); charge conservation of the cells and Gauss's law make it the same
 * at every face. Not thread-safe.
 */
public final class Balance {
    /** Share of the ions present that counts as passed at least, where hardly any pass. */
    private static final double LEAST_PASSED = 1e-5;

    private final Model model;
    private final int ions;
    private final double[] amountAtStart;
    private final double[] entered;
    private final double[] left;
    private final double[] passed;
    private final double[] worstDifference;
    private double passedCharge;
    private double leastFraction = Double.POSITIVE_INFINITY;
    private double uniformityError;

    private Balance(Model model, Level start) {
        this.model = model;
        ions = model.ionCount();
        amountAtStart = new double[ions];
        entered = new double[ions];
        left = new double[ions];
        passed = new double[ions];
        worstDifference = new double[ions];
        for (int i = 0; i < ions; i++) {
            amountAtStart[i] = amount(start, i);
        }
        noteLeast(start);
    }

    static Balance of(Model model, Level start) {
        return new Balance(model, start);
    }

    /** Amount of an ion, summed with compensation [m]. */
    private double amount(Level level, int ion) {
        double sum = 0;
        double lost = 0;
        for (int k = 0; k < level.volume.length; k++) {
            final double term = level.volume[k] * level.fraction[k * ions + ion] - lost;
            final double next = sum + term;
            lost = (next - sum) - term;
            sum = next;
        }
        return sum;
    }

    private void noteLeast(Level level) {
        for (final double fraction : level.fraction) {
            leastFraction = Math.min(leastFraction, fraction);
        }
    }

    /** Books an accepted step. */
    void record(Level old, Level now, TimeFormula formula, Assembly assembly) {
        final BoundaryRows ends = assembly.boundaries();
        for (int i = 0; i < ions; i++) {
            now.enteredChange[i] = formula.change(ends.enteringFlux[i], old.enteredChange[i]);
            now.leftChange[i] = formula.change(ends.leavingFlux[i], old.leftChange[i]);
            entered[i] += now.enteredChange[i];
            left[i] += now.leftChange[i];
            passed[i] += Math.max(Math.abs(now.enteredChange[i]), Math.abs(now.leftChange[i]));
            final double found = amount(now, i) - amountAtStart[i];
            worstDifference[i] = Math.max(worstDifference[i], Math.abs(entered[i] - left[i] - found));
        }
        noteLeast(now);
        final double current = recordCurrent(old, now, formula, assembly);
        now.passedChange = passedChange(old, now, formula, ends, current);
        passedCharge += now.passedChange;
        now.surfaceCharge = model.debyeSquared() * field(now, 0) - now.charge[0];
        now.surfaceChargeChange = now.surfaceCharge - old.surfaceCharge;
    }

    /** The beam's charge to the last digit where all of it attaches; else what the rate of the step amounts to. */
    private double passedChange(Level old, Level now, TimeFormula formula, BoundaryRows ends, double current) {
        if (!(model.front().electric() instanceof ElectricCondition.Attachment)) {
            return formula.change(current, old.passedChange);
        }
        return ends.cutOff() == null ? now.beamChange : formula.change(ends.attachedCurrent, old.passedChange);
    }

    /** Field of an edge, \( -\Delta\psi/h \) [1/m]. */
    private static double field(Level level, int edge) {
        return -level.drop[edge] / level.step[edge];
    }

    /** Total current at every face; returns the one at the first. */
    private double recordCurrent(Level old, Level now, TimeFormula formula, Assembly assembly) {
        double first = 0;
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double scale = 0;
        for (int e = 0; e < now.drop.length; e++) {
            now.fieldChange[e] = field(now, e) - field(old, e);
            double current = formula.rate(now.faceShift(e), old.faceShift(e)) * model.fixedCharge()
                    + model.debyeSquared() * formula.rate(now.fieldChange[e], old.fieldChange[e]);
            for (int i = 0; i < ions; i++) {
                final double partial = model.charges()[i] * assembly.flux[e * ions + i];
                current += partial;
                scale = Math.max(scale, Math.abs(partial));
            }
            first = e == 0 ? current : first;
            least = Math.min(least, current);
            largest = Math.max(largest, current);
            scale = Math.max(scale, Math.abs(current));
        }
        if (scale > 0) {
            uniformityError = Math.max(uniformityError, (largest - least) / scale);
        }
        return first;
    }

    /**
     * Returns the charge passed since the start.
     *
     * @return charge over eN [m]
     */
    public double passedCharge() {
        return passedCharge;
    }

    /**
     * Returns the least fraction of any ion at any node and time.
     *
     * @return fraction [1]
     */
    public double leastFraction() {
        return leastFraction;
    }

    /**
     * Returns the largest difference of the total current between two faces, over the largest current, of any step.
     *
     * @return relative error [1]
     */
    public double uniformityError() {
        return uniformityError;
    }

    /**
     * Returns the largest difference between ions entered less left and ions found, at any time, over the ions passed
     * (or a 1e-5th of all ions at the start, where fewer passed), of any ion.
     *
     * @return relative error [1]
     */
    public double ionBalanceError() {
        double all = 0;
        for (final double amount : amountAtStart) {
            all += amount;
        }
        double worst = 0;
        for (int i = 0; i < ions; i++) {
            final double scale = Math.max(passed[i], LEAST_PASSED * all);
            if (scale > 0) {
                worst = Math.max(worst, worstDifference[i] / scale);
            }
        }
        return worst;
    }
}
