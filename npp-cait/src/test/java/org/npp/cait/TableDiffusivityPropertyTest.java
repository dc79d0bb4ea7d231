package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class TableDiffusivityPropertyTest {
    private static final double N = 1.41e28;

    /** Central difference of step 1e-6: its error is 1e-12 of the third derivative, and 1e-10 of rounding. */
    private static final double STEP = 1e-6;

    /** Points of a table. */
    static final class Points {
        /** Fractions. */
        private final double[] fractions;

        /** Logarithms of the diffusivities. */
        private final double[] logs;

        Points(double[] fractions, double[] logs) {
            this.fractions = fractions;
            this.logs = logs;
        }

        TableDiffusivity law() {
            final double[] d = logs.clone();
            for (int k = 0; k < d.length; k++) {
                d[k] = Math.exp(d[k]);
            }
            return TableDiffusivity.of(fractions, d, N);
        }
    }

    @Provide
    static Arbitrary<Points> points() {
        return Arbitraries.integers().between(2, 8).flatMap(n -> {
            final Arbitrary<double[]> steps =
                    Arbitraries.doubles().between(0.05, 1).array(double[].class).ofSize(n);
            final Arbitrary<double[]> logs = Arbitraries.doubles()
                    .between(-55, -35)
                    .array(double[].class)
                    .ofSize(n);
            return Combinators.combine(steps, logs).as((s, l) -> {
                final double[] x = new double[n];
                for (int k = 1; k < n; k++) {
                    x[k] = x[k - 1] + s[k];
                }
                return new Points(x, l);
            });
        });
    }

    @Property(seed = "3")
    void betweenTwoPointsTheCurveStaysInTheirRangeAndIsMonotone(@ForAll("points") Points points) {
        final TableDiffusivity law = points.law();
        for (int k = 1; k < points.logs.length; k++) {
            final double direction = Math.signum(points.logs[k] - points.logs[k - 1]);
            double last = points.logs[k - 1];
            for (int i = 1; i <= 50; i++) {
                final double c = points.fractions[k - 1] + (points.fractions[k] - points.fractions[k - 1]) * (i / 50.0);
                final double log = Math.log(law.value(0, new double[] {c * N}, 300));
                assertTrue((log - last) * direction >= -1e-12);
                last = log;
            }
            assertEquals(points.logs[k], last, 1e-12);
        }
    }

    @Property(seed = "4")
    void theDerivativeIsThatOfTheValue(
            @ForAll("points") Points points, @ForAll @DoubleRange(min = 0, max = 1) double s) {
        final TableDiffusivity law = points.law();
        final double end = points.fractions[points.fractions.length - 1];
        final double c = 1e-5 + s * (end - 2e-5);
        final double[] byDensity = new double[1];
        final double d = law.linearize(0, new double[] {c * N}, 300, byDensity);
        final double above = law.value(0, new double[] {(c + STEP) * N}, 300);
        final double below = law.value(0, new double[] {(c - STEP) * N}, 300);
        // slopes reach 1e3; across a kink of the slope the difference is off by STEP times the curvature, up to 1e5
        assertEquals((above - below) / (2 * STEP) / d, byDensity[0] * N / d, 0.1);
    }
}
