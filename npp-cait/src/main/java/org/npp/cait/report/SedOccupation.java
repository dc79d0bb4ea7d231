package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.BOLTZMANN;
import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.Arrays;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedFilling;
import org.npp.sed.SiteEnergyDistribution;
import org.npp.sed.shape.DensitySed;

/** Which sites of a distribution are occupied in the bulk, and the levels, for either filling. */
final class SedOccupation {
    /** Share of the sites beyond either end of the integrals. */
    private static final double TAIL = 1e-9;

    /** Occupied sites beyond it do not show [kT]. */
    private static final double CUT = 40;

    private final SedFilling filling;
    private final double temperature;
    private final double bulkLevel;
    private final double mobileEdge;

    private SedOccupation(SedFilling filling, double temperature) {
        final PopulatedSed sed = filling.sed();
        this.filling = filling;
        this.temperature = temperature;
        this.bulkLevel = filling.chemicalPotential(sed.bulkDensity(), temperature);
        this.mobileEdge = sed.fermiEnergy(sed.immobileFraction() * sed.bulkDensity());
    }

    static SedOccupation of(SedFilling filling, double temperature) {
        return new SedOccupation(filling, temperature);
    }

    /** Level of the bulk [J]. */
    double bulkLevel() {
        return bulkLevel;
    }

    /** Level at a density, relative to the bulk's [eV], finite. */
    double level(double density) {
        final PopulatedSed sed = filling.sed();
        final double n = Math.max(1e-9 * sed.bulkDensity(), Math.min(sed.siteDensity() * (1 - 1e-9), density));
        return (filling.chemicalPotential(n, temperature) - bulkLevel) / ELEMENTARY_CHARGE;
    }

    /** Density of the sites occupied in the bulk [1/J]. */
    double populated(double energy) {
        final double density = filling.sed().shape().density(energy);
        if (SedText.isWarm(filling)) {
            return density / (1 + Math.exp((energy - bulkLevel) / (BOLTZMANN * temperature)));
        }
        return energy <= bulkLevel ? density : 0;
    }

    /** Tells whether sites of an energy are above those of the immobile ions. */
    boolean isMobile(double energy) {
        return energy > mobileEdge;
    }

    /** Full width at half maximum of the occupied part [eV]. */
    double populatedFwhm() {
        if (!SedText.isWarm(filling)) {
            return filling.sed().populatedFwhm() / ELEMENTARY_CHARGE;
        }
        final SiteEnergyDistribution shape = filling.sed().shape();
        final double low = shape.quantile(TAIL);
        final double high = Math.min(shape.complementaryQuantile(TAIL), bulkLevel + CUT * BOLTZMANN * temperature);
        final double[] kinks = Arrays.stream(shape.breakpoints())
                .filter(energy -> energy > low && energy < high)
                .toArray();
        final DensitySed occupied = DensitySed.of(energy -> populated(energy) * ELEMENTARY_CHARGE, low, high, kinks);
        return occupied.truncatedFwhm(high) / ELEMENTARY_CHARGE;
    }
}
