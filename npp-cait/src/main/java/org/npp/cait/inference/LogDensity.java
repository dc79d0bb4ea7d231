package org.npp.cait.inference;

/**
 * Logarithm of a density that need not be normalised.
 *
 * <p><strong>Threading.</strong> Each thread has an instance of its own; a value depends on the point alone.
 */
@FunctionalInterface
public interface LogDensity {
    /**
     * Returns the logarithm.
     *
     * @param point coordinates. Not modified.
     * @return logarithm of the density; \( -\infty \) or NaN where it is zero or unknown
     */
    double at(double[] point);
}
