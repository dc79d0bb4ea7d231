package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.npp.cait.fit.DataSeries.Quantity;
import org.npp.cait.measure.MeasuredHistory;
import org.npp.cait.measure.MeasuredProfile;

class DataSeriesTest {
    private static final double COUNTS = 1000;

    /** Rounding of the distribution that the deviance is compared with. */
    private static final double TOLERANCE = 1e-9;

    private static DataSeries counted(double... fractions) {
        final double[] depths = new double[10];
        final double[] padded = new double[10];
        for (int k = 0; k < 10; k++) {
            depths[k] = k;
            padded[k] = k < fractions.length ? fractions[k] : 0;
        }
        final MeasuredProfile profile =
                MeasuredProfile.of(depths, List.of("K"), new double[][] {padded}, new double[1][0], false);
        return DataSeries.of(profile, OptionalDouble.of(COUNTS)).get(0);
    }

    @Test
    void theSquareOfTheResidualOfACountIsTwiceTheLogarithmOfTheRatioOfLikelihoods() {
        final DataSeries series = counted(0.007, 0, 0.5);
        final int[] found = {7, 0, 500};
        for (int k = 0; k < found.length; k++) {
            for (final double expected : new double[] {0.5, 6, 8, 480, 560}) {
                final double best = found[k] == 0 ? 0 : new PoissonDistribution(found[k]).logProbability(found[k]);
                final double own = new PoissonDistribution(expected).logProbability(found[k]);
                final double residual = series.residual(k, expected / COUNTS);
                assertEquals(2 * (best - own), residual * residual, TOLERANCE * (1 + residual * residual));
                assertEquals(Math.signum(expected - found[k]), Math.signum(residual));
            }
        }
    }

    @Test
    void theSlopeOfTheResidualOfACountIsThatOfDifferences() {
        final DataSeries series = counted(0.007, 0, 0.5);
        for (int k = 0; k < 3; k++) {
            for (final double model : new double[] {0.0005, 0.0069999, 0.0070001, 0.008, 0.49, 0.5, 0.51}) {
                final double h = 1e-6 * model;
                final double slope = (series.residual(k, model + h) - series.residual(k, model - h)) / (2 * h);
                assertEquals(slope, series.slope(k, model), 1e-3 * slope, k + " at " + model);
            }
        }
        assertEquals(0, series.slope(1, -1));
        assertEquals(series.residual(1, -1), series.residual(1, 0));
    }

    @Test
    void theMeanThatCountsHaveIsTheMeanThatFitsThemBest() {
        // errors from the counts themselves would ask for the harmonic mean, 15 instead of 20
        final DataSeries series = counted(0.01, 0.03);
        double gradient = 0;
        for (int k = 0; k < 2; k++) {
            gradient += series.residual(k, 0.02) * series.slope(k, 0.02);
        }
        assertEquals(0, gradient, TOLERANCE * COUNTS);
    }

    @Test
    void errorsAreThoseGivenOrOfCountsOrUnknown() {
        assertEquals(Math.sqrt(500) / COUNTS, counted(0.5).error(0), 1e-15);
        assertEquals(1 / COUNTS, counted(0.5).error(1), 1e-15);
        final MeasuredHistory history =
                MeasuredHistory.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {0.5, 0.25});
        final DataSeries potential = DataSeries.of(Quantity.SURFACE_POTENTIAL, history);
        assertEquals("surface_potential", potential.name());
        assertEquals(-4, potential.residual(1, 3));
        assertEquals(4, potential.slope(1, 3));
        assertTrue(potential.hasErrors());
        final MeasuredProfile bare = MeasuredProfile.of(
                new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, List.of("K"), new double[1][10], new double[1][0], false);
        final DataSeries unknown = DataSeries.of(bare, OptionalDouble.empty()).get(0);
        assertFalse(unknown.hasErrors());
        assertEquals(0.25, unknown.residual(0, 0.25));
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertEquals(
                "K: a count can't be negative: fraction -0.1 at 1.0 m",
                assertThrows(IllegalArgumentException.class, () -> counted(0.5, -0.1))
                        .getMessage());
        assertEquals(
                "error of the dose must be finite and > 0: 0.0",
                assertThrows(IllegalArgumentException.class, () -> DataSeries.dose(1, 0))
                        .getMessage());
        assertEquals(
                "a history is of a current density or surface potential: dose",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> DataSeries.of(
                                        Quantity.DOSE,
                                        MeasuredHistory.of(new double[] {0}, new double[] {0}, new double[] {1})))
                        .getMessage());
        assertEquals(
                "errors must be finite and > 0: NaN at 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MeasuredHistory.of(new double[] {0}, new double[] {0}, new double[] {Double.NaN}))
                        .getMessage());
    }
}
