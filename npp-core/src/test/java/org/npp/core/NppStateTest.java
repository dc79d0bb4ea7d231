package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.npp.core.mesh.Mesh;

class NppStateTest {
    private static final Mesh MESH = Mesh.uniform(1, 3);

    private static NppState of(double time, double[] potential, double[] density, double[] charge, double surface) {
        return NppState.of(time, MESH, potential, new double[][] {{1, 2, 3}, density}, charge, surface);
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aStateHoldsCopiesOfItsProfiles() {
        final double[] potential = {5, 6, 7};
        final double[] density = {0, 0.5, 1};
        final double[] charge = {-1, 0, 1};
        final NppState state = of(2, potential, density, charge, -0.25);
        potential[0] = 0;
        density[0] = 9;
        charge[0] = 9;
        state.potentials()[1] = 99;
        state.densities(1)[1] = 99;
        assertEquals(2, state.time());
        assertEquals(MESH, state.mesh());
        assertEquals(2, state.ionCount());
        assertArrayEquals(new double[] {5, 6, 7}, state.potentials());
        assertEquals(5, state.potential(0));
        assertArrayEquals(new double[] {0, 0.5, 1}, state.densities(1));
        assertEquals(3, state.density(0, 2));
        assertEquals(-1, state.chargeDensity(0));
        assertEquals(-0.25, state.surfaceCharge());
        assertEquals(7, state.at(7).time());
    }

    @Test
    void brokenRulesAreNamed() {
        final double[] good = {1, 2, 3};
        final double[] bad = {1, Double.NaN, 3};
        assertRefused("time must be finite: NaN at node 0", () -> of(Double.NaN, good, good, good, 0));
        assertRefused("surface charge must be finite: Infinity at node 0", () -> of(0, good, good, good, 1 / 0.0));
        assertRefused("potential must be finite: NaN at node 1", () -> of(0, bad, good, good, 0));
        assertRefused("density of ion 1 must be finite: NaN at node 1", () -> of(0, good, bad, good, 0));
        assertRefused("charge density must be finite: NaN at node 1", () -> of(0, good, good, bad, 0));
        assertRefused(
                "density of ion 1 must be >= 0: -1.0 at node 2", () -> of(0, good, new double[] {0, 0, -1}, good, 0));
        assertRefused(
                "potential must have one value per node: 2 values, 3 nodes", () -> of(0, new double[2], good, good, 0));
    }
}
