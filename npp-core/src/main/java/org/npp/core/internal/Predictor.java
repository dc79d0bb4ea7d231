package org.npp.core.internal;

import org.npp.core.boundary.ElectricCondition;

/**
 * First guess of a step: a polynomial through the accepted levels, at fixed node index, read at the nodes' new places.
 *
 * <p>Its difference to the solution tells the error of the step. Not thread-safe; {@link #predict} allocates nothing.
 */
final class Predictor {
    /** A predicted density stays above this share of the last one. */
    private static final double LEAST_SHARE = 0.2;

    private final int ions;
    private final boolean groundedBack;
    private final double[] predicted;

    /** Fractions predicted for the node before [1]. */
    private final double[] before;

    /** Weights of the last change and, with a minus, of the one before. */
    private double w1;

    private double w2;

    private Predictor(Model model, int nodes) {
        ions = model.ionCount();
        groundedBack = model.back().electric() instanceof ElectricCondition.Potential;
        predicted = new double[nodes * ions];
        before = new double[ions];
    }

    static Predictor of(Model model, int nodes) {
        return new Predictor(model, nodes);
    }

    /** Fractions predicted last {@code [node * S + ion]}; live. */
    double[] fractions() {
        return predicted;
    }

    /**
     * Writes changes, drops and potentials of the trial.
     *
     * @param levels accepted levels, the newest first, and last the trial, whose nodes are placed
     * @param known number of accepted levels that belong to one smooth piece, 1 to 3
     * @param order order of the step: a parabola where it is 2 and three levels are known
     * @param step length of the step [s]
     */
    void predict(Level[] levels, int known, int order, double step) {
        weigh(levels, known, order, step);
        final Level old = levels[0];
        final Level trial = levels[3];
        for (int at = 0; at < predicted.length; at++) {
            predicted[at] = old.fraction[at] + w1 * old.change[at] - w2 * levels[1].change[at];
        }
        for (int e = 0; e < trial.drop.length; e++) {
            final double now = old.drop[e];
            final double changeBefore = known > 1 ? now - levels[1].drop[e] : 0;
            final double changeBeforeThat = known > 2 ? levels[1].drop[e] - levels[2].drop[e] : 0;
            trial.drop[e] = now + w1 * changeBefore - w2 * changeBeforeThat;
        }
        readAtNodes(levels);
        final int anchor = groundedBack ? trial.nodes() - 1 : 0;
        trial.psi[anchor] = old.psi[anchor];
        trial.sumPotential(groundedBack);
    }

    /** Newton's form: c0 + s [0,1] + s (s + d1) [0,1,2]. */
    private void weigh(Level[] levels, int known, int order, double step) {
        w1 = 0;
        w2 = 0;
        if (known == 1) {
            return;
        }
        final double d1 = levels[0].time - levels[1].time;
        w1 = step / d1;
        if (known > 2 && order == 2) {
            final double d2 = levels[1].time - levels[2].time;
            final double curvature = step * (step + d1) / (d1 + d2);
            w1 += curvature / d1;
            w2 = curvature / d2;
        }
    }

    /**
     * Reads what is predicted for nodes that go on as before at the nodes as they are, and keeps densities positive: a node
     * that leaves its smooth path changes fractions and potential there, but that is no error.
     */
    private void readAtNodes(Level[] levels) {
        final Level old = levels[0];
        final Level trial = levels[3];
        final int last = trial.nodes() - 1;
        double riseBefore = 0;
        double xBefore = 0;
        double x = expected(levels, 0);
        for (int k = 0; k <= last; k++) {
            double below = 0;
            double above = 0;
            final double xNext = k < last ? expected(levels, k + 1) : x;
            final double off = trial.x[k] - x;
            if (k > 0 && k < last && off != 0) {
                final double left = x - xBefore;
                final double right = xNext - x;
                if (left > 0 && right > 0) {
                    final double by = Math.max(-left, Math.min(right, off));
                    below = by * (by - right) / (left * (left + right));
                    above = by * (by + left) / (right * (left + right));
                }
            }
            xBefore = x;
            x = xNext;
            final double rise = k > 0 && k < last ? above * trial.drop[k] - below * trial.drop[k - 1] : 0;
            if (k > 0) {
                // the drop behind this node is the last that another one needs as it was predicted
                trial.drop[k - 1] += rise - riseBefore;
            }
            riseBefore = rise;
            for (int i = 0; i < ions; i++) {
                final int at = k * ions + i;
                final double now = old.fraction[at];
                double value = predicted[at];
                if (below != 0 || above != 0) {
                    value += below * (before[i] - value) + above * (predicted[at + ions] - value);
                }
                before[i] = predicted[at];
                final double change = Math.max(value - now, (LEAST_SHARE - 1) * now);
                trial.change[at] = change;
                predicted[at] = now + change;
            }
        }
    }

    /** Position of a node that goes on as before [m]. */
    private double expected(Level[] levels, int node) {
        return levels[0].x[node] + w1 * levels[0].shift[node] - w2 * levels[1].shift[node];
    }
}
