package org.npp.core.internal;

import org.npp.core.boundary.ElectricCondition;
import org.npp.core.time.TimeFormula;

/**
 * Keeps the books: ions entered, left and found, charge passed, uniformity of the total current, least fraction.
 * Not thread-safe.
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
    void record(Level old, Level now, TimeFormula formula, BoundaryRows ends, TotalCurrent current) {
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
        uniformityError = Math.max(uniformityError, current.unevenness());
        now.passedChange = passedChange(old, now, formula, ends, current.atFront());
        passedCharge += now.passedChange;
        now.surfaceCharge = model.debyeSquared() * now.field(0) - now.charge[0];
        now.surfaceChargeChange = now.surfaceCharge - old.surfaceCharge;
    }

    /** The beam's charge to the last digit where all of it attaches; else what the rate of the step amounts to. */
    private double passedChange(Level old, Level now, TimeFormula formula, BoundaryRows ends, double current) {
        if (!(model.front().electric() instanceof ElectricCondition.Attachment)) {
            return formula.change(current, old.passedChange);
        }
        return ends.cutOff() == null ? now.beamChange : formula.change(ends.attachedCurrent, old.passedChange);
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
