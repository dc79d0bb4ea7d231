package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshTest {
    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void nodesAreKeptAndCopied() {
        final double[] nodes = {0, 1e-9, 3e-9};
        final Mesh mesh = Mesh.of(nodes);
        nodes[1] = 2e-9;
        mesh.toArray()[2] = 0;
        assertEquals(3, mesh.size());
        assertEquals(1e-9, mesh.node(1));
        assertEquals(3e-9, mesh.thickness());
        assertArrayEquals(new double[] {0, 1e-9, 3e-9}, mesh.toArray());
    }

    @Test
    void meshesOfTheSameNodesAreEqual() {
        final Mesh mesh = Mesh.of(new double[] {0, 1, 3});
        assertEquals(Mesh.of(new double[] {0, 1, 3}), mesh);
        assertEquals(Mesh.of(new double[] {0, 1, 3}).hashCode(), mesh.hashCode());
        assertNotEquals(Mesh.of(new double[] {0, 2, 3}), mesh);
        assertNotEquals(mesh, new Object());
        assertEquals("Mesh[3 nodes, 3.0 m]", mesh.toString());
    }

    @Test
    void uniformStepsAreEqual() {
        assertArrayEquals(
                new double[] {0, 0.25, 0.5, 0.75, 1}, Mesh.uniform(1, 5).toArray());
    }

    @Test
    void logarithmicStepsAreEqualInTheLogarithm() {
        final Mesh mesh = Mesh.logarithmic(1e-6, 1e-9, 51);
        assertEquals(1e-6, mesh.thickness());
        for (int k = 0; k < 51; k++) {
            assertEquals(k / 50.0, Math.log(1 + mesh.node(k) / 1e-9) / Math.log(1001), 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {100e-9, 101e-9, 1e-6, 0.5e-3})
    void gradedStepsAreEqualThenGrowByOneRatioAndFitTheThickness(double thickness) {
        final Mesh mesh = Mesh.graded(thickness, 100e-9, 50, 1.2);
        assertEquals(thickness, mesh.thickness());
        for (int k = 1; k <= 50; k++) {
            assertEquals(2e-9, mesh.node(k) - mesh.node(k - 1), 1e-12 * 100e-9);
        }
        for (int k = 52; k < mesh.size(); k++) {
            final double ratio = (mesh.node(k) - mesh.node(k - 1)) / (mesh.node(k - 1) - mesh.node(k - 2));
            assertEquals(1.2, ratio, 1e-6);
        }
        if (mesh.size() > 51) {
            // shrunk to fit, never stretched
            assertTrue(mesh.node(51) - mesh.node(50) <= 1.2 * 2e-9 * (1 + 1e-12));
        }
    }

    @Test
    void brokenRulesAreNamed() {
        assertRefused("mesh needs at least 2 nodes: 1", () -> Mesh.of(new double[] {0}));
        assertRefused(
                "mesh must begin at the surface: x[0] = 1.0E-9 m, not 0", () -> Mesh.of(new double[] {1e-9, 2e-9}));
        assertRefused(
                "mesh nodes must increase strictly: x[1] = 2.0E-8 m, x[2] = 2.0E-8 m",
                () -> Mesh.of(new double[] {0, 2e-8, 2e-8}));
        assertRefused(
                "mesh nodes must increase strictly: x[0] = 0.0 m, x[1] = NaN m",
                () -> Mesh.of(new double[] {0, Double.NaN}));
        assertRefused(
                "mesh nodes must increase strictly: x[0] = 0.0 m, x[1] = Infinity m",
                () -> Mesh.of(new double[] {0, Double.POSITIVE_INFINITY}));
        assertRefused("thickness must be finite and > 0: -1.0 m", () -> Mesh.uniform(-1, 3));
        assertRefused("thickness must be finite and > 0: NaN m", () -> Mesh.uniform(Double.NaN, 3));
        assertRefused(
                "thickness must be finite and > 0: Infinity m", () -> Mesh.logarithmic(Double.POSITIVE_INFINITY, 1, 3));
        assertRefused("mesh needs at least 2 nodes: 1", () -> Mesh.uniform(1, 1));
        assertRefused("surface scale must be > 0: 0.0 m", () -> Mesh.logarithmic(1, 0, 3));
        assertRefused("fine depth must be in (0, thickness]: 2.0 m of 1.0 m", () -> Mesh.graded(1, 2, 3, 1.1));
        assertRefused("fine depth must be in (0, thickness]: 0.0 m of 1.0 m", () -> Mesh.graded(1, 0, 3, 1.1));
        assertRefused(
                "fine depth must be in (0, thickness]: 1.0 m of Infinity m",
                () -> Mesh.graded(Double.POSITIVE_INFINITY, 1, 3, 1.1));
        assertRefused("fine nodes must be >= 1 and growth > 1: 0, 1.1", () -> Mesh.graded(1, 0.5, 0, 1.1));
        assertRefused("fine nodes must be >= 1 and growth > 1: 3, 1.0", () -> Mesh.graded(1, 0.5, 3, 1));
    }
}
