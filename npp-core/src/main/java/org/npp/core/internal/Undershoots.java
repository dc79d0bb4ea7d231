package org.npp.core.internal;

import org.npp.core.time.TimeFormula;

/**
 * Takes densities a little below 0 back to 0 at the end of a step, at the cost of their neighbours.
 *
 * <p>Ahead of a front a density falls by decades between nodes and, at nodes that lead further ahead, from step to step.
 * No formula of second order keeps it above 0 there. What it falls below by is less than Newton's iteration leaves, but
 * it must not be there, and no ion may be made. So the ions that cells lack are taken from their neighbours, on the side
 * of the nearest cell that has enough, in exchange for as much charge of the ion that is most frequent there: the balances
 * of the ions, charges, fields and currents stay as they are. Not thread-safe; {@link #fill} allocates nothing.
 *
 * @see "Shashkov and Wendroff, The repair paradigm and application to conservation laws, J. Comput. Phys. 198 (2004) 265"
 */
final class Undershoots {
    /** Share of its ions that a cell gives at most. */
    private static final double MOST_GIVEN = 0.5;

    private final int[] charges;
    private final int ions;
    private int lacking;

    private Undershoots(int[] charges) {
        this.charges = charges;
        ions = charges.length;
    }

    static Undershoots of(int[] charges) {
        return new Undershoots(charges);
    }

    /**
     * Fills all cells up to 0.
     *
     * @param old level at the begin of the step. Not modified.
     * @param trial level at its end, concluded
     * @param formula time derivative
     * @param flux fluxes relative to the faces {@code [edge * S + ion]} [m/s]; what is moved is added
     * @return whether that was possible; if not, the trial is useless
     */
    boolean fill(Level old, Level trial, TimeFormula formula, double[] flux) {
        final int last = trial.nodes() - 1;
        for (int i = 0; i < ions; i++) {
            for (int k = 0; k <= last; k++) {
                double lacks = lack(old, trial, k, i);
                if (lacks > 0) {
                    final int first = k;
                    while (k < last && lack(old, trial, k + 1, i) > 0) {
                        k++;
                        lacks += lack(old, trial, k, i);
                    }
                    lacking = first * ions + i;
                    final int giver = giver(i, first, k, lacks, old, trial);
                    final int other = giver < 0 ? -1 : partner(trial, giver, i);
                    if (other < 0
                            || !(giver < first
                                    ? fill(i, other, k, first, -1, old, trial, formula.a(), flux)
                                    : fill(i, other, first, k, 1, old, trial, formula.a(), flux))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Index {@code [node * S + ion]} of the cells filled last. */
    int lacking() {
        return lacking;
    }

    /** Ions that a cell is below 0 by [m]. */
    private double lack(Level old, Level trial, int cell, int ion) {
        final int at = cell * ions + ion;
        return -(old.fraction[at] + trial.change[at]) * trial.volume[cell];
    }

    /** The inner cell nearest to some that has enough for them, and for others on the way; -1 if there is none. */
    private int giver(int ion, int first, int end, double lacks, Level old, Level trial) {
        final int last = trial.nodes() - 1;
        double lacksRight = lacks;
        for (int left = first - 1, right = end + 1; left > 0 || right < last; left--, right++) {
            if (left > 0 && hasEnough(trial, ion, left, lacks)) {
                return left;
            }
            if (right < last && hasEnough(trial, ion, right, lacksRight)) {
                return right;
            }
            lacksRight += right < last ? Math.max(0, lack(old, trial, right, ion)) : 0;
        }
        return -1;
    }

    private boolean hasEnough(Level trial, int ion, int cell, double lacks) {
        return MOST_GIVEN * trial.volume[cell] * trial.fraction[cell * ions + ion] >= lacks;
    }

    /** The other ion that has most charge in a cell; for a neutral ion itself; -1 if there is none. */
    private int partner(Level trial, int cell, int ion) {
        int partner = charges[ion] == 0 ? ion : -1;
        double most = 0;
        for (int j = 0; j < ions && charges[ion] != 0; j++) {
            final double charge = Math.abs(charges[j]) * trial.fraction[cell * ions + j];
            if (j != ion && charge > most) {
                most = charge;
                partner = j;
            }
        }
        return partner;
    }

    /**
     * Passes on what cells lack, from the begin of a row of them to its end and beyond, until others have given as much.
     *
     * @return whether they had as much, and the other ion was there in all of them
     */
    private boolean fill(
            int ion, int other, int begin, int end, int side, Level old, Level trial, double a, double[] flux) {
        final double ratio = other == ion ? 0 : (double) charges[ion] / charges[other];
        double owed = 0;
        for (int k = begin; owed > 0 || side * (end - k) >= 0; k += side) {
            if (k == (side < 0 ? 0 : trial.nodes() - 1)) {
                return false; // by rounding the giver had not enough
            }
            final double lack = lack(old, trial, k, ion);
            final double gain = lack > 0 ? lack : -Math.min(owed, -MOST_GIVEN * lack);
            final double flow = side * a * (owed + gain);
            final int face = (side < 0 ? k - 1 : k) * ions;
            owed += gain;
            flux[face + ion] -= flow;
            if (lack > 0) {
                empty(k, ion, gain, old, trial);
            } else {
                add(k, ion, gain, old, trial);
            }
            if (other != ion) {
                flux[face + other] += ratio * flow;
                add(k, other, -ratio * gain, old, trial);
                if (lack(old, trial, k, other) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void empty(int cell, int ion, double gain, Level old, Level trial) {
        final int at = cell * ions + ion;
        trial.amountChange[at] += gain;
        trial.change[at] = -old.fraction[at];
        trial.fraction[at] = 0;
    }

    private void add(int cell, int ion, double amount, Level old, Level trial) {
        final int at = cell * ions + ion;
        trial.amountChange[at] += amount;
        trial.change[at] += amount / trial.volume[cell];
        trial.fraction[at] = Math.max(0, old.fraction[at] + trial.change[at]);
    }
}
