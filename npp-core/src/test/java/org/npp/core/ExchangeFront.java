package org.npp.core;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.NodeFormula;

/**
 * Exact electroneutral front of complete exchange that moves with the ions' velocity v (physics: c_2' = -v c_1 c_2 (1/D_2
 * - 1/D_1)), for a native resistance linear in composition, 1/D_1 = [1 - g + b c_2]/D_2 with 0 &lt;= b &lt; g &lt; 1. For b = 0 it
 * is the hyperbolic tangent.
 *
 * <p>With l = D_2/v: -&xi;/l = ln(c)/g - ln(1 - c)/(g - b) + b/(g (g - b)) ln(g - b c) + const, c = c_2.
 */
final class ExchangeFront {
    static final double FOREIGN_DIFFUSIVITY = 1e-20;
    static final double VELOCITY = 1e-11;

    /** D_2/v [m]. */
    static final double LENGTH = FOREIGN_DIFFUSIVITY / VELOCITY;

    private final double g;
    private final double b;
    private final double middle;

    private ExchangeFront(double g, double b) {
        this.g = g;
        this.b = b;
        middle = depth(0);
    }

    static ExchangeFront of(double g, double b) {
        return new ExchangeFront(g, b);
    }

    /** The front w = D_1 D_2/[v (D_1 - D_2)] [m]. */
    double width() {
        return LENGTH / g;
    }

    /** Depth over l of the fraction c = 1/(1 + exp(-y)), up to a constant. */
    private double depth(double y) {
        final double logForeign = -Math.log1p(Math.exp(-y));
        final double logNative = -Math.log1p(Math.exp(y));
        final double foreign = Math.exp(logForeign);
        return logNative / (g - b) - logForeign / g - b / (g * (g - b)) * Math.log(g - b * foreign);
    }

    /** Foreign fraction at a distance ahead of the place where it is one half. */
    double foreign(double ahead) {
        if (b == 0) {
            return 1 / (1 + Math.exp(ahead / width()));
        }
        final double y = new BrentSolver(1e-13, 1e-12).solve(200, s -> depth(s) - middle - ahead / LENGTH, -200, 200);
        return 1 / (1 + Math.exp(-y));
    }

    DiffusivityLaw nativeLaw() {
        return b == 0
                ? ConstantDiffusivity.of(FOREIGN_DIFFUSIVITY / (1 - g))
                : NodeFormula.linearResistance(0, Glass.BULK, (1 - g) / FOREIGN_DIFFUSIVITY, b / FOREIGN_DIFFUSIVITY);
    }

    /** The profile with its middle at a depth. */
    NppState state(Mesh mesh, double middleDepth) {
        final double[][] densities = new double[2][mesh.size()];
        for (int k = 0; k < mesh.size(); k++) {
            final double foreign = foreign(mesh.node(k) - middleDepth);
            densities[1][k] = Glass.BULK * foreign;
            densities[0][k] = Glass.BULK * (1 - foreign);
        }
        return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    /** Integral of the deviation's magnitude from the front with its middle at a depth, over that depth. */
    double meanError(NppState state, double middleDepth) {
        final Mesh mesh = state.mesh();
        double sum = 0;
        for (int k = 1; k < mesh.size(); k++) {
            final double x = 0.5 * (mesh.node(k) + mesh.node(k - 1));
            final double found = 0.5 * (state.density(1, k) + state.density(1, k - 1)) / Glass.BULK;
            sum += Math.abs(found - foreign(x - middleDepth)) * (mesh.node(k) - mesh.node(k - 1));
        }
        return sum / middleDepth;
    }

    /** Largest deviation of a state's foreign fraction from the front with its middle at a depth. */
    double error(NppState state, double middleDepth) {
        double worst = 0;
        for (int k = 0; k < state.mesh().size(); k++) {
            final double expected = foreign(state.mesh().node(k) - middleDepth);
            worst = Math.max(worst, Math.abs(state.density(1, k) / Glass.BULK - expected));
        }
        return worst;
    }
}
