package org.npp.core.exact;

/**
 * Steady train of any number of ions of equal valence and constant diffusivity, the slower behind the faster.
 *
 * <p>In the frame \( \xi = x - vt \), with \( v = J/N \) and any positive amplitudes,
 * \[ \frac{n_i}{N} = \frac{A_i\,e^{-v\xi/D_i}}{\sum_k A_k\,e^{-v\xi/D_k}}, \qquad
 * -z\,\frac{d\psi}{d\xi} = v \sum_k \frac{n_k}{N D_k} \]
 * solves the Nernst&ndash;Planck equations with charge neutrality exactly: every ion moves with \( J_i = v n_i \).
 * The amplitudes place the fronts: \( \ln A_{i+1} - \ln A_i = v\,\xi_i\,(1/D_{i+1} - 1/D_i) \) where
 * \( n_i = n_{i+1} \) at \( \xi_i \). This is what sequential exchange, ion after ion, settles to.
 *
 * <p><strong>Valid for</strong> positive diffusivities; equal ones share their profile. Evaluated from the largest
 * exponent, so nothing overflows at any \( \xi \).
 * <strong>Accuracy.</strong> 1e-15 relative plus the rounding of the exponents, \( 2\cdot10^{-16}\,|v\xi/D| \);
 * {@code MultiIonWaveTest}. Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * // Li ahead, then K, then Cs 40 nm further back
 * MultiIonWave wave = MultiIonWave.ofInterfaces(new double[] {1e-17, 2e-21, 5e-23}, new double[] {0, -40e-9}, 1e-11);
 * double potassium = wave.fraction(1, -20e-9);
 * }</pre>
 */
public final class MultiIonWave {
    private final double[] decay;
    private final double[] logAmplitude;

    /** Decay rates v/D [1/m] and logarithms of amplitudes; the arrays are not shared. */
    private MultiIonWave(double[] decay, double[] logAmplitude) {
        this.decay = decay;
        this.logAmplitude = logAmplitude;
    }

    /**
     * Creates a wave from its amplitudes.
     *
     * @param diffusivities \( D_i \) [m&sup2;/s], positive; at least one. Not modified.
     * @param amplitudes \( A_i \) [1], positive, as many. Not modified.
     * @param velocity \( v = J/N \) [m/s], positive
     * @return the wave
     */
    public static MultiIonWave of(double[] diffusivities, double[] amplitudes, double velocity) {
        final double[] decay = decay(diffusivities, velocity);
        if (amplitudes.length != decay.length) {
            throw new IllegalArgumentException(
                    "amplitudes must be as many as diffusivities: " + amplitudes.length + " and " + decay.length);
        }
        final double[] logAmplitude = new double[decay.length];
        for (int i = 0; i < decay.length; i++) {
            logAmplitude[i] = Math.log(Argument.positive("amplitude[" + i + "]", amplitudes[i], ""));
        }
        return new MultiIonWave(decay, logAmplitude);
    }

    /**
     * Creates a wave from the places where neighbours are equally many.
     *
     * @param diffusivities \( D_i \) [m&sup2;/s], strictly decreasing: the fastest ion is the first. Not modified.
     * @param interfaces \( \xi_i \) [m] where ions i and i + 1 are equally many, one less, usually decreasing. Not modified.
     * @param velocity \( v = J/N \) [m/s], positive
     * @return the wave
     */
    public static MultiIonWave ofInterfaces(double[] diffusivities, double[] interfaces, double velocity) {
        final double[] decay = decay(diffusivities, velocity);
        if (interfaces.length != decay.length - 1) {
            throw new IllegalArgumentException(
                    "interfaces must be one less than diffusivities: " + interfaces.length + " and " + decay.length);
        }
        final double[] logAmplitude = new double[decay.length];
        for (int i = 0; i < interfaces.length; i++) {
            if (!(decay[i + 1] > decay[i])) {
                throw new IllegalArgumentException("diffusivities must decrease strictly: D[" + i + "] = "
                        + diffusivities[i] + " m^2/s, D[" + (i + 1) + "] = " + diffusivities[i + 1] + " m^2/s");
            }
            logAmplitude[i + 1] = logAmplitude[i]
                    + Argument.finite("interface[" + i + "]", interfaces[i], "m") * (decay[i + 1] - decay[i]);
        }
        return new MultiIonWave(decay, logAmplitude);
    }

    private static double[] decay(double[] diffusivities, double velocity) {
        Argument.positive("velocity", velocity, "m/s");
        if (diffusivities.length == 0) {
            throw new IllegalArgumentException("diffusivities must be at least one: 0");
        }
        final double[] decay = new double[diffusivities.length];
        for (int i = 0; i < decay.length; i++) {
            decay[i] = velocity / Argument.positive("diffusivity[" + i + "]", diffusivities[i], "m^2/s");
        }
        return decay;
    }

    /**
     * Returns the number of ions.
     *
     * @return number of ions
     */
    public int size() {
        return decay.length;
    }

    /**
     * Returns the fraction of one ion.
     *
     * @param ion index of the ion, from 0
     * @param xi place in the moving frame [m]
     * @return \( n_i/N \) [1]
     */
    public double fraction(int ion, double xi) {
        double sum = 0;
        for (int k = 0; k < decay.length; k++) {
            sum += Math.exp(logAmplitude[k] - logAmplitude[ion] - xi * (decay[k] - decay[ion]));
        }
        return 1 / sum;
    }

    /**
     * Returns the scaled field \( -z\,d\psi/d\xi \); times \( kT/(ze) \) it is the electric field in V/m.
     *
     * @param xi place in the moving frame [m]
     * @return scaled field [1/m], positive
     */
    public double scaledField(double xi) {
        double sum = 0;
        for (int k = 0; k < decay.length; k++) {
            sum += decay[k] * fraction(k, xi);
        }
        return sum;
    }
}
