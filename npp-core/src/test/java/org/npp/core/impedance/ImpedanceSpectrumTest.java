package org.npp.core.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImpedanceSpectrumTest {
    private static double[] of(double... values) {
        return values;
    }

    @Test
    void magnitudeAndPhaseAreThoseOfTheParts() {
        final ImpedanceSpectrum spectrum = ImpedanceSpectrum.of(of(1, 7), of(3, 0), of(-4, -2));
        assertEquals(2, spectrum.size());
        assertEquals(7, spectrum.angularFrequency(1));
        assertEquals(3, spectrum.real(0));
        assertEquals(-4, spectrum.imaginary(0));
        assertEquals(5, spectrum.magnitude(0));
        assertEquals(-Math.PI / 2, spectrum.phase(1));
    }

    @Test
    void laterChangesOfTheArraysDoNotReachTheSpectrum() {
        final double[] real = {3};
        final ImpedanceSpectrum spectrum = ImpedanceSpectrum.of(of(1), real, of(-4));
        real[0] = 0;
        assertEquals(3, spectrum.real(0));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertEquals(
                "impedance needs one real and one imaginary part per frequency: 2 frequencies, 1 real, 1 imaginary",
                message(of(1, 2), of(1), of(1)));
        assertEquals(
                "impedance needs one real and one imaginary part per frequency: 1 frequencies, 1 real, 2 imaginary",
                message(of(1), of(1), of(1, 2)));
        assertEquals(
                "angular frequency must be finite and > 0: omega[0] = NaN rad/s",
                message(of(Double.NaN), of(1), of(1)));
        assertEquals(
                "angular frequency must be finite and > 0: omega[0] = Infinity rad/s",
                message(of(Double.POSITIVE_INFINITY), of(1), of(1)));
        assertEquals("impedance must be finite: Z[0] = NaN + 1.0 i Ohm m^2", message(of(1), of(Double.NaN), of(1)));
        assertEquals(
                "impedance must be finite: Z[0] = 1.0 + Infinity i Ohm m^2",
                message(of(1), of(1), of(Double.POSITIVE_INFINITY)));
    }

    private static String message(double[] omegas, double[] real, double[] imaginary) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> ImpedanceSpectrum.of(omegas, real, imaginary))
                        .getMessage());
    }
}
