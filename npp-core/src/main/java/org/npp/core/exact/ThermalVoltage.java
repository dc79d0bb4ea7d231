package org.npp.core.exact;

import org.npp.core.PhysicalConstants;

/** Voltage \( kT/(ze) \) at which an ion's electric energy is its thermal one. */
final class ThermalVoltage {
    /** No instances. */
    private ThermalVoltage() {}

    /** Returns \( kT/(ze) \) [V]. */
    static double of(int chargeNumber, double temperature) {
        return PhysicalConstants.BOLTZMANN * temperature / (chargeNumber * PhysicalConstants.ELEMENTARY_CHARGE);
    }
}
