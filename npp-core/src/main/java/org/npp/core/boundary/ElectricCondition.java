package org.npp.core.boundary;

import java.util.Optional;

/** Electric condition at one surface; at least one of the two surfaces must have a {@link Potential}. */
public sealed interface ElectricCondition {

    /**
     * Given potential: \( \varphi = U(t) \).
     *
     * @param potential \( U(t) \) [V]
     */
    record Potential(Drive potential) implements ElectricCondition {}

    /**
     * Given charge on the surface: \( \varepsilon E = \sigma \) into the sample, no field outside.
     *
     * @param chargeDensity \( \sigma(t) \) [C/m&sup2;]
     */
    record SurfaceCharge(Drive chargeDensity) implements ElectricCondition {}

    /**
     * Charge attachment: a beam of ions brings the current \( j(t) \), its charge arrives on the surface and enters the
     * sample as far as the neutral surface layer takes it up.
     *
     * <p>\[ \frac{d\sigma_s}{dt} = j - e z_M J_M(0^+), \qquad \sigma_s = \varepsilon E(0^+), \qquad
     * \sum_i z_i n_i(0) = \sum_i z_i n_i(\text{virgin}) \]
     *
     * <p>The flux \( J_M(0^+) \) and the surface potential are results. Only at the front; the attached ion's
     * {@link IonCondition} is {@link IonCondition.Neutral}. With a {@linkplain BeamEnergy beam energy} the arriving
     * current is \( j\,F(z_M e\varphi(0)) \), the rest of the beam turns back: late in a bombardment the sample sits at
     * the voltage at which what attaches is what it conducts.
     *
     * @param ion index of the attached ion \( M \)
     * @param currentDensity \( j(t) \) [A/m&sup2;] of the beam, positive for cations driven into the sample
     * @param beamEnergy energy of the beam's ions; empty where every ion attaches
     */
    record Attachment(int ion, Drive currentDensity, Optional<BeamEnergy> beamEnergy) implements ElectricCondition {
        /**
         * Checks the index.
         *
         * @param ion index of the attached ion \( M \)
         * @param currentDensity \( j(t) \) [A/m&sup2;] of the beam, positive for cations driven into the sample
         * @param beamEnergy energy of the beam's ions; empty where every ion attaches
         * @throws IllegalArgumentException if {@code ion} is negative
         */
        public Attachment {
            if (ion < 0) {
                throw new IllegalArgumentException("attached ion must be an index >= 0: " + ion);
            }
        }

        /**
         * Attaches every ion of the beam.
         *
         * @param ion index of the attached ion \( M \)
         * @param currentDensity \( j(t) \) [A/m&sup2;], positive for cations driven into the sample
         * @throws IllegalArgumentException if {@code ion} is negative
         */
        public Attachment(int ion, Drive currentDensity) {
            this(ion, currentDensity, Optional.empty());
        }
    }

    /**
     * Returns the condition of a constant potential.
     *
     * @param volts potential [V], finite
     * @return the condition
     */
    static ElectricCondition potential(double volts) {
        return new Potential(Drive.constant(volts));
    }
}
