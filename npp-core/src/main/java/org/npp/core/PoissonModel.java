package org.npp.core;

/** How the potential is tied to the charge. */
public enum PoissonModel {
    /** Poisson's equation with the permittivity of the problem. */
    FULL,
    /** Electroneutrality everywhere, the limit of a vanishing Debye length. */
    ELECTRONEUTRAL
}
