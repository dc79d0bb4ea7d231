package org.npp.core.sensitivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProfileSensitivityTest {
    private static final Parameter PARAMETER = new Parameter.Temperature();

    @Test
    void profilesAreCopiedInAndOut() {
        final double[] potential = {1, 2};
        final double[][] densities = {{3, 4}, {5, 6}};
        final double[] charge = {7, 8};
        final ProfileSensitivity one = ProfileSensitivity.of(PARAMETER, potential, densities, charge, 9);
        potential[0] = 0;
        densities[1][1] = 0;
        charge[1] = 0;
        one.potentials()[1] = 0;
        one.densities(0)[0] = 0;
        assertArrayEquals(new double[] {1, 2}, one.potentials());
        assertArrayEquals(new double[] {3, 4}, one.densities(0));
        assertEquals(6, one.density(1, 1));
        assertEquals(8, one.chargeDensity(1));
        assertEquals(9, one.surfaceCharge());
    }

    @Test
    void lengthsMustFit() {
        final IllegalArgumentException charge = assertThrows(
                IllegalArgumentException.class,
                () -> ProfileSensitivity.of(PARAMETER, new double[3], new double[1][3], new double[2], 0));
        assertEquals("charge density must have one value per node: 2 values, 3 nodes", charge.getMessage());
        final IllegalArgumentException density = assertThrows(
                IllegalArgumentException.class,
                () -> ProfileSensitivity.of(
                        PARAMETER, new double[3], new double[][] {new double[4]}, new double[3], 0));
        assertEquals("density of ion 0 must have one value per node: 4 values, 3 nodes", density.getMessage());
    }

    @Test
    void ionsAreIndices() {
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new Parameter.Diffusivity(-1, "diffusivity"));
        assertEquals("ion of a parameter must be an index >= 0: -1", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Parameter.ExcessPotential(-1, "slope"));
        assertThrows(IllegalArgumentException.class, () -> Parameter.VirginDensity.ofFixedLaws(-1));
    }
}
