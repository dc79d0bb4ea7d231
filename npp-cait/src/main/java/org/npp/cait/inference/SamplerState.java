package org.npp.cait.inference;

/**
 * All that an {@link EnsembleSampler} needs to go on as if it had never stopped.
 *
 * @param chain the way so far
 * @param accepted moves accepted so far, of all walkers together
 * @param random state of the random generator
 */
public record SamplerState(Chain chain, long accepted, String random) {}
