package org.npp.cait.fit;

/**
 * Where a fit stands.
 *
 * @param phase what it is doing
 * @param done simulations, fits or steps so far
 * @param total how many there will be; 0 if nobody knows
 * @param chiSquared least sum of squares so far; NaN if there is none yet
 */
public record FitProgress(String phase, int done, int total, double chiSquared) {}
