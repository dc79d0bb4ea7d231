package org.npp.cait.inversion;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What direct inversion gave.
 *
 * @param nativeIon name of the native ion
 * @param foreignIon name of the foreign ion
 * @param temperature \( T \) [K]
 * @param bulkDensity \( N \) [1/m&sup3;]
 * @param bulkDiffusivity native diffusivity in the bulk, of the case [m&sup2;/s]
 * @param foreignDiffusivity \( D_2 \), of the case [m&sup2;/s]
 * @param vt dose over density, of the case [m]
 * @param foreignContent integral of the measured foreign fraction [m]; vt, if all of the dose was found
 * @param method bound of the error of the method behind the front
 * @param toldFrom least depth that is told of the fan [m]
 * @param toldTo greatest such depth [m]
 * @param effectiveParameters parameters that the smoothed profile is worth [1]
 * @param noise standard deviation of the noise over the errors given, or of the fraction where none were [1]
 * @param diffusivities diffusivities by increasing fraction
 * @param sites sites by increasing energy
 * @param depths depths of the smoothed profile [m]
 * @param smoothed smoothed native fraction there [1]
 * @param warnings what the user should know
 */
public record InvertedProfile(
        String nativeIon,
        String foreignIon,
        double temperature,
        double bulkDensity,
        double bulkDiffusivity,
        double foreignDiffusivity,
        double vt,
        double foreignContent,
        MethodError method,
        double toldFrom,
        double toldTo,
        double effectiveParameters,
        double noise,
        List<Diffusivity> diffusivities,
        List<Sites> sites,
        List<Double> depths,
        List<Double> smoothed,
        List<String> warnings) {
    /**
     * Copies the lists.
     *
     * @param nativeIon name of the native ion
     * @param foreignIon name of the foreign ion
     * @param temperature \( T \) [K]
     * @param bulkDensity \( N \) [1/m&sup3;]
     * @param bulkDiffusivity native diffusivity in the bulk, of the case [m&sup2;/s]
     * @param foreignDiffusivity \( D_2 \), of the case [m&sup2;/s]
     * @param vt dose over density, of the case [m]
     * @param foreignContent integral of the measured foreign fraction [m]; vt, if all of the dose was found
     * @param method bound of the error of the method behind the front
     * @param toldFrom least depth that is told of the fan [m]
     * @param toldTo greatest such depth [m]
     * @param effectiveParameters parameters that the smoothed profile is worth [1]
     * @param noise standard deviation of the noise over the errors given, or of the fraction where none were [1]
     * @param diffusivities diffusivities by increasing fraction
     * @param sites sites by increasing energy
     * @param depths depths of the smoothed profile [m]
     * @param smoothed smoothed native fraction there [1]
     * @param warnings what the user should know
     */
    public InvertedProfile {
        diffusivities = List.copyOf(diffusivities);
        sites = List.copyOf(sites);
        depths = List.copyOf(depths);
        smoothed = List.copyOf(smoothed);
        warnings = List.copyOf(warnings);
    }

    /** Where a value is from. */
    public enum Origin {
        /** The profile behind the front. */
        FAN,
        /** The front. */
        FRONT,
        /** Interpolated between the profile and the bulk. */
        INTERPOLATED,
        /** The case. */
        CASE
    }

    /**
     * The native ion's diffusivity at a composition.
     *
     * @param fraction native fraction [1]
     * @param value diffusivity [m&sup2;/s]
     * @param low lower end of the 95 % band, of noise and method [m&sup2;/s]; NaN if there is none
     * @param high upper end [m&sup2;/s]; NaN if there is none
     * @param uncorrected what the formula of the drift limit gives at this place [m&sup2;/s]; NaN away from the fan
     * @param origin where the value is from
     */
    public record Diffusivity(
            double fraction, double value, double low, double high, double uncorrected, Origin origin) {
        /**
         * Tells whether the profile fixes the value.
         *
         * @return whether it is from the fan or the front
         */
        public boolean constrained() {
            return origin == Origin.FAN || origin == Origin.FRONT;
        }
    }

    /**
     * Density of sites at the Fermi energy of a composition.
     *
     * @param fraction native fraction at which sites up to this energy are filled [1]
     * @param energy energy relative to the Fermi energy of the bulk [J]
     * @param density sites per volume and energy [1/(J m&sup3;)]
     * @param low lower end of the 95 % band [1/(J m&sup3;)]
     * @param high upper end [1/(J m&sup3;)]
     * @param origin where the value is from
     */
    public record Sites(double fraction, double energy, double density, double low, double high, Origin origin) {
        /**
         * Tells whether the profile fixes the value.
         *
         * @return whether it is from the fan or the front
         */
        public boolean constrained() {
            return origin == Origin.FAN || origin == Origin.FRONT;
        }
    }

    /**
     * Returns the depth of the front.
     *
     * @return depth at which the native fraction is one half [m]
     */
    public double frontDepth() {
        return method.frontDepth();
    }

    /**
     * Returns the length over which diffusion matters.
     *
     * @return \( D_2/v \) [m]
     */
    public double diffusionLength() {
        return method.length();
    }

    /**
     * Returns the least depth from which on the inversion of the fan is declared valid: to {@link #toldTo} the bound of its
     * error is at most 10 %, noise apart.
     *
     * @return depth [m]; empty if no depth is
     */
    public OptionalDouble validFrom() {
        final double from = Math.max(toldFrom, method.declaredFrom());
        return from < toldTo ? OptionalDouble.of(from) : OptionalDouble.empty();
    }

    /**
     * Bounds the error that the formula itself makes behind the front, however good the data.
     *
     * @param depth depth [m], of those told
     * @return relative error of the diffusivity [1]
     */
    public double methodError(double depth) {
        return method.at(depth);
    }

    /**
     * Returns the Fermi energy at a diffusivity, relative to that of the bulk.
     *
     * @param diffusivity \( D \) [m&sup2;/s], \( \gt 0 \)
     * @return \( kT \ln[D/D(N)] \) [J]
     */
    public double fermiEnergy(double diffusivity) {
        return BOLTZMANN * temperature * Math.log(diffusivity / bulkDiffusivity);
    }

    /**
     * Returns the diffusivities of an origin.
     *
     * @param origin where the values are from
     * @return those of {@link #diffusivities}, in their order
     */
    public Stream<Diffusivity> of(Origin origin) {
        return diffusivities.stream().filter(d -> d.origin() == origin);
    }

    /**
     * Bounds how far diffusion spoils the inversion: the greatest error of the method over the depths that are told.
     *
     * @return relative error of the diffusivity [1], at the least depth told
     */
    public double greatestError() {
        return method.at(toldFrom);
    }

    /**
     * Bounds the error where the inversion is best.
     *
     * @return relative error of the diffusivity [1], at the greatest depth told
     */
    public double leastError() {
        return method.at(toldTo);
    }

    /**
     * Tells how far the formula of the drift limit, which knows no diffusion, is off where it is worst.
     *
     * @return uncorrected over corrected diffusivity, minus 1, of the greatest size over the fan [1]
     */
    public double greatestDiffusionBias() {
        double greatest = 0;
        for (final Diffusivity d : diffusivities) {
            final double bias = d.origin() == Origin.FAN ? d.uncorrected() / d.value() - 1 : 0;
            greatest = Math.abs(bias) > Math.abs(greatest) ? bias : greatest;
        }
        return greatest;
    }

    /**
     * Says in numbers how far diffusion spoils the inversion.
     *
     * @return one or two sentences
     */
    public String reliability() {
        final String errors = String.format(
                Locale.ROOT,
                "Diffusion, over D_2/v = %.2g nm, may make D wrong by up to %.0f %% at %.0f nm and by %.0f %% at %.0f nm.",
                diffusionLength() * 1e9,
                100 * greatestError(),
                toldFrom * 1e9,
                100 * leastError(),
                toldTo * 1e9);
        return errors
                + (validFrom().isEmpty()
                        ? " At no depth is it sure to be within 10 %."
                        : String.format(
                                Locale.ROOT,
                                " It is within 10 %% from %.0f nm on, to %.0f nm.",
                                validFrom().getAsDouble() * 1e9,
                                toldTo * 1e9));
    }

    /**
     * Tells how far diffusion spoils the formula of the drift limit on the whole.
     *
     * @return mean over the fan of uncorrected over corrected diffusivity, minus 1 [1]
     */
    public double diffusionBias() {
        return of(Origin.FAN)
                .mapToDouble(d -> d.uncorrected() / d.value() - 1)
                .average()
                .orElse(0);
    }
}
