package org.npp.core.impedance;

import java.util.Locale;

/**
 * Complex impedance of an area of a sample at a series of angular frequencies,
 * \( Z(\omega) = \delta\varphi / \delta j \), time factor \( e^{i\omega t} \).
 *
 * <p><strong>Sign.</strong> A resistance has \( \mathrm{Re}\,Z > 0 \), a capacitance \( \mathrm{Im}\,Z &lt; 0 \) and a phase
 * of \( -\pi/2 \). <strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class ImpedanceSpectrum {
    private final double[] angularFrequencies;
    private final double[] real;
    private final double[] imaginary;

    private ImpedanceSpectrum(double[] angularFrequencies, double[] real, double[] imaginary) {
        this.angularFrequencies = angularFrequencies;
        this.real = real;
        this.imaginary = imaginary;
    }

    /**
     * Creates a spectrum from numbers, measured ones too.
     *
     * @param angularFrequencies \( \omega \) [rad/s], each finite, \( > 0 \), in any order. Not modified.
     * @param real \( \mathrm{Re}\,Z \) [&Omega; m&sup2;], finite, one per frequency. Not modified.
     * @param imaginary \( \mathrm{Im}\,Z \) [&Omega; m&sup2;], finite, one per frequency. Not modified.
     * @return the spectrum
     * @throws IllegalArgumentException if the lengths differ or a number is out of range
     */
    public static ImpedanceSpectrum of(double[] angularFrequencies, double[] real, double[] imaginary) {
        if (real.length != angularFrequencies.length || imaginary.length != angularFrequencies.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "impedance needs one real and one imaginary part per frequency: %d frequencies, %d real,"
                            + " %d imaginary",
                    angularFrequencies.length,
                    real.length,
                    imaginary.length));
        }
        for (int i = 0; i < real.length; i++) {
            requireFrequency(i, angularFrequencies[i]);
            if (!Double.isFinite(real[i]) || !Double.isFinite(imaginary[i])) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "impedance must be finite: Z[%d] = %s + %s i Ohm m^2", i, real[i], imaginary[i]));
            }
        }
        return new ImpedanceSpectrum(angularFrequencies.clone(), real.clone(), imaginary.clone());
    }

    /**
     * Checks an angular frequency.
     *
     * @param index its place, for the message
     * @param omega \( \omega \) [rad/s]
     * @return {@code omega}
     * @throws IllegalArgumentException if it is not finite and \( > 0 \)
     */
    public static double requireFrequency(int index, double omega) {
        if (omega > 0 && omega < Double.POSITIVE_INFINITY) {
            return omega;
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT, "angular frequency must be finite and > 0: omega[%d] = %s rad/s", index, omega));
    }

    /**
     * Returns the number of frequencies.
     *
     * @return number of frequencies
     */
    public int size() {
        return real.length;
    }

    /**
     * Returns an angular frequency.
     *
     * @param index its place, from 0
     * @return \( \omega = 2\pi f \) [rad/s]
     */
    public double angularFrequency(int index) {
        return angularFrequencies[index];
    }

    /**
     * Returns the real part.
     *
     * @param index place of the frequency, from 0
     * @return \( \mathrm{Re}\,Z \) [&Omega; m&sup2;]
     */
    public double real(int index) {
        return real[index];
    }

    /**
     * Returns the imaginary part.
     *
     * @param index place of the frequency, from 0
     * @return \( \mathrm{Im}\,Z \), negative where the sample is capacitive [&Omega; m&sup2;]
     */
    public double imaginary(int index) {
        return imaginary[index];
    }

    /**
     * Returns the magnitude.
     *
     * @param index place of the frequency, from 0
     * @return \( |Z| \) [&Omega; m&sup2;]
     */
    public double magnitude(int index) {
        return Math.hypot(real[index], imaginary[index]);
    }

    /**
     * Returns the phase.
     *
     * @param index place of the frequency, from 0
     * @return \( \arg Z \) in \( [-\pi, \pi] \), negative where the sample is capacitive [rad]
     */
    public double phase(int index) {
        return Math.atan2(imaginary[index], real[index]);
    }
}
