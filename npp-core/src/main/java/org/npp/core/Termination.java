package org.npp.core;

/** Why a run ended. */
public enum Termination {
    /** The end time was reached. */
    COMPLETED,
    /** The cancel hook asked for it. */
    CANCELLED,
    /** The limit of time steps was used up. */
    STEP_LIMIT,
    /** The local error stayed too large, with the smallest time step allowed. */
    STEP_TOO_SMALL,
    /** Newton's method used up its iterations, with the smallest time step allowed. */
    NEWTON_ITERATIONS,
    /** Newton's residual stopped falling above the tolerance, with the smallest time step allowed. */
    NEWTON_STAGNATION,
    /** A block of the Jacobian is singular, with the smallest time step allowed. */
    SINGULAR_BLOCK,
    /** A law or the linear solver gave NaN or infinity, with the smallest time step allowed. */
    NOT_FINITE
}
