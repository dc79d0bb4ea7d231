package org.npp.sed;

import java.math.BigDecimal;
import java.math.MathContext;

/** Largest and root-mean-square error of computed values, in units in the last place of the exact ones. */
final class UlpError {
    private double max;
    private double squares;
    private int count;

    void add(double computed, String exact) {
        add(computed, exact, Math.ulp(Double.parseDouble(exact)));
    }

    /** Measures in another unit than the exact value's ulp. */
    void add(double computed, String exact, double unit) {
        final double error = new BigDecimal(computed)
                .subtract(new BigDecimal(exact))
                .divide(new BigDecimal(unit), MathContext.DECIMAL64)
                .abs()
                .doubleValue();
        max = Math.max(max, error);
        squares += error * error;
        count++;
    }

    double max() {
        return max;
    }

    double rms() {
        return Math.sqrt(squares / count);
    }
}
