package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;

class GaussianSedTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;

    /** A few roundings. */
    private static final double ROUNDING = 1e-15;

    @Test
    void densityFallsToHalfAtHalfTheWidthFromTheCentre() {
        final GaussianSed shape = GaussianSed.ofFwhm(0.25 * EV);
        assertEquals(0.5, shape.density(0.125 * EV) / shape.density(0), ROUNDING);
        assertEquals(0.25 * EV, shape.fwhm());
    }

    @Test
    void widthAndStandardDeviationDetermineEachOther() {
        final GaussianSed shape = GaussianSed.ofStandardDeviation(0.1 * EV);
        assertEquals(shape.fwhm(), GaussianSed.ofFwhm(shape.fwhm()).fwhm());
        assertEquals(0.1, GaussianSed.ofFwhm(shape.fwhm()).standardDeviation() / EV, 0.1 * ROUNDING);
    }

    @Test
    void shapeIsCentredOnItsZero() {
        final GaussianSed shape = GaussianSed.ofFwhm(EV);
        assertEquals(0, shape.mean());
        assertEquals(0, shape.mode());
        assertEquals(0, shape.quantile(0.5));
        assertEquals(0.5, shape.cumulative(0));
    }

    @Test
    void supportIsUnbounded() {
        final GaussianSed shape = GaussianSed.ofFwhm(EV);
        assertEquals(Double.NEGATIVE_INFINITY, shape.quantile(0));
        assertEquals(Double.POSITIVE_INFINITY, shape.quantile(1));
        assertEquals(Double.POSITIVE_INFINITY, shape.complementaryQuantile(0));
        assertEquals(0, shape.cumulative(Double.NEGATIVE_INFINITY));
        assertEquals(1, shape.cumulative(Double.POSITIVE_INFINITY));
        assertEquals(0, shape.density(Double.POSITIVE_INFINITY));
    }

    @Test
    void logarithmOfTheDensityStaysFiniteWhereTheDensityUnderflows() {
        final GaussianSed shape = GaussianSed.ofStandardDeviation(1);
        assertEquals(0, shape.density(100));
        assertEquals(-5000.918938533205, shape.logDensity(100), 5000 * ROUNDING);
    }

    @Test
    void quantileMovesWithTheWidthAsTheDifferenceQuotientSays() {
        final double step = 1e-3;
        final double[] byParameter = {0, 7};
        for (double p : new double[] {1e-300, 1e-3, 0.4, 0.9}) {
            final double above = GaussianSed.ofFwhm(2 + step).quantile(p);
            final double below = GaussianSed.ofFwhm(2 - step).quantile(p);
            final GaussianSed shape = GaussianSed.ofFwhm(2);
            shape.quantileByParameters(shape.quantile(p), byParameter);
            // The quantile is linear in the width: only the rounding of the difference remains.
            final double quotient = (above - below) / (2 * step);
            assertEquals(quotient, byParameter[0], Math.abs(quotient) * 1e-12);
        }
        assertEquals(7, byParameter[1], "entries beyond the shape's own are left alone");
        assertEquals(List.of("fwhm"), GaussianSed.ofFwhm(2).parameterNames());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void widthThatIsNotPositiveAndFiniteIsRefused(double width) {
        assertEquals(
                "fwhm must be finite and > 0: " + width + " J",
                assertThrows(IllegalArgumentException.class, () -> GaussianSed.ofFwhm(width))
                        .getMessage());
        assertEquals(
                "standardDeviation must be finite and > 0: " + width + " J",
                assertThrows(IllegalArgumentException.class, () -> GaussianSed.ofStandardDeviation(width))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-300, 1.0000000000000002, Double.NaN})
    void probabilityOutsideTheUnitIntervalIsRefused(double p) {
        final GaussianSed shape = GaussianSed.ofFwhm(EV);
        final String message = "probability must be in [0, 1]: " + p;
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> shape.quantile(p))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> shape.complementaryQuantile(p))
                        .getMessage());
    }

    @Test
    void notANumberStaysNotANumber() {
        final GaussianSed shape = GaussianSed.ofFwhm(EV);
        assertTrue(Double.isNaN(shape.density(Double.NaN)));
        assertTrue(Double.isNaN(shape.cumulative(Double.NaN)));
    }
}
