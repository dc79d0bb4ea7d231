package org.npp.core.boundary;

import java.util.List;

/**
 * All conditions at one surface of the sample.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe if their drives are.
 *
 * @param electric the electric condition
 * @param ions one condition per ion, in the problem's order
 */
public record Boundary(ElectricCondition electric, List<IonCondition> ions) {

    /**
     * Copies the list of conditions.
     *
     * @param electric the electric condition
     * @param ions one condition per ion, in the problem's order
     */
    public Boundary {
        ions = List.copyOf(ions);
    }

    /**
     * Joins an electric condition and the conditions of the ions.
     *
     * @param electric the electric condition
     * @param ions one condition per ion, in the problem's order
     * @return the boundary
     */
    public static Boundary of(ElectricCondition electric, IonCondition... ions) {
        return new Boundary(electric, List.of(ions));
    }
}
