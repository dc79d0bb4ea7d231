package org.npp.core.transport;

import java.util.List;

/**
 * Scalar property of one ion at one place: a function of all number densities there and of the temperature.
 *
 * <p><strong>Layout.</strong> Density and derivative arrays have one entry per ion of the problem, in the problem's
 * order. The ion the property belongs to is an argument, so that one law can serve several ions.
 *
 * <p><strong>Contract.</strong> Values and derivatives are finite for every finite density \( \ge 0 \) and every
 * temperature \( > 0 \), zero densities included: a law whose derivative is unbounded at zero density returns a finite
 * one there. <strong>Threading.</strong> Implementations are immutable and thread-safe and allocate nothing in their
 * numerical methods.
 */
public interface LocalLaw {

    /**
     * Returns the property.
     *
     * @param ion index of the ion the property belongs to
     * @param densities number densities of all ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @return the property, in the unit of the implementing law
     */
    double value(int ion, double[] densities, double temperature);

    /**
     * Returns the property and writes its derivatives to all densities.
     *
     * @param ion index of the ion the property belongs to
     * @param densities number densities of all ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @param byDensity one entry per ion. Overwritten with the derivative to that ion's density
     *     [unit of the law &times; m&sup3;].
     * @return the property, in the unit of the implementing law
     */
    double linearize(int ion, double[] densities, double temperature, double[] byDensity);

    /**
     * Returns the derivative to temperature at fixed densities.
     *
     * @param ion index of the ion the property belongs to
     * @param densities number densities of all ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @return the derivative [unit of the law / K]
     */
    double byTemperature(int ion, double[] densities, double temperature);

    /**
     * Names the law's own parameters, in the order of {@link #byParameters}.
     *
     * @return unmodifiable list of names, with their units documented by the implementing class; may be empty
     */
    List<String> parameterNames();

    /**
     * Writes the derivatives to the law's own parameters, at fixed densities and temperature.
     *
     * @param ion index of the ion the property belongs to
     * @param densities number densities of all ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @param byParameter one entry per name in {@link #parameterNames}. Overwritten with the derivatives
     *     [unit of the law / unit of the parameter].
     */
    void byParameters(int ion, double[] densities, double temperature, double[] byParameter);

    /**
     * Returns the property and writes all its derivatives: {@link #linearize}, {@link #byTemperature} and
     * {@link #byParameters} in one call, which is faster where they have most of the work in common.
     *
     * @param ion index of the ion the property belongs to
     * @param densities number densities of all ions [1/m&sup3;], each \( \ge 0 \). Not modified.
     * @param temperature temperature [K], \( > 0 \)
     * @param byDensity one entry per ion. Overwritten as by {@link #linearize}.
     * @param byTemperature one entry, or none if it is not wanted. Overwritten with the derivative to temperature
     *     [unit of the law / K].
     * @param byParameter one entry per name in {@link #parameterNames}, or none if they are not wanted. Overwritten as by
     *     {@link #byParameters}.
     * @return the property, in the unit of the implementing law
     */
    default double differentiate(
            int ion,
            double[] densities,
            double temperature,
            double[] byDensity,
            double[] byTemperature,
            double[] byParameter) {
        if (byTemperature.length > 0) {
            byTemperature[0] = byTemperature(ion, densities, temperature);
        }
        if (byParameter.length > 0) {
            byParameters(ion, densities, temperature, byParameter);
        }
        return linearize(ion, densities, temperature, byDensity);
    }
}
