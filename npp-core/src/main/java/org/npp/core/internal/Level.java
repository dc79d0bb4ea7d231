package org.npp.core.internal;

import org.npp.core.mesh.Mesh;
import org.npp.core.time.TimeFormula;

/**
 * All fields at one time, with their changes since the time before.
 *
 * <p>The changes are the primary unknowns of a step: potential <em>drops</em> across edges, <em>changes</em> of the
 * fractions, and cell <em>charges</em> are kept beside potential and fractions because each is far smaller than the
 * rounding of the sums it belongs to. Ahead of a thin front, a charge of 1e-20 of the ions' decides the field.
 *
 * <p><strong>Layout.</strong> Node arrays have K + 1 entries, edge arrays K, fractions are node-major
 * {@code [node * S + ion]}. Not thread-safe.
 */
public final class Level {
    /** Charge density over eN up to which given charges and those of the field differ by rounding [1]. */
    private static final double CHARGE_ROUNDING = 1e-6;

    /** Number of ions S. */
    final int ions;

    /** Time [s]. */
    double time;

    /** Node positions [m]. */
    final double[] x;

    /** Edge lengths [m]. */
    final double[] step;

    /** Cell volumes per area [m]. */
    final double[] volume;

    /** Movement of the nodes since the level before [m]. */
    final double[] shift;

    /** Fractions c. */
    final double[] fraction;

    /** Change of the fractions at the node since the level before. */
    final double[] change;

    /** Change of the amounts V c of the cells since the level before [m]. */
    final double[] amountChange;

    /** Scaled potential. */
    final double[] psi;

    /** Scaled potential drop across the edges, right minus left. */
    final double[] drop;

    /** Charge of the cells over eN [m]. */
    final double[] charge;

    /** Change of the field of the edges since the level before [1/m]. */
    final double[] fieldChange;

    /** Surface charge over eN [m]. */
    double surfaceCharge;

    /** Change of the surface charge since the level before [m]. */
    double surfaceChargeChange;

    /** Charge brought by the beam since the level before, over eN [m]. */
    double beamChange;

    /** Total charge that passed since the level before, over eN [m]. */
    double passedChange;

    /** Per ion: amount entered at the front since the level before [m]. */
    final double[] enteredChange;

    /** Per ion: amount left at the back since the level before [m]. */
    final double[] leftChange;

    private Level(int nodes, int ions) {
        this.ions = ions;
        x = new double[nodes];
        step = new double[nodes - 1];
        volume = new double[nodes];
        shift = new double[nodes];
        fraction = new double[nodes * ions];
        change = new double[nodes * ions];
        amountChange = new double[nodes * ions];
        psi = new double[nodes];
        drop = new double[nodes - 1];
        charge = new double[nodes];
        fieldChange = new double[nodes - 1];
        enteredChange = new double[ions];
        leftChange = new double[ions];
    }

    /**
     * Creates a level with all fields 0.
     *
     * @param nodes number of nodes
     * @param ions number of ions
     * @return the level
     */
    public static Level ofSize(int nodes, int ions) {
        return new Level(nodes, ions);
    }

    /**
     * Creates the level of a virgin sample at time 0.
     *
     * @param mesh nodes
     * @param virgin fraction of each ion. Not modified.
     * @return the level
     */
    public static Level virgin(Mesh mesh, double[] virgin) {
        final Level level = ofSize(mesh.size(), virgin.length);
        level.place(mesh.toArray());
        for (int at = 0; at < level.fraction.length; at++) {
            level.fraction[at] = virgin[at % virgin.length];
        }
        return level;
    }

