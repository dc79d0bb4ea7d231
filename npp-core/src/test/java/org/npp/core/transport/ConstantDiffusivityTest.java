package org.npp.core.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantDiffusivityTest {
    @Test
    void nothingChangesTheValue() {
        final ConstantDiffusivity law = ConstantDiffusivity.of(2e-21);
        final double[] derivatives = {7, 7};
        assertEquals(2e-21, law.value(0, new double[] {1e28, 0}, 300));
        assertEquals(2e-21, law.linearize(1, new double[] {0, 1e28}, 400, derivatives));
        assertArrayEquals(new double[2], derivatives);
        assertEquals(0, law.byTemperature(0, new double[2], 300));
    }

    @Test
    void itsParameterIsTheDiffusivity() {
        final double[] derivative = new double[1];
        final ConstantDiffusivity law = ConstantDiffusivity.of(0);
        law.byParameters(0, new double[2], 300, derivative);
        assertEquals(List.of("diffusivity"), law.parameterNames());
        assertEquals(1, derivative[0]);
    }

    @ParameterizedTest
    @CsvSource({"-1e-20,-1.0E-20", "NaN,NaN", "Infinity,Infinity"})
    void itMustBeFiniteAndNotNegative(double value, String text) {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> ConstantDiffusivity.of(value));
        assertEquals("diffusivity must be finite and >= 0: " + text + " m^2/s", thrown.getMessage());
    }
}
