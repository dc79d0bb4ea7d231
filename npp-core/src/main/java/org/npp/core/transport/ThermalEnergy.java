package org.npp.core.transport;

/** The thermal energy kT; the rooms of the library do not know the constants at its door. */
final class ThermalEnergy {
    /** Boltzmann constant [J/K], exact in the SI. */
    private static final double BOLTZMANN = 1.380649e-23;

    private ThermalEnergy() {}

    /** kT [J]. */
    static double at(double temperature) {
        return BOLTZMANN * temperature;
    }
}
