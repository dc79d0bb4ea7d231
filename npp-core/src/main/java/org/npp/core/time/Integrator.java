package org.npp.core.time;

/** Implicit formula of the time derivative; all are L-stable. */
public enum Integrator {
    /** Variable-step backward differentiation of order 2; a step that would go negative is redone with implicit Euler. */
    BDF2,
    /** Backward Euler, order 1: never leaves the positive. */
    IMPLICIT_EULER,
    /**
     * The trapezoidal rule over \( 2 - \sqrt 2 \) of a step and BDF2 over the rest, order 2; each of the two is a step of
     * its own with its own error control, and is redone with implicit Euler where it would go negative. It forgets what
     * was before a step. At the same tolerance on nodes at rest its profiles are about three times closer than BDF2's at the
     * same number of steps; on nodes that follow fronts, whose velocities it feels, they are as close as BDF2's after half
     * as many steps again up to twice as many (reference cases K, Rb, Cs).
     *
     * @see <a href="https://doi.org/10.1109/T-ED.1985.22232">Bank et al., IEEE Trans. Electron Devices 32, 1992
     *     (1985)</a>
     */
    TR_BDF2
}
