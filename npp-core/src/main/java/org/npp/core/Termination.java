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
    /**
     * A density would become negative, with the smallest time step allowed: the conditions ask for more of an ion than
     * there is, as a current that has to leave where no ion that may leave is left.
     */
    NEGATIVE_DENSITY,
    /** Newton's updates stopped falling above the tolerance, with the smallest time step allowed. */
    NEWTON_STAGNATION,
    /** A block of the Jacobian is singular, with the smallest time step allowed. */
    SINGULAR_BLOCK,
    /** A law or the linear solver gave NaN or infinity, with the smallest time step allowed. */
    NOT_FINITE
}
