package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.npp.cait.fit.LikelihoodProfile.End;
import org.npp.cait.fit.LikelihoodProfile.Kind;

/** Profiles of the sum of squares that are known in closed form. */
class LikelihoodProfileTest {
    /** A trial within 2 % of the rise is within 1 % of the way, a little more where the rise is less than a square. */
    private static final double TOLERANCE = 0.015;

    private static final double FREE = Double.POSITIVE_INFINITY;

    /** Residuals with derivatives by central differences. */
    private record Model(int size, Function<double[], double[]> of) implements LeastSquaresModel {
        @Override
        public double[] residuals(double[] point) {
            return of.apply(point);
        }

        @Override
        public double[][] jacobian(double[] point) {
            final double[][] jacobian = new double[size][point.length];
            for (int j = 0; j < point.length; j++) {
                final double step = 1e-6;
                final double[] below = point.clone();
                final double[] above = point.clone();
                below[j] -= step;
                above[j] += step;
                for (int m = 0; m < size; m++) {
                    jacobian[m][j] = (of.apply(above)[m] - of.apply(below)[m]) / (2 * step);
                }
            }
            return jacobian;
        }
    }

    private static LikelihoodProfile profile(Model model, double low, double high, double... best) {
        final double[] lower = new double[best.length];
        final double[] upper = new double[best.length];
        Arrays.fill(lower, low);
        Arrays.fill(upper, high);
        final double cost = Arrays.stream(model.residuals(best)).map(r -> r * r).sum();
        return new LikelihoodProfile(model, lower, upper, best, cost, Covariance.of(model.jacobian(best), 1e-9));
    }

    private static void assertEnd(double expected, double best, End end) {
        assertEquals(Kind.FOUND, end.kind());
        assertEquals(expected - best, end.coordinate() - best, TOLERANCE * Math.abs(expected - best));
    }

    @Test
    void theEndsOfAStraightLineAreThoseOfItsCovariance() {
        // y = a + b x at x = 0, 1, 2, 3 with errors of 0.5: variances 0.7 and 0.2 times 0.25
        final Model line = new Model(4, p -> new double[] {
            (p[0] - 1) / 0.5, (p[0] + p[1] - 3) / 0.5, (p[0] + 2 * p[1] - 5) / 0.5, (p[0] + 3 * p[1] - 7) / 0.5
        });
        final LikelihoodProfile profile = profile(line, -FREE, FREE, 1, 2);
        final double[] errors = {0.5 * Math.sqrt(0.7), 0.5 * Math.sqrt(0.2)};
        for (int j = 0; j < 2; j++) {
            assertEnd(1 + j + 2 * errors[j], 1 + j, profile.end(j, 1, 4, 100));
            assertEnd(1 + j - 2 * errors[j], 1 + j, profile.end(j, -1, 4, 100));
        }
        assertTrue(profile.better().isEmpty());
    }

    /** x y = 1 and y = 1 with errors a and b: the least sum of squares over y is (x - 1)^2/(a^2 + b^2 x^2). */
    private static LikelihoodProfile ratio(double a, double b) {
        return profile(new Model(2, p -> new double[] {(p[0] * p[1] - 1) / a, (p[1] - 1) / b}), -FREE, FREE, 1, 1);
    }

    @Test
    void theIntervalOfARatioIsFiellers() {
        final double rise = 3.8415;
        final double a = 0.1;
        final double b = 0.3;
        // (x - 1)^2 = rise (a^2 + b^2 x^2)
        final double square = 1 - rise * b * b;
        final double root = Math.sqrt(1 - square * (1 - rise * a * a));
        assertEnd((1 + root) / square, 1, ratio(a, b).end(0, 1, rise, 100));
        assertEnd((1 - root) / square, 1, ratio(a, b).end(0, -1, rise, 100));
    }

    @Test
    void aRatioWhoseDenominatorMayBeZeroHasNoUpperEnd() {
        // the rise tends to 1/b^2 = 2.8
        final End end = ratio(0.1, 0.6).end(0, 1, 3.8415, 1e3);
        assertEquals(Kind.OPEN, end.kind());
        assertEquals(1001, end.coordinate(), 1e-9);
    }

    @Test
    void aLogarithmHasNoLowerEndWhereZeroFits() {
        // exp(t) = 1 with error s: ends at ln(1 +- 2 s)
        for (final double s : new double[] {0.2, 0.3, 0.6}) {
            final Model exponential = new Model(1, p -> new double[] {(Math.exp(p[0]) - 1) / s});
            final LikelihoodProfile profile = profile(exponential, -FREE, FREE, 0);
            assertEnd(Math.log(1 + 2 * s), 0, profile.end(0, 1, 4, 7));
            if (s < 0.5) {
                assertEnd(Math.log(1 - 2 * s), 0, profile.end(0, -1, 4, 7));
            } else {
                assertEquals(new End(-7, Kind.OPEN), profile.end(0, -1, 4, 7));
            }
        }
    }

    @Test
    void aBoundBeforeTheRiseEndsTheInterval() {
        final Model plain = new Model(1, p -> new double[] {p[0] / 0.5});
        final LikelihoodProfile profile = profile(plain, 0, 0.9, 0.2);
        assertEquals(new End(0, Kind.BOUND), profile.end(0, -1, 4, 100));
        assertEquals(new End(0.9, Kind.BOUND), profile.end(0, 1, 4, 100));
        assertEnd(Math.sqrt(0.04 + 0.25), 0.2, profile.end(0, 1, 1, 100));
        assertEquals(new End(0, Kind.BOUND), profile(plain, 0, 1, 0).end(0, -1, 1, 100));
    }

    @Test
    void anEndWhereThereIsNoModelIsOpen() {
        final Model walled = new Model(1, p -> p[0] > 1.00001 ? new double[0] : new double[] {p[0]});
        final End end = profile(walled, -FREE, FREE, 0).end(0, 1, 4, 100);
        assertEquals(Kind.OPEN, end.kind());
        assertEquals(1, end.coordinate(), 0.02);
    }

    @Test
    void aLowerMinimumOnTheWayIsReported() {
        // two wells, at -1 and 1.2, the second one deeper
        final Model wells = new Model(2, p -> new double[] {p[0] * p[0] - 1 - 0.2 * p[0], 1.5 * (p[0] - 2)});
        final double best = -0.85;
        final LikelihoodProfile profile = profile(wells, -FREE, FREE, best);
        profile.end(0, 1, 30, 100);
        assertTrue(profile.better().orElseThrow()[0] > 0.5);
    }

    @Test
    void aDirectionWithoutDerivativeIsSearchedNevertheless() {
        // p^3 at 0: no derivative, but ends at the cube roots
        final Model cubic = new Model(2, p -> new double[] {Math.pow(p[0], 3), p[1] - 1});
        final LikelihoodProfile profile = profile(cubic, -FREE, FREE, 0, 1);
        assertEquals(Math.cbrt(2), profile.end(0, 1, 4, 100).coordinate(), TOLERANCE);
        assertArrayEquals(
                new double[] {3}, new double[] {profile.end(1, 1, 4, 100).coordinate()}, 0.03);
    }
}
