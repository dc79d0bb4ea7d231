package org.npp.cait.inversion;

/**
 * Bound of the error that the inversion of the fan makes however good the data,
 * \[ \frac{D_2}{v}\Bigl[\frac{2.5 + 0.15/c^*}{x_f} + \frac{0.3}{x}\Bigr] + 0.015 + 0.1\,\frac{\Delta x}{x}, \]
 * with \( x_f \) the front's depth, \( c^* \) the greatest fraction inverted and \( \Delta x \) the distance of the first
 * points.
 *
 * <p>The form is a guess that holds in all cases tried: widths of the distribution from 150 to 350 meV, \( D_2/v \) from 0.1
 * to 8 nm, fronts from 50 to 300 nm ({@code DirectInversionTest}, {@code DirectInversionReferenceTest}).
 *
 * @param length \( D_2/v \) [m]
 * @param frontDepth \( x_f \) [m]
 * @param foot \( c^* \) [1]
 * @param spacing \( \Delta x \) [m]
 */
public record MethodError(double length, double frontDepth, double foot, double spacing) {
    /** Relative error of a diffusivity up to which the inversion is said to hold. */
    public static final double DECLARED = 0.1;

    private static final double AT_FRONT = 2.5;
    private static final double BY_FOOT = 0.15;
    private static final double BY_DEPTH = 0.3;
    private static final double LEAST = 0.015;
    private static final double BY_SPACING = 0.1;

    /**
     * Bounds the error.
     *
     * @param depth depth [m], positive
     * @return relative error of the diffusivity [1]
     */
    public double at(double depth) {
        return length * ((AT_FRONT + BY_FOOT / foot) / frontDepth + BY_DEPTH / depth)
                + LEAST
                + BY_SPACING * spacing / depth;
    }

    /** Least depth [m] from which on the error is within the declared one; infinite if there is none. */
    double declaredFrom() {
        final double room = DECLARED - LEAST - length * (AT_FRONT + BY_FOOT / foot) / frontDepth;
        return room > 0 ? (BY_DEPTH * length + BY_SPACING * spacing) / room : Double.POSITIVE_INFINITY;
    }
}
