package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.transport.ConstantCorrelation;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.IsotopeMobility;
import org.npp.core.transport.MobilityLaw;
import org.npp.core.transport.NodeFormula;

class NodeMobilityTest {
    private static final double BOLTZMANN = 1.380649e-23;
    private static final double CHARGE = 1.602176634e-19;

    private static NodeMobility at(MobilityLaw law, double... densities) {
        final Boundary end = Boundary.of(ElectricCondition.potential(0), blocked(), blocked());
        final DiffusivityLaw none = ConstantDiffusivity.of(0);
        final Model model = Model.of(
                300,
                1,
                BOLTZMANN * 300 / CHARGE,
                1e28,
                CHARGE * 1e28,
                new int[] {1, 1},
                new double[] {1e28, 0},
                List.of(none, none),
                Arrays.asList(null, null),
                EdgeDiffusivity.BLENDED,
                end,
                end);
        final NodeMobility node = NodeMobility.of(law, model);
        node.evaluate(densities);
        return node;
    }

    private static MobilityLaw pair(DiffusivityLaw one, DiffusivityLaw other) {
        return ConstantCorrelation.of(List.of(one, other), 1, 0.25, 0.25, 1);
    }

    @Test
    void itGivesBackDiffusivitiesAndCorrelations() {
        final NodeMobility node =
                at(pair(NodeFormula.exponential(1e-17, 1e-28, 2e-28), ConstantDiffusivity.of(3e-20)), 5e27, 2e27);
        final double expected = 1e-17 * Math.exp(0.9);
        assertEquals(expected, node.diffusivity(0), 1e-14 * expected);
        assertEquals(1e-28 * expected, node.diffusivityBy(0, 0), 1e-41 * expected);
        assertEquals(2e-28 * expected, node.diffusivityBy(0, 1), 1e-41 * expected);
        assertEquals(3e-20, node.diffusivity(1), 1e-34);
        assertEquals(0.25, node.correlation(0, 1), 1e-15);
        assertEquals(0, node.correlationBy(0, 1, 0), 1e-43);
    }

    /** r = q sqrt(n_1 n_2)/sqrt((D* N + n_1 q)(D* N + n_2 q)), q = D_sigma - D*. */
    @Test
    void correlationsOfIsotopesDependOnTheMixture() {
        final double n = 4e27;
        assertEquals(0.5, at(IsotopeMobility.of(3e-18, 1e-18), n, n).correlation(0, 1), 1e-15);
        final NodeMobility node = at(IsotopeMobility.of(3e-18, 1e-18), n, 0.3 * n);
        final double step = 1e-4 * n;
        final double slope =
                (at(IsotopeMobility.of(3e-18, 1e-18), n + step, 0.3 * n).correlation(0, 1)
                                - at(IsotopeMobility.of(3e-18, 1e-18), n - step, 0.3 * n)
                                        .correlation(0, 1))
                        / (2 * step);
        assertEquals(slope, node.correlationBy(0, 1, 0), 1e-7 / n);
    }

    @Test
    void anAbsentIonHasTheLimitOfItsDiffusivityAndNoCorrelations() {
        final NodeMobility node =
                at(pair(ConstantDiffusivity.of(1e-17), NodeFormula.exponential(3e-20, 1e-28, 1e-28)), 1e28, 0);
        assertEquals(3e-20 * Math.E, node.diffusivity(1), 1e-33);
        assertEquals(0, node.diffusivityBy(1, 0));
        assertEquals(0, node.correlation(0, 1));
        assertEquals(0, node.correlation(1, 0));
        assertEquals(0, node.correlationBy(0, 1, 0));
        assertEquals(0, node.correlationBy(1, 0, 1));
    }

    /** Rounding of L/n over a small n would be a slope far larger than that of any flux. */
    @ParameterizedTest
    @ValueSource(doubles = {1e28, 3e17, 7e3, 1.3e-100, 2.7e-220})
    void aConstantDiffusivityHasNoSlopeAtAnyDensity(double density) {
        final NodeMobility node = at(pair(ConstantDiffusivity.of(1e-17), ConstantDiffusivity.of(3e-20)), 1e28, density);
        assertEquals(3e-20, node.diffusivity(1), 1e-34);
        assertEquals(0, node.diffusivityBy(1, 1));
    }

    @Test
    void anImmobileIonHasNoCorrelations() {
        final NodeMobility node = at(pair(ConstantDiffusivity.of(1e-17), ConstantDiffusivity.of(0)), 1e28, 1e27);
        assertEquals(0, node.diffusivity(1));
        assertEquals(0, node.correlation(0, 1));
        assertEquals(0, node.correlationBy(0, 1, 1));
    }
}
