package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.TimeFormula;
import org.npp.core.transport.ConstantDiffusivity;

class CellBalanceTest {
    private static final double THICKNESS = 1e-6;
    private static final int NODES = 11;

    /** A step in which nothing moves, but for ions that one cell makes, as a share of a sample full of them. */
    @ParameterizedTest
    @CsvSource({"0,true,false", "1e-16,false,false", "-1e-16,false,false", "1e-14,false,true", "-1e-14,false,true"})
    void ionsMadeAreNoticedBeforeTheyAreTooMany(double made, boolean holds, boolean broken) {
        final Model model = Model.of(
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
        final Mesh mesh = Mesh.uniform(THICKNESS, NODES);
        final Level old = Level.virgin(mesh, new double[] {1});
        final Level trial = Level.virgin(mesh, new double[] {1});
        final TimeFormula formula = TimeFormula.implicitEuler(10);
        final Assembly system = Assembly.ofSize(model, NODES);
        system.assemble(old, trial, formula);
        trial.amountChange[5] += made * THICKNESS;
        assertEquals(holds, CellBalance.holds(old, trial, formula, system));
        assertEquals(broken, CellBalance.isBroken(old, trial, formula, system));
    }
}
