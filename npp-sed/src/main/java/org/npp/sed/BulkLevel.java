package org.npp.sed;

/**
 * The chemical potential at bulk density with its derivatives, at one temperature; computed anew only when the
 * temperature changes, since laws are called at few.
 */
final class BulkLevel {
    /** The filling. */
    private final SedFilling filling;

    /** State at the temperature asked for last; replaced as a whole, so that threads may share it. */
    private volatile State last;

    /** What is known at one temperature; immutable. */
    static final class State {
        /** Temperature [K]. */
        final double temperature;

        /** Chemical potential [J]. */
        final double level;

        /** Its derivative to temperature [J/K]. */
        final double byTemperature;

        /** Thermodynamic factor less 1 [1]. */
        final double excess;

        /** Derivatives to the shape's parameters. */
        private final double[] byParameter;

        private State(SedFilling filling, double temperature) {
            final PopulatedSed sed = filling.sed();
            this.temperature = temperature;
            this.level = filling.chemicalPotential(sed.bulkDensity(), temperature);
            this.byTemperature = filling.byTemperature(level, temperature);
            this.excess = filling.thermodynamicExcess(level, temperature);
            this.byParameter = new double[sed.shape().parameterNames().size()];
            filling.byParameters(level, temperature, byParameter);
        }

        double byParameter(int i) {
            return byParameter[i];
        }
    }

    private BulkLevel(SedFilling filling, State first) {
        this.filling = filling;
        this.last = first;
    }

    static BulkLevel of(SedFilling filling) {
        return new BulkLevel(filling, new State(filling, 300));
    }

    State at(double temperature) {
        State state = last;
        if (state.temperature != temperature) {
            state = new State(filling, temperature);
            last = state;
        }
        return state;
    }
}
