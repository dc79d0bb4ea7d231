package org.npp.core.sensitivity;

import java.util.Locale;

/**
 * Something that goes into a run and to which its profiles can be differentiated; everything else stays as it is.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public sealed interface Parameter {

    /**
     * A parameter of the diffusivity law of one ion. A law object that serves several ions counts as several laws: the
     * derivative to a parameter they share is the sum over the ions.
     *
     * @param ion index of the ion
     * @param name one of the law's {@code parameterNames}, which also state the unit
     */
    record Diffusivity(int ion, String name) implements Parameter {
        /**
         * Checks the index.
         *
         * @param ion index of the ion
         * @param name one of the law's {@code parameterNames}
         * @throws IllegalArgumentException if {@code ion} is negative
         */
        public Diffusivity {
            requireIndex(ion);
        }
    }

    /**
     * A parameter of the law of the excess chemical potential of one ion.
     *
     * @param ion index of the ion
     * @param name one of the law's {@code parameterNames}, which also state the unit
     */
    record ExcessPotential(int ion, String name) implements Parameter {
        /**
         * Checks the index.
         *
         * @param ion index of the ion
         * @param name one of the law's {@code parameterNames}
         * @throws IllegalArgumentException if {@code ion} is negative
         */
        public ExcessPotential {
            requireIndex(ion);
        }
    }

    /**
     * Density \( N_i \) [1/m&sup3;] of one ion in the virgin sample, and with it the counter-charge of the network. Given
     * densities and fluxes at the surfaces, and all drives, stay as they are.
     *
     * <p><strong>The laws</strong> are functions \( D(n_1 \ldots n_S) \) of densities, and many know a bulk density of
     * their own. With {@linkplain #ofFixedLaws fixed laws} they stay the same functions of densities. With
     * {@linkplain #ofScaledLaws scaled laws} they are functions of \( n_j/N_i \), of all ions \( j \): a law that was
     * made with the bulk density \( N_i \) is made anew with every \( N_i \),
     * \[ \left.\frac{\partial D}{\partial N_i}\right|_n = -\frac{1}{N_i} \sum_j n_j \frac{\partial D}{\partial n_j} \]
     * (as are tables over \( n/N \) and site energy distributions filled by \( N \)). What a law does else with its
     * bulk density, as a parameter by name, is to be added by the chain rule.
     *
     * <p><strong>Start profile.</strong> A run from a given profile has its densities and charges from there: with fixed
     * laws its derivative to the virgin density is 0, unless the profile brings one of its own from the run before.
     *
     * @param ion index of the ion
     * @param scaledLaws whether diffusivities and excess potentials are functions of \( n_j/N_i \)
     */
    record VirginDensity(int ion, boolean scaledLaws) implements Parameter {
        /**
         * Checks the index.
         *
         * @param ion index of the ion
         * @param scaledLaws whether diffusivities and excess potentials are functions of \( n_j/N_i \)
         * @throws IllegalArgumentException if {@code ion} is negative
         */
        public VirginDensity {
            requireIndex(ion);
        }

        /**
         * Returns the virgin density with laws that stay the same functions of densities.
         *
         * @param ion index of the ion
         * @return the parameter
         */
        public static VirginDensity ofFixedLaws(int ion) {
            return new VirginDensity(ion, false);
        }

        /**
         * Returns the virgin density with laws that stay the same functions of densities over it.
         *
         * @param ion index of the ion, its virgin density \( > 0 \)
         * @return the parameter
         */
        public static VirginDensity ofScaledLaws(int ion) {
            return new VirginDensity(ion, true);
        }
    }

    /** Temperature [K] of the whole sample: in the laws and in \( kT/e \), permittivity and virgin densities kept. */
    record Temperature() implements Parameter {}

    /**
     * Factor [1] by which the drive of a surface is multiplied at all times, at its value 1: of the beam's current
     * density, the given potential or the given surface charge. Over a constant value \( j \) it is the derivative to
     * \( j \).
     *
     * @param surface the surface
     */
    record DriveFactor(Surface surface) implements Parameter {}

    /**
     * Value that is added to the drive of a surface at all times, at its value 0: to the beam's current density
     * [A/m&sup2;], the given potential [V] or the given surface charge [C/m&sup2;].
     *
     * @param surface the surface
     */
    record DriveOffset(Surface surface) implements Parameter {}

    /**
     * A parameter of the run before alone, on which this run depends only by the profile it starts from.
     *
     * <p>A parameter of several runs in a row is the same in all: a factor of the drives is that of all of them. The
     * factor of the second of two drives is then the difference, of the derivative to the factor of both and that to
     * the {@code Earlier} one. For two runs before, it is nested.
     *
     * @param parameter what it was in the run before; zero if the profile has no derivative to it
     */
    record Earlier(Parameter parameter) implements Parameter {}

    private static void requireIndex(int ion) {
        if (ion < 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "ion of a parameter must be an index >= 0: %d", ion));
        }
    }
}
