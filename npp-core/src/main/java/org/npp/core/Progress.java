package org.npp.core;

/**
 * Where a run stands, told after each accepted time step.
 *
 * @param time time reached [s]
 * @param endTime time the run ends [s]
 * @param step accepted time steps so far
 */
public record Progress(double time, double endTime, int step) {}
