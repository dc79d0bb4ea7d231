package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.npp.sed.shape.BoxSed;

class BoxSedTest {
    private static final BoxSed BOX = BoxSed.ofWidth(2);

    @Test
    void sitesAreSpreadEvenlyFromZeroToTheWidth() {
        assertEquals(0.5, BOX.density(0));
        assertEquals(0.5, BOX.density(2));
        assertEquals(0, BOX.density(-0.1));
        assertEquals(0, BOX.density(2.1));
        assertEquals(0.25, BOX.cumulative(0.5));
        assertEquals(0.75, BOX.complementaryCumulative(0.5));
        assertEquals(0, BOX.cumulative(-1));
        assertEquals(1, BOX.cumulative(3));
        assertEquals(1, BOX.complementaryCumulative(-1));
        assertEquals(0, BOX.complementaryCumulative(3));
        assertEquals(Double.NEGATIVE_INFINITY, BOX.logDensity(-1));
        assertEquals(Double.NEGATIVE_INFINITY, BOX.logDensity(3));
        assertEquals(2, BOX.width());
    }

    @Test
    void quantileOfTheLeastShareIsExact() {
        assertEquals(2e-300, BOX.quantile(1e-300));
        assertEquals(0, BOX.lowestEnergy());
        assertEquals(2, BOX.highestEnergy());
    }

    @Test
    void filledPartIsAsWideAsItIsFilled() {
        assertEquals(1.5, BOX.truncatedFwhm(1.5));
        assertEquals(2, BOX.truncatedFwhm(7));
        assertEquals(
                "upperEnergy must be finite and above the lower end of the sites: 0.0 J",
                assertThrows(IllegalArgumentException.class, () -> BOX.truncatedFwhm(0))
                        .getMessage());
    }

    @Test
    void widthThatIsNotPositiveAndFiniteIsRefused() {
        for (double width : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "width must be finite and > 0: " + width + " J",
                    assertThrows(IllegalArgumentException.class, () -> BoxSed.ofWidth(width))
                            .getMessage());
        }
    }
}
