package org.npp.core;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Scalars after each accepted time step, the start included.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param entries one entry per time, in order
 */
public record History(List<Entry> entries) {

    /**
     * Copies the list.
     *
     * @param entries one entry per time, in order
     */
    public History {
        entries = List.copyOf(entries);
    }

    /**
     * Scalars at one time.
     *
     * @param time time [s]
     * @param currentDensity total current density \( e \sum z_i J_i + \varepsilon\, \partial_t E \), mean over the step
     *     that ends here [A/m&sup2;]; in the first entry, 0
     * @param surfacePotential potential of the front surface [V]
     * @param charge charge that has passed since the start of the run, \( \int j\, dt \) [C/m&sup2;]
     * @param surfaceCharge charge on the front surface \( \sigma_s \) [C/m&sup2;]
     * @param frontDepth deepest depth at which the ions of the virgin sample are down to half [m]; empty if none
     */
    public record Entry(
            double time,
            double currentDensity,
            double surfacePotential,
            double charge,
            double surfaceCharge,
            OptionalDouble frontDepth) {}
}
