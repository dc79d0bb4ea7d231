package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.npp.core.boundary.BeamEnergy;

class StageTest {
    private static String message(Stage stage, BeamEnergy beam) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> stage.withBeamEnergy(beam))
                .getMessage());
    }

    @Test
    void onlyABeamHasABeamEnergy() {
        final BeamEnergy beam = new BeamEnergy(2, 1);
        assertEquals("only a stage of given current has a beam energy", message(Stage.rest(1), beam));
        assertEquals("only a stage of given current has a beam energy", message(Stage.potential("K", 1, 1), beam));
    }

    @Test
    void theSpreadOfTheBeamIsBelowItsEnergy() {
        assertEquals(
                "beam energy spread must be below the beam energy, 2.0 J: 2.0 J",
                message(Stage.attachment("K", 1, 1), new BeamEnergy(2, 2)));
    }
}
