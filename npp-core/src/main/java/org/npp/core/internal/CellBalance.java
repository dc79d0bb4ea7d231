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

    /** Ions a step may lose whatever the rounding, as a share of a sample full of them [1]. */
    private static final double AT_MOST = 1e-15;

    private CellBalance() {}

    /**
     * Tells whether all ions are kept, but for rounding. The first and the last cell keep them: what passes there is taken
     * from their balance.
     *
     * @param old level at the begin of the step
     * @param trial level at its end
     * @param formula time derivative
     * @param system the assembly, concluded
     * @return whether no ion is lost or made
     */
    static boolean holds(Level old, Level trial, TimeFormula formula, Assembly system) {
        final BoundaryRows ends = system.boundaries();
        final double stored = OF_ALL * formula.a() * thickness(trial);
        for (int i = 0; i < old.ions; i++) {
            final double passed = Math.max(Math.abs(ends.enteringFlux[i]), Math.abs(ends.leavingFlux[i]));
            if (Math.abs(made(i, old, trial, formula, system)) > OF_PASSED * passed + stored) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether so many ions are lost or made that a shorter step has to be taken, in which less rounding comes
     * together.
     *
     * @param old level at the begin of the step
     * @param trial level at its end
     * @param formula time derivative
     * @param system the assembly, concluded
     * @return whether any ion is
     */
    static boolean isBroken(Level old, Level trial, TimeFormula formula, Assembly system) {
        final double most = AT_MOST * formula.a() * thickness(trial);
        for (int i = 0; i < old.ions; i++) {
            if (Math.abs(made(i, old, trial, formula, system)) > most) {
                return true;
            }
        }
        return false;
    }

    /** Ions made in all inner cells per time [m/s]. */
    private static double made(int ion, Level old, Level trial, TimeFormula formula, Assembly system) {
        final int ions = old.ions;
        double made = 0;
        for (int k = 1; k < trial.nodes() - 1; k++) {
            final int at = k * ions + ion;
            made += formula.rate(trial.amountChange[at], old.amountChange[at])
                    + (system.flux[at] - system.flux[at - ions]);
        }
        return made;
    }

    private static double thickness(Level level) {
        return level.x[level.nodes() - 1];
    }
}
