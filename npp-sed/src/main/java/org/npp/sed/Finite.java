package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

/** What keeps the laws finite at any temperature and density. */
final class Finite {
    /** Least kT [J]. */
    private static final double LEAST_THERMAL_ENERGY = Double.MIN_NORMAL;

    /** No instances. */
    private Finite() {}

    /** \( kT \) [J], kept from underflowing. */
    static double thermalEnergy(double temperature) {
        return Math.max(BOLTZMANN * temperature, LEAST_THERMAL_ENERGY);
    }

    /** An overflow replaced by the greatest number of its sign. */
    static double bounded(double value) {
        if (value > Double.MAX_VALUE) {
            return Double.MAX_VALUE;
        }
        return value < -Double.MAX_VALUE ? -Double.MAX_VALUE : value;
    }
}
