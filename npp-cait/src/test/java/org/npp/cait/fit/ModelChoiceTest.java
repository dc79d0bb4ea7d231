package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the comparison of models finds the one that the data were made with, of 100 data sets each. Runs with
 * {@code mvn -Pstudies -pl npp-cait -am test}; the figures are in {@code docs/fit-uncertainty.md}.
 */
@Tag("study")
class ModelChoiceTest {
    private static final int STUDIES = Integer.getInteger("npp.choices", 100);
    private static final double RIGHT = 0.95;

    private static int preferred(int model, double... widths) throws FitException {
        int count = 0;
        for (int s = 0; s < STUDIES; s++) {
            count += ModelChoice.compare(ModelChoice.data(9000 + 10L * s, widths))
                                    .preferred()
                            == model
                    ? 1
                    : 0;
        }
        return count;
    }

    @Test
    void dataOfOneWidthPreferOne() throws FitException {
        final int right = preferred(0);
        assertTrue(right >= RIGHT * STUDIES, right + " of " + STUDIES);
    }

    @Test
    void dataOfTwoWidthsPreferTwo() throws FitException {
        final int right = preferred(1, 0.15, 0.4);
        assertTrue(right >= RIGHT * STUDIES, right + " of " + STUDIES);
    }
}