    /**
     * Creates a level from profiles. Charges that are those of the field but for rounding are taken from the field, by
     * Gauss's law: the difference would make a current in the first step.
     *
     * @param time time [s]
     * @param mesh nodes
     * @param fraction fractions {@code [node * S + ion]}. Not modified.
     * @param psi scaled potential of the nodes. Not modified.
     * @param chargeFraction charge density of the cells over eN [1]. Not modified.
     * @param surfaceCharge surface charge over eN [m]
     * @param debyeSquared square of the Debye length [m&sup2;]
     * @return the level
     */
    public static Level of(
            double time,
            Mesh mesh,
            double[] fraction,
            double[] psi,
            double[] chargeFraction,
            double surfaceCharge,
            double debyeSquared) {
        final Level level = ofSize(mesh.size(), fraction.length / mesh.size());
        level.time = time;
        level.place(mesh.toArray());
        System.arraycopy(fraction, 0, level.fraction, 0, fraction.length);
        System.arraycopy(psi, 0, level.psi, 0, psi.length);
        level.surfaceCharge = surfaceCharge;
        for (int e = 0; e < level.drop.length; e++) {
            level.drop[e] = psi[e + 1] - psi[e];
        }
        level.setCharges(chargeFraction, debyeSquared);
        return level;
    }

    private void setCharges(double[] chargeFraction, double debyeSquared) {
        boolean fits = true;
        double displacement = surfaceCharge;
        for (int k = 0; k < drop.length; k++) {
            final double right = -debyeSquared * drop[k] / step[k];
            charge[k] = right - displacement;
            displacement = right;
            fits &= Math.abs(charge[k] - chargeFraction[k] * volume[k]) <= CHARGE_ROUNDING * volume[k];
        }
        final int last = drop.length;
        charge[last] = chargeFraction[last] * volume[last];
        for (int k = 0; !fits && k < last; k++) {
            charge[k] = chargeFraction[k] * volume[k];
        }
    }

    /**
     * Puts the nodes somewhere, at rest, without changing the fields.
     *
     * @param positions node positions [m]. Not modified.
     */
    public void place(double[] positions) {
        System.arraycopy(positions, 0, x, 0, x.length);
        measure();
    }

    /**
     * Moves the nodes relative to another level.
     *
     * @param from the level before
     * @param positions new node positions [m]; the ends stay. Not modified.
     */
    void move(Level from, double[] positions) {
        for (int k = 0; k < x.length; k++) {
            x[k] = positions[k];
            shift[k] = positions[k] - from.x[k];
        }
        measure();
    }

    /** A copy in which nothing has changed since this level. */
    Level atRest() {
        final Level copy = ofSize(x.length, ions);
        copy.time = time;
        copy.place(x);
        System.arraycopy(fraction, 0, copy.fraction, 0, fraction.length);
        System.arraycopy(psi, 0, copy.psi, 0, psi.length);
        System.arraycopy(drop, 0, copy.drop, 0, drop.length);
        System.arraycopy(charge, 0, copy.charge, 0, charge.length);
        copy.surfaceCharge = surfaceCharge;
        return copy;
    }

    /**
     * Makes this level another one whose changes are replaced by its rates, as the trapezoidal rule takes them.
     *
     * @param level the level. Not modified.
     * @param before the level before it. Not modified.
     * @param formula formula that led from one to the other
     */
    void takeRates(Level level, Level before, TimeFormula formula) {
        time = level.time;
        place(level.x);
        System.arraycopy(level.fraction, 0, fraction, 0, fraction.length);
        System.arraycopy(level.psi, 0, psi, 0, psi.length);
        System.arraycopy(level.drop, 0, drop, 0, drop.length);
        System.arraycopy(level.charge, 0, charge, 0, charge.length);
        surfaceCharge = level.surfaceCharge;
        rates(formula, level.shift, before.shift, shift);
        rates(formula, level.change, before.change, change);
        rates(formula, level.amountChange, before.amountChange, amountChange);
        rates(formula, level.fieldChange, before.fieldChange, fieldChange);
        rates(formula, level.enteredChange, before.enteredChange, enteredChange);
        rates(formula, level.leftChange, before.leftChange, leftChange);
        surfaceChargeChange = formula.rate(level.surfaceChargeChange, before.surfaceChargeChange);
        beamChange = formula.rate(level.beamChange, before.beamChange);
        passedChange = formula.rate(level.passedChange, before.passedChange);
    }

