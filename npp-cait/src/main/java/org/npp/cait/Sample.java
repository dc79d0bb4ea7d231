package org.npp.cait;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The plate under the beam.
 *
 * @param thickness thickness [m], finite, \( > 0 \)
 * @param relativePermittivity \( \varepsilon_r \) [1], finite, \( \ge 1 \)
 * @param area bombarded area [m&sup2;], \( > 0 \); needed only where a current instead of a current density is given
 */
public record Sample(double thickness, double relativePermittivity, OptionalDouble area) {
    /**
     * Checks the numbers.
     *
     * @param thickness thickness [m], finite, \( > 0 \)
     * @param relativePermittivity \( \varepsilon_r \) [1], finite, \( \ge 1 \)
     * @param area bombarded area [m&sup2;], \( > 0 \); needed only where a current instead of a current density is
     *     given
     * @throws IllegalArgumentException if one is out of range
     */
    public Sample {
        if (!(thickness > 0 && thickness < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "thickness must be finite and > 0: %s m", thickness));
        }
        if (!(relativePermittivity >= 1 && relativePermittivity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "relative permittivity must be finite and >= 1: %s", relativePermittivity));
        }
        if (area.isPresent() && !(area.getAsDouble() > 0 && area.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "area must be finite and > 0: %s m^2", area.getAsDouble()));
        }
    }

    /**
     * Creates a sample of unknown area.
     *
     * @param thickness thickness [m], finite, \( > 0 \)
     * @param relativePermittivity \( \varepsilon_r \) [1], finite, \( \ge 1 \)
     * @return the sample
     * @throws IllegalArgumentException if one is out of range
     */
    public static Sample of(double thickness, double relativePermittivity) {
        return new Sample(thickness, relativePermittivity, OptionalDouble.empty());
    }
}
