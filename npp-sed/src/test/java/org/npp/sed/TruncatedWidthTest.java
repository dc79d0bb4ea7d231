package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numerical width of any density against closed forms and against roots found at 60 digits. */
class TruncatedWidthTest {
    /** Of the numerical search: a maximum is found to about 1e-16 of its value, a half-maximum point to 1e-13. */
    private static final double SEARCH = 1e-9;

    @ParameterizedTest
    @ValueSource(doubles = {-5, -2, -0.5, 0, 0.3, 1.1774, 1.1775, 2, 6})
    void searchFindsTheGaussiansClosedForm(double cut) {
        final double closed = GaussianSed.ofStandardDeviation(1).truncatedFwhm(cut);
        assertEquals(closed, UserShape.bimodal(1, 0, 1).truncatedFwhm(cut), closed * SEARCH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.7, 2})
    void boxIsAsWideAsItIsFilled(double cut) {
        assertEquals(cut, UserShape.box(2).truncatedFwhm(cut), cut * SEARCH);
    }

    @Test
    void boxCutAboveItsEndKeepsItsWidth() {
        assertEquals(2, UserShape.box(2).truncatedFwhm(3), 2 * SEARCH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -1, 0, 0.5})
    void exponentialFallsToHalfOverItsDecayTimesTheLogarithmOfTwo(double cut) {
        final double decay = 1.7;
        assertEquals(decay * Math.log(2), UserShape.exponential(decay).truncatedFwhm(cut), decay * SEARCH);
    }

    @Test
    void edgeThatHoldsLessThanTheSearchesShareIsStillPlaced() {
        // Flat on [0, 1], below 0 an unbounded exponential edge that holds 1e-5 of the sites.
        final double decay = 1e-5;
        final double all = 1 + decay;
        final UserShape shape = new UserShape(
                e -> (e < 0 ? Math.exp(e / decay) : e <= 1 ? 1 : 0) / all,
                e -> e < 0 ? decay * Math.exp(e / decay) / all : Math.min(1, (decay + e) / all),
                p -> p * all < decay ? decay * Math.log(p * all / decay) : p * all - decay,
                0.5,
                0.3,
                0.5);
        final double width = 0.7 + decay * Math.log(2);
        assertEquals(width, shape.truncatedFwhm(0.7), width * SEARCH);
    }

    @Test
    void outermostPointsOfTwoMaximaCount() throws IOException {
        for (String[] row : ReferenceTable.rows("bimodal-width.csv")) {
            final UserShape shape = UserShape.bimodal(
                    Double.parseDouble(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2]));
            final double exact = Double.parseDouble(row[4]);
            assertEquals(exact, shape.truncatedFwhm(Double.parseDouble(row[3])), exact * SEARCH);
        }
    }

    @Test
    void cutBelowEverySiteIsRefused() {
        assertEquals(
                "upperEnergy must be finite and above the lower end of the sites: 0.0 J",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> UserShape.box(2).truncatedFwhm(0))
                        .getMessage());
        assertEquals(
                "upperEnergy must be finite and above the lower end of the sites: Infinity J",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> UserShape.exponential(1).truncatedFwhm(Double.POSITIVE_INFINITY))
                        .getMessage());
        assertEquals(
                "upperEnergy must be finite and above the lower end of the sites: NaN J",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GaussianSed.ofFwhm(1).truncatedFwhm(Double.NaN))
                        .getMessage());
    }
}
