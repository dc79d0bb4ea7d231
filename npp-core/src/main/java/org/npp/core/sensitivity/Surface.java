package org.npp.core.sensitivity;

/** One of the two surfaces of the sample. */
public enum Surface {
    /** Depth 0. */
    FRONT,
    /** The last node. */
    BACK
}
