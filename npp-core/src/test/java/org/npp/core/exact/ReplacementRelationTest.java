package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReplacementRelationTest {
    @Test
    void exactRelationRecoversTheForeignDiffusivityFromEqualCurrents() {
        // 10 units of current: bulk n 1, D 5, E 2; zone n_1 0.25, D_1 4, E 3, so 0.75 D_2 = 10/3 - 1
        final double expected = (10.0 / 3 - 1) / 0.75;
        assertEquals(expected, ReplacementRelation.foreignDiffusivity(1, 0.25, 5, 4, 2.0 / 3), 1e-15 * expected);
    }

    @Test
    void exactRelationHoldsOnATravellingFront() {
        final TravellingFront front = TravellingFront.of(3e-18, 2e-20, 1e-11);
        final double ratio = front.scaledField(1e-6) / front.scaledField(-1e-6);
        assertEquals(2e-20, ReplacementRelation.foreignDiffusivity(1, 0, 3e-18, 0, ratio), 1e-12 * 2e-20);
    }

    @Test
    void reconstructionAgreesWithItsPublishedForm() {
        // as written in one piece: D1B (nB+nD)/(nB-nD) nB/[4 (D1B/D1F) nB - (nB+nD)] - D1D nD/(nB-nD)
        final double nB = 1.0;
        final double nD = 0.15;
        final double expected = 1e-17 * (1.15 / 0.85) * (1 / (4 * 20 - 1.15)) - 3e-22 * 0.15 / 0.85;
        final double actual = ReplacementRelation.reconstructedForeignDiffusivity(nB, nD, 1e-17, 5e-19, 3e-22);
        assertEquals(expected, actual, 1e-13 * expected);
    }

    @Test
    void reconstructedFieldsAverageToTheFrontsField() {
        // native current alone: nB D1B EB = nF D1F EF with nF and EF the means
        final double ratio = ReplacementRelation.reconstructedFieldRatio(1, 0.3, 8, 2);
        final double meanField = (ratio + 1) / 2;
        assertEquals(8 * ratio, 0.65 * 2 * meanField, 1e-14 * 8 * ratio);
    }

    @Test
    void contradictionsAreRejected() {
        final IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> ReplacementRelation.foreignDiffusivity(1, 1, 1, 1, 1));
        assertEquals("replaced-zone density must lie in [0, bulk density): 1.0 1/m^3, bulk 1.0 1/m^3", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ReplacementRelation.foreignDiffusivity(1, -0.1, 1, 1, 1));
        final IllegalArgumentException field = assertThrows(
                IllegalArgumentException.class,
                () -> ReplacementRelation.reconstructedForeignDiffusivity(1, 0, 1, 8, 1));
        assertEquals("field ratio must be positive and finite: -2.0", field.getMessage());
    }
}
