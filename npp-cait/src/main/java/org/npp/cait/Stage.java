package org.npp.cait;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.npp.core.boundary.Drive;

/**
 * One stage of the experiment: an ion, what drives it, and how long. Times of the drive count from the start of the
 * stage.
 *
 * @param ion name of the ion that is attached or enters; empty only for a rest
 * @param mode what is given
 * @param drive current density [A/m&sup2;] or potential [V]; the constant 0 for a rest
 * @param duration duration [s], finite, \( > 0 \)
 * @param temperature temperature of the stage [K], \( > 0 \); empty for the experiment's
 */
public record Stage(Optional<String> ion, Mode mode, Drive drive, double duration, OptionalDouble temperature) {

    /** What drives a stage. */
    public enum Mode {
        /** A beam of given current density. */
        CURRENT_DENSITY,
        /** A given potential of the front surface. */
        POTENTIAL,
        /** No current. */
        REST
    }

    /**
     * Checks the numbers.
     *
     * @param ion name of the ion that is attached or enters; empty only for a rest
     * @param mode what is given
     * @param drive current density [A/m&sup2;] or potential [V]; the constant 0 for a rest
     * @param duration duration [s], finite, \( > 0 \)
     * @param temperature temperature of the stage [K], \( > 0 \); empty for the experiment's
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public Stage {
        if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "duration must be finite and > 0: %s s", duration));
        }
        if (temperature.isPresent()
                && !(temperature.getAsDouble() > 0 && temperature.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "temperature must be finite and > 0: %s K", temperature.getAsDouble()));
        }
        if (ion.isPresent() == (mode == Mode.REST)) {
            throw new IllegalArgumentException("a rest has no ion, every other stage has one");
        }
    }

    /**
     * Creates a stage of attachment at constant current density.
     *
     * @param ion name of the attached ion
     * @param currentDensity current density [A/m&sup2;], finite
     * @param duration duration [s], finite, \( > 0 \)
     * @return the stage
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public static Stage attachment(String ion, double currentDensity, double duration) {
        return new Stage(
                Optional.of(ion),
                Mode.CURRENT_DENSITY,
                Drive.constant(currentDensity),
                duration,
                OptionalDouble.empty());
    }

    /**
     * Creates a stage at constant potential of the front surface.
     *
     * @param ion name of the ion that enters
     * @param potential potential [V], finite
     * @param duration duration [s], finite, \( > 0 \)
     * @return the stage
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public static Stage potential(String ion, double potential, double duration) {
        return new Stage(Optional.of(ion), Mode.POTENTIAL, Drive.constant(potential), duration, OptionalDouble.empty());
    }

    /**
     * Creates a stage without beam and current.
     *
     * @param duration duration [s], finite, \( > 0 \)
     * @return the stage
     * @throws IllegalArgumentException if the duration breaks its rule
     */
    public static Stage rest(double duration) {
        return new Stage(Optional.empty(), Mode.REST, Drive.constant(0), duration, OptionalDouble.empty());
    }
}
