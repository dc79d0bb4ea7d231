package org.npp.sed;

/**
 * Tables of the level of a filling, those of one temperature at a time: they are made anew only when the temperature changes,
 * since laws are called at few. Thread-safe.
 */
final class LevelTables {
    /** The filling. */
    private final SedFilling filling;

    /** Tables at the temperature asked for last; replaced as a whole, so that threads may share them. */
    private volatile State last;

    /**
     * Tables of one temperature.
     *
     * @param temperature temperature [K]; NaN if the level does not depend on it
     * @param tables the tables
     */
    private record State(double temperature, InterpolatedFilling tables) {}

    private LevelTables(SedFilling filling, State first) {
        this.filling = filling;
        this.last = first;
    }

    static LevelTables of(SedFilling filling) {
        return new LevelTables(
                filling,
                new State(
                        filling instanceof FermiDiracFilling ? 0 : Double.NaN, InterpolatedFilling.of(filling.sed())));
    }

    InterpolatedFilling at(double temperature) {
        State state = last;
        if (state.temperature != temperature && filling instanceof FermiDiracFilling warm) {
            state = new State(temperature, InterpolatedFilling.of(warm, temperature));
            last = state;
        }
        return state.tables;
    }
}
