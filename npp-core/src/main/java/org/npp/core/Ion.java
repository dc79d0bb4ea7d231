package org.npp.core;

import java.util.Locale;
import java.util.Optional;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.ExcessPotentialLaw;

/**
 * One mobile ion.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param name name used in messages and results, not blank
 * @param chargeNumber charge number \( z \) [1], any sign; 0 is a neutral
 * @param virginDensity uniform number density in the virgin sample [1/m&sup3;], \( \ge 0 \); 0 for a foreign ion
 * @param diffusivity diffusivity law [m&sup2;/s]; reads 0 where it is a matter of the problem's mobility law
 * @param excessPotential law of the excess chemical potential; empty is the ideal case
 */
public record Ion(
        String name,
        int chargeNumber,
        double virginDensity,
        DiffusivityLaw diffusivity,
        Optional<ExcessPotentialLaw> excessPotential) {

    /** Stands for the diagonal of the problem's mobility matrix; told from others by its identity. */
    private static final DiffusivityLaw OF_PROBLEM = ConstantDiffusivity.of(0);

    /**
     * Checks name and density.
     *
     * @param name name used in messages and results, not blank
     * @param chargeNumber charge number \( z \) [1], any sign; 0 is a neutral
     * @param virginDensity uniform number density in the virgin sample [1/m&sup3;], \( \ge 0 \); 0 for a foreign ion
     * @param diffusivity diffusivity law [m&sup2;/s]
     * @param excessPotential law of the excess chemical potential; empty is the ideal case
     * @throws IllegalArgumentException if the name is blank or the density negative or not finite
     */
    public Ion {
        if (name.isBlank()) {
            throw new IllegalArgumentException("ion name must not be blank");
        }
        if (!(virginDensity >= 0 && virginDensity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "virgin density of %s must be finite and >= 0: %s 1/m^3", name, virginDensity));
        }
    }

    /**
     * Creates an ion without excess chemical potential.
     *
     * @param name name used in messages and results, not blank
     * @param chargeNumber charge number \( z \) [1]
     * @param virginDensity number density in the virgin sample [1/m&sup3;], \( \ge 0 \)
     * @param diffusivity diffusivity law [m&sup2;/s]
     * @return the ion
     * @throws IllegalArgumentException if the name is blank or the density negative or not finite
     */
    public static Ion of(String name, int chargeNumber, double virginDensity, DiffusivityLaw diffusivity) {
        return new Ion(name, chargeNumber, virginDensity, diffusivity, Optional.empty());
    }

    /**
     * Creates an ion whose diffusivity is a matter of the problem's {@linkplain NppProblem.Builder#mobility mobility
     * law}; a problem without one refuses it.
     *
     * @param name name used in messages and results, not blank
     * @param chargeNumber charge number \( z \) [1]
     * @param virginDensity number density in the virgin sample [1/m&sup3;], \( \ge 0 \)
     * @return the ion; its own diffusivity reads 0
     * @throws IllegalArgumentException if the name is blank or the density negative or not finite
     */
    public static Ion of(String name, int chargeNumber, double virginDensity) {
        return of(name, chargeNumber, virginDensity, OF_PROBLEM);
    }

    /** Whether the ion has a diffusivity law of its own. */
    boolean hasDiffusivity() {
        return diffusivity != OF_PROBLEM;
    }

    /**
     * Returns the same ion with an excess chemical potential.
     *
     * @param law law of \( \mu_{ex}/kT \) [1]
     * @return the non-ideal ion
     */
    public Ion withExcessPotential(ExcessPotentialLaw law) {
        return new Ion(name, chargeNumber, virginDensity, diffusivity, Optional.of(law));
    }
}
