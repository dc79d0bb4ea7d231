package org.npp.onsager.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.form.MaxwellStefan;
import org.npp.onsager.model.TwoIonExchange;

final class EstimateTest {
    private static final double ULP = Math.ulp(1.0);

    private static final int SAMPLES = 40_000;

    /** Four standard errors of a variance from that many samples, and the second order of errors of a percent. */
    private static final double SAMPLING = 4 * Math.sqrt(2.0 / SAMPLES) + 0.01;

    private static void assertSampledCovariance(Conversion conversion, double[] values, double[] errors) {
        final Estimate propagated = Estimate.ofStandardErrors(values, errors).through(conversion);
        final int outputs = propagated.size();
        final Random random = new Random(20261122);
        final double[] sum = new double[outputs];
        final DMatrixRMaj square = new DMatrixRMaj(outputs, outputs);
        for (int s = 0; s < SAMPLES; s++) {
            final double[] x = values.clone();
            for (int m = 0; m < x.length; m++) {
                x[m] += errors[m] * random.nextGaussian();
            }
            final double[] y = conversion.at(x).values();
            for (int k = 0; k < outputs; k++) {
                y[k] = (y[k] - propagated.value(k)) / propagated.standardError(k);
                sum[k] += y[k] / SAMPLES;
            }
            for (int k = 0; k < outputs; k++) {
                for (int m = 0; m < outputs; m++) {
                    square.add(k, m, y[k] * y[m] / SAMPLES);
                }
            }
        }
        for (int k = 0; k < outputs; k++) {
            assertEquals(0, sum[k], 0.05);
            for (int m = 0; m < outputs; m++) {
                assertEquals(propagated.correlation(k, m), square.get(k, m) - sum[k] * sum[m], SAMPLING);
            }
        }
    }

    @Test
    void errorBarsOfConductivityTransferenceAndDiffusionBecomeThoseOfTheMatrixAsSamplesSay() {
        final TwoIonExchange pair = new TwoIonExchange(1e28, 4e27, 1, 300, 1.2);
        assertSampledCovariance(
                pair.fromConductivity(), new double[] {1e-6, 0.9, 2e-18}, new double[] {1e-8, 0.005, 4e-20});
    }

    @Test
    void errorBarsOfFrictionBecomeThoseOfConductivityAndTransferenceAsSamplesSay() {
        final Conversion chain = MaxwellStefan.fromDiffusivities(new double[] {1e28, 4e27}, 5e28, 300)
                .andThen(MatrixConversions.conductivityAndTransference(new int[] {1, 1}));
        final double[] d = {1e-17, -3e-18, 2e-18};
        final Conversion first = values -> {
            final Linearization line = chain.at(values);
            // without the last transference number, which is one minus the other
            return Linearization.of(new double[] {line.values()[0], line.values()[1]}, new DMatrixRMaj(new double[][] {
                {
                    line.jacobian().get(0, 0),
                    line.jacobian().get(0, 1),
                    line.jacobian().get(0, 2)
                },
                {
                    line.jacobian().get(1, 0),
                    line.jacobian().get(1, 1),
                    line.jacobian().get(1, 2)
                }
            }));
        };
        assertSampledCovariance(first, d, new double[] {5e-20, 1.5e-20, 1e-20});
        final Estimate all = Estimate.ofStandardErrors(d, new double[] {5e-20, 1.5e-20, 1e-20})
                .through(chain);
        assertEquals(-1, all.correlation(1, 2), 1e-9);
        assertEquals(all.standardError(1), all.standardError(2), 1e-9);
    }

    @Test
    void exactValuesHaveNoError() {
        final Estimate estimate = Estimate.ofStandardErrors(new double[] {1, 2}, new double[] {0, 0.5});
        assertEquals(0, estimate.standardError(0));
        assertEquals(0, estimate.correlation(0, 1));
        assertEquals(1, estimate.correlation(1, 1), 4 * ULP);
        assertEquals(0.25, estimate.covariance().get(1, 1));
        assertArrayEquals(new double[] {1, 2}, estimate.values());
    }

    @Test
    void independentEstimatesStandSideBySide() {
        final Estimate both = Estimate.of(new double[] {1, 2}, new DMatrixRMaj(new double[][] {{4, 1}, {1, 9}}))
                .and(Estimate.ofStandardErrors(new double[] {3}, new double[] {5}));
        assertArrayEquals(new double[] {1, 2, 3}, both.values());
        assertEquals(5, both.standardError(2));
        assertEquals(1.0 / 6, both.correlation(0, 1), 4 * ULP);
        assertEquals(0, both.correlation(1, 2));
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertRejected("values must have at least one entry", () -> Estimate.of(new double[0], new DMatrixRMaj(0, 0)));
        assertRejected(
                "values[0] must be finite: NaN in its unit",
                () -> Estimate.of(new double[] {Double.NaN}, new DMatrixRMaj(1, 1)));
        assertRejected(
                "covariance must be positive semidefinite: |covariance[0][1]| = 2.0, but sqrt(covariance[0][0] "
                        + "covariance[1][1]) = 1.0 in their unit",
                () -> Estimate.of(new double[2], new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}})));
        assertRejected("covariance must be 2 x 2: 1 x 1", () -> Estimate.of(new double[2], new DMatrixRMaj(1, 1)));
        assertRejected(
                "standardErrors must have one entry per value: 1 entries, 2 values",
                () -> Estimate.ofStandardErrors(new double[2], new double[1]));
        assertRejected(
                "standardErrors[0] must be finite and >= 0: -1.0 in its unit",
                () -> Estimate.ofStandardErrors(new double[1], new double[] {-1}));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
