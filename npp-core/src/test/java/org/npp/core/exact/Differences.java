package org.npp.core.exact;

import java.util.function.DoubleUnaryOperator;

/** Central differences for checking closed forms against the equations they solve. */
final class Differences {
    private Differences() {}

    /** First derivative, fourth order in h. */
    static double fivePoint(DoubleUnaryOperator f, double x, double h) {
        return (f.applyAsDouble(x - 2 * h)
                        - 8 * f.applyAsDouble(x - h)
                        + 8 * f.applyAsDouble(x + h)
                        - f.applyAsDouble(x + 2 * h))
                / (12 * h);
    }
}
