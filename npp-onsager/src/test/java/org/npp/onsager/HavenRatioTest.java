package org.npp.onsager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.model.IsotopeModel;

final class HavenRatioTest {
    private static final double ULP = Math.ulp(1.0);

    @Test
    void relatesTracerAndConductivityDiffusionBothWays() {
        final HavenRatio ratio = HavenRatio.of(3e-18, 1e-17);
        assertEquals(0.3, ratio.value(), 2 * ULP);
        assertEquals(6e-18, ratio.tracerDiffusivity(2e-17), 4 * ULP * 6e-18);
        assertEquals(2e-17, ratio.conductivityDiffusivity(6e-18), 4 * ULP * 2e-17);
    }

    @Test
    void deviationScalesTheNernstEinsteinConductivityToTheTrueOne() {
        final NernstEinstein relation = new NernstEinstein(1.4e28, 2, 500);
        for (double tracer : new double[] {1e-18, 9.999999e-18, 1e-17, 4e-17}) {
            final double deviation = HavenRatio.of(tracer, 1e-17).nernstEinsteinDeviation();
            final double conductivity = relation.conductivity(1e-17);
            assertEquals(conductivity, relation.conductivity(tracer) * (1 - deviation), 16 * ULP * conductivity);
        }
        assertEquals(0, new HavenRatio(1).nernstEinsteinDeviation());
    }

    @Test
    void independentIonsHaveTheRatioOne() {
        final double[] d = {1e-17, 2e-19, 3e-18};
        final double[] n = {1e28, 2e27, 0};
        final OnsagerMatrix l = OnsagerMatrix.nernstPlanck(d, n, new int[] {1, -2, 0}, 400);
        assertEquals(1, HavenRatio.of(l, d, n, 400).value());
    }

    @Test
    void labelsOfOneIonHaveTheRatioOfTheIon() {
        final IsotopeModel ion = new IsotopeModel(1e-17, 2.5e-18, 1, 300);
        final double[] densities = {1e27, 5e27, 8e27};
        final double[] tracers = {2.5e-18, 2.5e-18, 2.5e-18};
        final HavenRatio ratio = HavenRatio.of(ion.matrix(densities), tracers, densities, 300);
        assertEquals(0.25, ratio.value(), 16 * ULP);
    }

    @Test
    void argumentsOutOfRangeAreNamed() {
        assertRejected("Haven ratio must be finite and > 0: 0.0 [1]", () -> new HavenRatio(0));
        assertRejected("tracerDiffusivity must be finite and > 0: 0.0 m^2/s", () -> HavenRatio.of(0, 1));
        assertRejected("conductivityDiffusivity must be finite and > 0: NaN m^2/s", () -> HavenRatio.of(1, Double.NaN));
        final HavenRatio half = new HavenRatio(0.5);
        assertRejected("tracerDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> half.conductivityDiffusivity(-1));
        assertRejected("conductivityDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> half.tracerDiffusivity(-1));
        final double[] one = {1};
        final double[] none = {0};
        final OnsagerMatrix conducting = OnsagerMatrix.nernstPlanck(one, one, new int[] {1}, 300);
        final OnsagerMatrix blocking = OnsagerMatrix.nernstPlanck(none, one, new int[] {1}, 300);
        assertRejected(
                "conductivity of independent tracers must be finite and > 0: 0.0 S/m",
                () -> HavenRatio.of(conducting, none, one, 300));
        assertRejected("conductivity must be finite and > 0: 0.0 S/m", () -> HavenRatio.of(blocking, one, one, 300));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
