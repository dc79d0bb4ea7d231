package org.npp.cait.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void theNameAtTheLeastEditDistanceIsNamed() {
        assertEquals(Optional.of("thickness"), NearestName.of("thicknes", List.of("area", "thickness")));
        assertEquals("; did you mean thickness?", NearestName.hint("thickness_", List.of("area", "thickness")));
    }

    @Test
    void theRightCaseIsNearerThanTheWrongOne() {
        assertEquals(Optional.of("mm"), NearestName.of("Mm", List.of("nm", "mm")));
        assertEquals(Optional.of("MM"), NearestName.of("Mm", List.of("nM", "MM")));
    }

    @Test
    void allNamesAreListedIfNoneIsNear() {
        assertEquals(Optional.empty(), NearestName.of("colour", List.of("area", "thickness")));
        assertEquals("; known: area, thickness", NearestName.hint("colour", List.of("area", "thickness")));
    }
}
