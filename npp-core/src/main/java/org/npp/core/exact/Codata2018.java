package org.npp.core.exact;

/** The constants of the 2019 SI that the closed forms need; both are exact by definition. */
final class Codata2018 {
    /** Elementary charge \( e \) [C]. */
    static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    /** Boltzmann constant \( k \) [J/K]. */
    static final double BOLTZMANN = 1.380649e-23;

    /** No instances. */
    private Codata2018() {}

    /** Returns \( kT/(ze) \) [V]. */
    static double thermalVoltage(int chargeNumber, double temperature) {
        return BOLTZMANN * temperature / (chargeNumber * ELEMENTARY_CHARGE);
    }
}
