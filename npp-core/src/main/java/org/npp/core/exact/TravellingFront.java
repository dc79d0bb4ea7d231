package org.npp.core.exact;

/**
 * Steady front of complete exchange between two ions of equal valence and constant diffusivity.
 *
 * <p>In the frame of the front, \( \xi = x - vt \), with the slower foreign ion behind,
 * \[ c_2 = \frac{1}{1 + e^{\xi/w}}, \qquad w = \frac{D_1 D_2}{v\,(D_1 - D_2)}, \qquad
 * -z\,\frac{d\psi}{d\xi} = v \left( \frac{c_1}{D_1} + \frac{c_2}{D_2} \right), \]
 * where \( c_i = n_i/N \), \( c_1 = 1 - c_2 \), \( v = J/N \), \( \psi = e\varphi/(kT) \). Charge neutrality is the
 * limit \( \lambda \to 0 \) of Poisson's equation; to first order in \( \lambda^2 = \varepsilon kT/(e^2 N) \) the
 * front carries the excess charge
 * \[ \frac{\rho}{eN} = -\frac{1}{z}\,\frac{\lambda^2}{w^2}\,c_1 c_2 \;\ge\; -\frac{1}{4z}\,\frac{\lambda^2}{w^2}. \]
 *
 * <p><strong>Valid for</strong> \( D_1 > D_2 > 0 \); the excess charge for \( \lambda \ll w \).
 * <strong>Accuracy.</strong> The rounding of the exponent \( \xi/w \); {@code TravellingFrontTest} holds the profile against the Nernst&ndash;Planck equations.
 * Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * TravellingFront front = TravellingFront.of(1e-17, 2e-21, 1e-11);
 * double width = front.width10To90();          // m
 * double foreign = front.foreignFraction(0.2e-9);
 * }</pre>
 *
 * @see SteadyFront diffusivities that depend on composition
 * @see MultiIonWave more than two ions
 */
public final class TravellingFront {
    /** \( 2 \ln 9 \): distance from 90 % to 10 % over w. */
    private static final double LOGISTIC_10_90 = 2 * Math.log(9);

    private final double nativeDiffusivity;
    private final double foreignDiffusivity;
    private final double velocity;

    private TravellingFront(double nativeDiffusivity, double foreignDiffusivity, double velocity) {
        this.nativeDiffusivity = nativeDiffusivity;
        this.foreignDiffusivity = foreignDiffusivity;
        this.velocity = velocity;
    }

    /**
     * Creates the front of two ions.
     *
     * @param nativeDiffusivity \( D_1 \) of the ion ahead of the front [m&sup2;/s], larger than \( D_2 \)
     * @param foreignDiffusivity \( D_2 \) of the ion behind it [m&sup2;/s], positive
     * @param velocity \( v = J/N \), speed of the front [m/s], positive
     * @return the front
     */
    public static TravellingFront of(double nativeDiffusivity, double foreignDiffusivity, double velocity) {
        Argument.positive("native diffusivity", nativeDiffusivity, "m^2/s");
        Argument.positive("foreign diffusivity", foreignDiffusivity, "m^2/s");
        Argument.positive("velocity", velocity, "m/s");
        if (nativeDiffusivity > foreignDiffusivity) {
            return new TravellingFront(nativeDiffusivity, foreignDiffusivity, velocity);
        }
        throw new IllegalArgumentException("native diffusivity must exceed the foreign one: " + nativeDiffusivity
                + " m^2/s, " + foreignDiffusivity + " m^2/s");
    }

    /**
     * Returns the width parameter \( w \) of the front.
     *
     * @return \( w \) [m]
     */
    public double width() {
        return nativeDiffusivity / (nativeDiffusivity - foreignDiffusivity) * (foreignDiffusivity / velocity);
    }

    /**
     * Returns the distance over which the foreign fraction falls from 0.9 to 0.1, \( 2 w \ln 9 = 4.394449\,w \).
     *
     * @return distance [m]
     */
    public double width10To90() {
        return LOGISTIC_10_90 * width();
    }

    /**
     * Returns the foreign fraction \( c_2 \), with full relative accuracy ahead of the front.
     *
     * @param xi distance from the middle of the front, positive ahead of it [m]
     * @return \( c_2 \) [1]
     */
    public double foreignFraction(double xi) {
        return 1 / (1 + Math.exp(xi / width()));
    }

    /**
     * Returns the native fraction \( c_1 \), with full relative accuracy behind the front.
     *
     * @param xi distance from the middle of the front, positive ahead of it [m]
     * @return \( c_1 \) [1]
     */
    public double nativeFraction(double xi) {
        return foreignFraction(-xi);
    }

    /**
     * Returns the scaled field \( -z\,d\psi/d\xi \); times \( kT/(ze) \) it is the electric field in V/m.
     *
     * @param xi distance from the middle of the front, positive ahead of it [m]
     * @return scaled field [1/m], positive
     */
    public double scaledField(double xi) {
        return velocity * (nativeFraction(xi) / nativeDiffusivity + foreignFraction(xi) / foreignDiffusivity);
    }

    /**
     * Returns the excess charge over \( eN \), to first order in \( (\lambda/w)^2 \).
     *
     * @param xi distance from the middle of the front, positive ahead of it [m]
     * @param debyeLength \( \lambda = \sqrt{\varepsilon kT/(e^2 N)} \) [m], much smaller than \( w \)
     * @param chargeNumber \( z \) of both ions [1], at least 1
     * @return \( \rho/(eN) \) [1], negative; least at \( \xi = 0 \)
     */
    public double excessCharge(double xi, double debyeLength, int chargeNumber) {
        final double scaled = Argument.positive("Debye length", debyeLength, "m") / width();
        return -scaled * scaled * nativeFraction(xi) * foreignFraction(xi) / Argument.cation(chargeNumber);
    }
}
