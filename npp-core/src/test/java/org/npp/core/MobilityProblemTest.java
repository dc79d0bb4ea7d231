package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantCorrelation;
import org.npp.core.transport.IsotopeMobility;
import org.npp.core.transport.MobilityLaw;

/** How a mobility law and the ions of a problem fit. */
class MobilityProblemTest {
    private static final MobilityLaw LAW = IsotopeMobility.of(2e-17, 1e-17);

    private static NppProblem.Builder bare() {
        return Glass.bombarded(Glass.constant(1e-17), Glass.constant(1e-20), Glass.beam(1e-7, 1))
                .mesh(Mesh.uniform(1e-6, 5));
    }

    private static NppProblem.Builder isotopes() {
        return NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Li-7", 1, Glass.BULK))
                .ion(Ion.of("Li-6", 1, 0.1 * Glass.BULK))
                .mesh(Mesh.uniform(1e-6, 5))
                .front(bare().build().front())
                .back(Glass.groundedBack());
    }

    private static void assertRefused(String message, NppProblem.Builder builder) {
        final IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, builder::build);
        assertEquals(message, thrown.getMessage());
    }

    /** A law with one matrix whatever the densities. */
    private static MobilityLaw fixed(double... matrix) {
        return new MobilityLaw() {
            @Override
            public void linearize(double[] densities, double temperature, double[] mobility, double[] byDensity) {
                System.arraycopy(matrix, 0, mobility, 0, mobility.length);
            }

            @Override
            public void byTemperature(double[] densities, double temperature, double[] byTemperature) {
                Arrays.fill(byTemperature, 0);
            }

            @Override
            public List<String> parameterNames() {
                return List.of();
            }

            @Override
            public void byParameters(double[] densities, double temperature, double[] byParameter) {}
        };
    }

    @Test
    void aProblemHoldsItsMobilityLaw() {
        assertSame(LAW, isotopes().mobility(LAW).build().mobility().orElseThrow());
        assertTrue(bare().build().mobility().isEmpty());
    }

    @Test
    void diffusivitiesComeFromTheLawOrFromTheIons() {
        assertRefused("Li: has a diffusivity of its own beside the problem's mobility law", bare().mobility(LAW));
        assertRefused("Li-7: needs a diffusivity, as the problem has no mobility law", isotopes());
    }

    @Test
    void theLawMustBeOfAsManyIons() {
        final MobilityLaw one = ConstantCorrelation.of(List.of(Glass.constant(1)), 1);
        assertRefused("mobility law is of 1 ions, not of 2", isotopes().mobility(one));
    }

    @Test
    void theMatrixMustBeSymmetricAndPositiveSemidefinite() {
        final String rule =
                "mobility must be symmetric and positive semidefinite: in the virgin sample Li-6, Li-7, L_ij = ";
        assertRefused(
                rule + "1.0, L_ji = 2.0, L_ii L_jj = 16.0 in (J m s)^-1",
                isotopes().mobility(fixed(4, 2, 1, 4)));
        assertRefused(
                rule + "5.0, L_ji = 5.0, L_ii L_jj = 16.0 in (J m s)^-1",
                isotopes().mobility(fixed(4, 5, 5, 4)));
        assertRefused(
                "mobility must be symmetric and positive semidefinite: in the virgin sample Li-7, Li-7,"
                        + " L_ij = -4.0, L_ji = -4.0, L_ii L_jj = 16.0 in (J m s)^-1",
                isotopes().mobility(fixed(-4, 0, 0, 4)));
        assertRefused(
                rule + "NaN, L_ji = 0.0, L_ii L_jj = 16.0 in (J m s)^-1",
                isotopes().mobility(fixed(4, 0, 0 / 0.0, 4)));
    }
}
