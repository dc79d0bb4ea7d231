package org.npp.core.boundary;

import java.util.Locale;

/** Condition of one ion at one surface. */
public sealed interface IonCondition {

    /** No ion passes: \( J = 0 \). */
    record Blocked() implements IonCondition {}

    /**
     * The ion leaves freely with its drift (zero gradient), the sum of all ions staying neutral. With one discharged ion
     * its row is electroneutrality; with several, the first one's is and the others have zero gradient.
     */
    record Discharged() implements IonCondition {}

    /**
     * The ion is exchanged with a reservoir that keeps the surface neutral,
     * \( \sum_i z_i n_i = \sum_i z_i n_i(\text{virgin}) \): the ion that enters at an attachment or potential front.
     */
    record Neutral() implements IonCondition {}

    /**
     * Given number density.
     *
     * @param density number density [1/m&sup3;], finite, \( \ge 0 \)
     */
    record Density(double density) implements IonCondition {
        /**
         * Checks the density.
         *
         * @param density number density [1/m&sup3;], finite, \( \ge 0 \)
         * @throws IllegalArgumentException if {@code density} is negative or not finite
         */
        public Density {
            if (!(density >= 0 && density < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "boundary density must be finite and >= 0: %s 1/m^3", density));
            }
        }
    }

    /**
     * Given flux into the sample.
     *
     * @param flux number flux [1/(m&sup2; s)], positive into the sample at either surface
     */
    record Flux(Drive flux) implements IonCondition {}

    /**
     * Returns the condition of an ion that does not pass.
     *
     * @return the condition
     */
    static IonCondition blocked() {
        return new Blocked();
    }

    /**
     * Returns the condition of an ion that leaves freely.
     *
     * @return the condition
     */
    static IonCondition discharged() {
        return new Discharged();
    }

    /**
     * Returns the condition of an ion that keeps the surface neutral.
     *
     * @return the condition
     */
    static IonCondition neutral() {
        return new Neutral();
    }

    /**
     * Returns the condition of a given density.
     *
     * @param density number density [1/m&sup3;], finite, \( \ge 0 \)
     * @return the condition
     * @throws IllegalArgumentException if {@code density} is negative or not finite
     */
    static IonCondition density(double density) {
        return new Density(density);
    }
}
