package org.npp.core.exact;

/**
 * A front of the {@linkplain DriftLimit drift limit}: a jump of the native fraction that travels at constant speed.
 *
 * @param speed front speed over \( v = J/N \) [1]; the front's depth is {@code speed} times \( vt \)
 * @param behind native fraction on the side of the surface, the front's foot [1]
 * @param ahead native fraction on the far side [1]
 */
public record DriftFront(double speed, double behind, double ahead) {}
