package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.sed.internal.Require;

/**
 * Diffusivity of the bulk, with or without an activation energy, and what a law makes of it by the exponent it adds.
 *
 * <p>\[ D = D_N \exp\left(x - \frac{E_a}{k}\left(\frac 1T - \frac 1{T_0}\right)\right) \]
 *
 * <p>Without an activation energy \( E_a = 0 \) and \( T_0 = \infty \).
 */
final class ActivatedBulk {
    /** Greatest exponent; e<sup>600</sup> times the diffusivity of any ion is finite. */
    static final double MAX_EXPONENT = 600;

    /** Bulk diffusivity [m&sup2;/s], at the reference temperature if there is an activation energy. */
    private final double diffusivity;

    /** Activation energy [J]. */
    private final double energy;

    /** Reference temperature [K]. */
    private final double reference;

    /** 1/kT at the reference temperature [1/J]. */
    private final double referenceBeta;

    private ActivatedBulk(double diffusivity, double energy, double reference) {
        this.diffusivity = diffusivity;
        this.energy = energy;
        this.reference = reference;
        this.referenceBeta = 1 / (BOLTZMANN * reference);
    }

    /** Without an activation energy. */
    static ActivatedBulk of(double bulkDiffusivity) {
        return new ActivatedBulk(
                Require.positive("bulkDiffusivity", bulkDiffusivity, "m^2/s"), 0, Double.POSITIVE_INFINITY);
    }

    /** The same diffusivity at a reference temperature [K], with an activation energy [J]. */
    ActivatedBulk withActivation(double bulkActivationEnergy, double referenceTemperature) {
        if (!(bulkActivationEnergy >= 0 && bulkActivationEnergy < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "bulkActivationEnergy must be finite and >= 0: %s J", bulkActivationEnergy));
        }
        return new ActivatedBulk(
                diffusivity, bulkActivationEnergy, Require.positive("referenceTemperature", referenceTemperature, "K"));
    }

    /** Names of a law's parameters: the shape's, then those that every law of a distribution has. */
    List<String> parameterNames(SiteEnergyDistribution shape) {
        final List<String> names = new ArrayList<>(shape.parameterNames());
        names.addAll(List.of("vacancy_fraction", "immobile_fraction", "bulk_diffusivity"));
        if (isActivated()) {
            names.add("bulk_activation_energy");
        }
        return List.copyOf(names);
    }

    boolean isActivated() {
        return reference < Double.POSITIVE_INFINITY;
    }

    double diffusivity() {
        return diffusivity;
    }

    /** Activation energy [J], 0 without one. */
    double energy() {
        return energy;
    }

    /** \( x \) [1] of a gain of energy over the bulk [J], less what the bulk's activation takes. */
    double exponent(double gain, double temperature) {
        return (gain - energy * (1 - temperature / reference)) / Finite.thermalEnergy(temperature);
    }

    /** The same from 1/kT [1/J]. */
    double reducedExponent(double gain, double beta) {
        return gain * beta - energy * (beta - referenceBeta);
    }

    /** Diffusivity [m&sup2;/s] at an exponent, finite. */
    double at(double exponent) {
        return Finite.bounded(diffusivity * Math.exp(exponent > MAX_EXPONENT ? MAX_EXPONENT : exponent));
    }

    /** Derivative to a gain of energy [m&sup2;/(J s)] of a diffusivity d at an exponent: 0 where that is cut. */
    static double byGain(double exponent, double d, double temperature) {
        return exponent < MAX_EXPONENT ? Finite.bounded(d / Finite.thermalEnergy(temperature)) : 0;
    }

    /** Derivative of the gain to the activation energy, with the sign of the exponent [1]. */
    double gainByEnergy(double temperature) {
        return Finite.bounded(temperature / reference - 1);
    }
}
