package org.npp.core.internal;

import org.npp.core.time.TimeFormula;

/**
 * How well the cells of a solved step keep the ions.
 *
 * <p>The last update of Newton's method solves balances that are linear in it, so they hold however large it is, but for
 * the rounding of its own flux \( D\,\delta c/h \). Where an ion crosses the sample many times within a step this
 * rounding is not small beside what the cells store.
 */
final class CellBalance {
    /** Ions a step may lose, as a share of those that pass in it [1]. */
    private static final double OF_PASSED = 1e-10;

    /** Ions a step may lose where hardly any pass, as a share of a sample full of them [1]. */
    private static final double OF_ALL = 1e-17;

    private CellBalance() {}

    /**
     * Tells whether all ions are kept. The first and the last cell are: what passes there is taken from their balance.
     *
     * @param old level at the begin of the step
     * @param trial level at its end
     * @param formula time derivative
     * @param system the assembly, concluded
     * @return whether no ion is lost or made but for rounding
     */
    static boolean holds(Level old, Level trial, TimeFormula formula, Assembly system) {
        final int ions = old.ions;
        final int last = trial.nodes() - 1;
        final BoundaryRows ends = system.boundaries();
        for (int i = 0; i < ions; i++) {
            double made = 0;
            for (int k = 1; k < last; k++) {
                final int at = k * ions + i;
                made += formula.rate(trial.amountChange[at], old.amountChange[at])
                        + (system.flux[at] - system.flux[at - ions]);
            }
            final double passed = Math.max(Math.abs(ends.enteringFlux[i]), Math.abs(ends.leavingFlux[i]));
            if (Math.abs(made) > OF_PASSED * passed + OF_ALL * formula.a() * trial.x[last]) {
                return false;
            }
        }
        return true;
    }
}
