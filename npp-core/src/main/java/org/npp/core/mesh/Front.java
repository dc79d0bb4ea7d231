package org.npp.core.mesh;

/**
 * A front of composition found in a profile.
 *
 * @param position depth [m]
 * @param width largest fraction over largest slope [m]
 */
record Front(double position, double width) {}
