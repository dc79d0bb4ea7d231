package org.npp.sed;

/**
 * Place at which a diffusivity does not increase with the density, as it must if it comes from a site energy
 * distribution.
 *
 * @param fromDensity density at the lower end of the fall [1/m&sup3;]
 * @param toDensity density at its upper end [1/m&sup3;]
 * @param logarithmicDrop \( \ln D \) at the lower end minus that at the upper one [1], \( \ge 0 \); 0 is a plateau
 * @param standardError standard error of this drop [1], 0 if the diffusivity has none
 */
public record DiffusivityFall(double fromDensity, double toDensity, double logarithmicDrop, double standardError) {}
