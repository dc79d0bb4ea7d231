package org.npp.cait;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.npp.core.boundary.BeamEnergy;
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
 * @param beamEnergy energy of the beam's ions, only for a given current; empty where every ion attaches, whatever the
 *     potential of the surface
 */
public record Stage(
        Optional<String> ion,
        Mode mode,
        Drive drive,
        double duration,
        OptionalDouble temperature,
        Optional<BeamEnergy> beamEnergy) {

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
     * @param beamEnergy energy of the beam's ions, only for a given current, its spread below its mean; empty where
     *     every ion attaches
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
        if (beamEnergy.isPresent()) {
            checkBeam(beamEnergy.get(), mode);
        }
    }

    /**
     * Describes a stage in which every ion of the beam attaches.
     *
     * @param ion name of the ion that is attached or enters; empty only for a rest
     * @param mode what is given
     * @param drive current density [A/m&sup2;] or potential [V]; the constant 0 for a rest
     * @param duration duration [s], finite, \( > 0 \)
     * @param temperature temperature of the stage [K], \( > 0 \); empty for the experiment's
     * @throws IllegalArgumentException if a value breaks its rule
     */
    public Stage(Optional<String> ion, Mode mode, Drive drive, double duration, OptionalDouble temperature) {
        this(ion, mode, drive, duration, temperature, Optional.empty());
    }

    private static void checkBeam(BeamEnergy beam, Mode mode) {
        if (mode != Mode.CURRENT_DENSITY) {
            throw new IllegalArgumentException("only a stage of given current has a beam energy");
        }
        if (!(beam.spread() < beam.energy())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "beam energy spread must be below the beam energy, %s J: %s J",
                    beam.energy(),
                    beam.spread()));
        }
    }

    /**
     * Gives the ions of the beam an energy: what the surface repels does not attach.
     *
     * @param beam energy and spread, the spread below the energy
     * @return the changed stage
     * @throws IllegalArgumentException if the stage is not one of given current, or the spread too large
     */
    public Stage withBeamEnergy(BeamEnergy beam) {
        return new Stage(ion, mode, drive, duration, temperature, Optional.of(beam));
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
