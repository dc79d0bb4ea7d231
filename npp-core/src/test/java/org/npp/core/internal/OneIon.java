package org.npp.core.internal;

import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;

import java.util.Collections;
import java.util.List;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.transport.ConstantDiffusivity;

/** An electroneutral sample of one ion between two electrodes at the same potential, in units that make its numbers 1. */
final class OneIon {
    private OneIon() {}

    static Model model() {
        return Model.of(
                300,
                0,
                0.025,
                1,
                1,
                new int[] {1},
                new double[] {1},
                List.of(ConstantDiffusivity.of(1e-18)),
                Collections.singletonList(null),
                EdgeDiffusivity.CENTRED,
                Boundary.of(ElectricCondition.potential(0), blocked()),
                Boundary.of(ElectricCondition.potential(0), discharged()));
    }
}
