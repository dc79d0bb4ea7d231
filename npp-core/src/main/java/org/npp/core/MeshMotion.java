package org.npp.core;

/** Whether the nodes stay where the problem's mesh puts them. */
public enum MeshMotion {
    /** Nodes stay. */
    FIXED,
    /** Nodes follow the fronts of composition; the problem's mesh gives their number and the thickness. */
    FOLLOW_FRONTS
}
