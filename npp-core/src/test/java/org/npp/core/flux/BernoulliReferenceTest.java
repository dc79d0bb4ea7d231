package org.npp.core.flux;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BernoulliReferenceTest {
    /** Beyond, the exponential is the square of one of half the argument. */
    private static final double TAIL = 700;

    /** [ulp]; 1.9 measured at 160,000 arguments. */
    private static final double VALUE = 2;

    /** [ulp]; 3.6 measured at 160,000 arguments. */
    private static final double DERIVATIVE = 4;

    /** [ulp]; the rounding of the exponential counts twice: 2.5 measured. */
    private static final double TAIL_VALUE = 4;

    /** [ulp] of (M - 1)/x, a difference of like numbers just above |x| = 1; 8.1 measured. */
    private static final double RATIO = 10;

    private final List<BernoulliTable> main;
    private final List<BernoulliTable> tail;

    BernoulliReferenceTest() throws IOException {
        final List<BernoulliTable> rows = BernoulliTable.rows();
        this.main = rows.stream().filter(row -> Math.abs(row.x()) <= TAIL).toList();
        this.tail = rows.stream().filter(row -> Math.abs(row.x()) > TAIL).toList();
    }

    @Test
    void valueIsWithinTwoUlp() {
        assertWithin(VALUE, TAIL_VALUE, row -> BernoulliTable.ulps(Bernoulli.value(row.x()), row.value()));
    }

    @Test
    void derivativeIsWithinFourUlp() {
        assertWithin(
                DERIVATIVE, TAIL_VALUE, row -> BernoulliTable.ulps(Bernoulli.derivative(row.x()), row.derivative()));
    }

    @Test
    void kernelValueIsWithinTwoUlp() {
        assertWithin(
                VALUE, TAIL_VALUE, row -> BernoulliTable.ulps(kernel(row.x()).value(), row.value()));
    }

    @Test
    void kernelReflectedValueIsWithinTwoUlp() {
        assertWithin(
                VALUE, TAIL_VALUE, row -> BernoulliTable.ulps(kernel(-row.x()).reflected(), row.value()));
    }

    @Test
    void kernelDerivativeIsWithinFourUlp() {
        assertWithin(
                DERIVATIVE,
                TAIL_VALUE,
                row -> BernoulliTable.ulps(kernel(row.x()).derivative(), row.derivative()));
    }

    @Test
    void kernelMeanIsWithinTwoUlp() {
        assertWithin(VALUE, VALUE, row -> BernoulliTable.ulps(kernel(row.x()).mean(), row.mean()));
    }

    @Test
    void sweptValuesAreWithinTwoUlp() {
        assertWithin(VALUE, TAIL_VALUE, row -> BernoulliTable.ulps(swept(row.x()).value[0], row.value()));
        assertWithin(VALUE, TAIL_VALUE, row -> BernoulliTable.ulps(swept(-row.x()).reflected[0], row.value()));
    }

    @Test
    void sweptDerivativesAreWithinFourUlp() {
        assertWithin(
                DERIVATIVE, TAIL_VALUE, row -> BernoulliTable.ulps(swept(row.x()).derivative[0], row.derivative()));
    }

    @Test
    void sweptRatiosAreWithinTenUlp() {
        assertWithin(RATIO, RATIO, row -> BernoulliTable.ulps(swept(row.x()).ratio[0], ratio(row)));
    }

    /** (M - 1)/x; for small arguments from its series, since the table has the digits of M. */
    private static BigDecimal ratio(BernoulliTable row) {
        final BigDecimal x = new BigDecimal(row.x());
        return Math.abs(row.x()) < 1e-4
                ? x.multiply(BigDecimal.ONE.subtract(
                                x.multiply(x).divide(BigDecimal.valueOf(60), MathContext.DECIMAL128)))
                        .divide(BigDecimal.valueOf(12), MathContext.DECIMAL128)
                : row.mean().subtract(BigDecimal.ONE).divide(x, MathContext.DECIMAL128);
    }

    private static BernoulliSweep swept(double x) {
        final BernoulliSweep sweep = new BernoulliSweep(1);
        sweep.x[0] = x;
        sweep.evaluate(1);
        return sweep;
    }

    private static BernoulliKernel kernel(double x) {
        final BernoulliKernel kernel = BernoulliKernel.create();
        kernel.evaluate(x);
        return kernel;
    }

    private void assertWithin(double mainUlps, double tailUlps, ToDoubleFunction<BernoulliTable> error) {
        final double worst = BernoulliTable.worst(main, error);
        assertTrue(worst <= mainUlps, () -> "|x| <= 700: " + worst + " ulp");
        final double worstTail = BernoulliTable.worst(tail, error);
        assertTrue(worstTail <= tailUlps, () -> "|x| > 700: " + worstTail + " ulp");
    }
}
