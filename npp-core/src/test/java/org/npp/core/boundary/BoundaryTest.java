package org.npp.core.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryTest {
    @Test
    void conditionsAreCopied() {
        final List<IonCondition> conditions = new ArrayList<>(List.of(IonCondition.blocked()));
        final Boundary boundary = new Boundary(ElectricCondition.potential(1), conditions);
        conditions.add(IonCondition.neutral());
        assertEquals(Boundary.of(ElectricCondition.potential(1), IonCondition.blocked()), boundary);
    }

    @ParameterizedTest
    @CsvSource({"-1,-1.0", "NaN,NaN", "Infinity,Infinity"})
    void aBoundaryDensityMustBeFiniteAndNotNegative(double density, String text) {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> IonCondition.density(density));
        assertEquals("boundary density must be finite and >= 0: " + text + " 1/m^3", thrown.getMessage());
    }

    @Test
    void theAttachedIonIsAnIndex() {
        final Drive beam = Drive.constant(1);
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new ElectricCondition.Attachment(-1, beam));
        assertEquals("attached ion must be an index >= 0: -1", thrown.getMessage());
    }
}