    private static void rates(TimeFormula formula, double[] changes, double[] changesBefore, double[] out) {
        for (int at = 0; at < out.length; at++) {
            out[at] = formula.rate(changes[at], changesBefore[at]);
        }
    }

    /** Takes edges and volumes from the positions. */
    private void measure() {
        final int last = step.length;
        for (int e = 0; e < last; e++) {
            step[e] = x[e + 1] - x[e];
        }
        volume[0] = 0.5 * step[0];
        for (int k = 1; k < last; k++) {
            volume[k] = 0.5 * (step[k - 1] + step[k]);
        }
        volume[last] = 0.5 * step[last - 1];
    }

    /** Copies the changes of all cells' volumes since the level before, from the movement of the faces [m]. */
    void copyVolumeChanges(double[] out) {
        final int last = step.length;
        out[0] = 0.5 * (shift[0] + shift[1]);
        for (int k = 1; k < last; k++) {
            out[k] = 0.5 * (shift[k] + shift[k + 1]) - 0.5 * (shift[k - 1] + shift[k]);
        }
        out[last] = -0.5 * (shift[last - 1] + shift[last]);
    }

    /** Field of an edge, \( -\Delta\psi/h \) [1/m]. */
    double field(int edge) {
        return -drop[edge] / step[edge];
    }

    /** Movement of the face right of node k; the ends are the surfaces. */
    double faceShift(int k) {
        return k < 0 || k >= step.length ? 0 : 0.5 * (shift[k] + shift[k + 1]);
    }

    /** Rounds the potential's accumulated drops into potentials, from the grounded end. */
    void sumPotential(boolean fromBack) {
        if (fromBack) {
            for (int e = drop.length - 1; e >= 0; e--) {
                psi[e] = psi[e + 1] - drop[e];
            }
        } else {
            for (int e = 0; e < drop.length; e++) {
                psi[e + 1] = psi[e] + drop[e];
            }
        }
    }

    /**
     * Returns the number of nodes.
     *
     * @return K + 1
     */
    public int nodes() {
        return x.length;
    }

    /**
     * Returns the time.
     *
     * @return time [s]
     */
    public double time() {
        return time;
    }

    /**
     * Returns the depth of a node.
     *
     * @param node node
     * @return depth [m]
     */
    public double depth(int node) {
        return x[node];
    }

    /**
     * Returns the fraction of an ion at a node.
     *
     * @param ion ion
     * @param node node
     * @return fraction [1]
     */
    public double fraction(int ion, int node) {
        return fraction[node * ions + ion];
    }

    /**
     * Returns the scaled potential of a node.
     *
     * @param node node
     * @return potential over kT/e [1]
     */
    public double psi(int node) {
        return psi[node];
    }

    /**
     * Returns the charge density of a cell.
     *
     * @param node node
     * @return charge density over eN [1]
     */
    public double chargeFraction(int node) {
        return charge[node] / volume[node];
    }

    /**
     * Returns the charge on the front surface.
     *
     * @return charge over eN [m]
     */
    public double surfaceCharge() {
        return surfaceCharge;
    }

    /**
     * Returns the charge that passed since the level before.
     *
     * @return charge over eN [m]
     */
    public double passedChange() {
        return passedChange;
    }

    /**
     * Returns all fractions.
     *
     * @return {@code [node * S + ion]}; live, not to be modified
     */
    public double[] fractions() {
        return fraction;
    }

    /**
     * Returns all node positions.
     *
     * @return depths [m]; live, not to be modified
     */
    public double[] positions() {
        return x;
    }

    /**
     * Returns the largest change of a fraction since the level before.
     *
     * @return change [1]
     */
    public double largestChange() {
        double largest = 0;
        for (final double one : change) {
            largest = Math.max(largest, Math.abs(one));
        }
        return largest;
    }
}
