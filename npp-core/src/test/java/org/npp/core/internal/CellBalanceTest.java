package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.TimeFormula;

class CellBalanceTest {
    private static final double THICKNESS = 1e-6;
    private static final int NODES = 11;

    /** A step in which nothing moves, but for ions that one cell makes, as a share of a sample full of them. */
    @ParameterizedTest
    @CsvSource({"0,true,false", "1e-16,false,false", "-1e-16,false,false", "1e-14,false,true", "-1e-14,false,true"})
    void ionsMadeAreNoticedBeforeTheyAreTooMany(double made, boolean holds, boolean broken) {
        final Model model = OneIon.model();
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
