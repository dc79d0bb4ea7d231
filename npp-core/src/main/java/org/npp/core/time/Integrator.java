package org.npp.core.time;

/** Implicit formula of the time derivative; all are L-stable. */
public enum Integrator {
    /** Variable-step backward differentiation of order 2; a step that would go negative is redone with implicit Euler. */
    BDF2,
    /** Backward Euler, order 1: never leaves the positive. */
    IMPLICIT_EULER
}
