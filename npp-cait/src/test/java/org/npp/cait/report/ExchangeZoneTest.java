package org.npp.cait.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.core.NppState;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;

class ExchangeZoneTest {
    private static final double NM = 1e-9;

    /** Two native ions and a foreign one, bulk density 4. */
    private static final CaitCase THREE_IONS = CaitCase.of(
            "three ions",
            300,
            Sample.of(10, 10),
            List.of(
                    CaitIon.ofNative("Na", 1, 3, ConstantDiffusivity.of(1e-17)),
                    CaitIon.ofForeign("K", 1, ConstantDiffusivity.of(1e-20)),
                    CaitIon.ofNative("Li", 1, 1, ConstantDiffusivity.of(1e-18))),
            List.of(Stage.attachment("K", 1e-3, 1)));

    /** A profile of these ions with the given native fraction on nodes at 0, 1, 2 &hellip; m. */
    private static ExchangeZone zone(double... fraction) {
        final int n = fraction.length;
        final double[] depth = new double[n];
        final double[][] densities = new double[3][n];
        for (int k = 0; k < n; k++) {
            depth[k] = k;
            densities[0][k] = 2.5 * fraction[k];
            densities[1][k] = 4 * (1 - fraction[k]);
            densities[2][k] = 1.5 * fraction[k];
        }
        return ExchangeZone.of(THREE_IONS, NppState.of(0, Mesh.of(depth), new double[n], densities, new double[n], 0));
    }

    @Test
    void theFrontOfSharpProfilesIsThatOfTheDriftLimit() {
        // fronts and feet of the drift limit for the cases of the reference profiles; the front of K is 10 nm wide
        final double[][] exact = {{112.12167, 0.15041475}, {104.97958, 0.07011412}, {101.96465, 0.03009392}};
        final List<CaitResult> runs =
                List.of(ReferenceRun.potassium(), ReferenceRun.rubidium(), ReferenceRun.caesium());
        for (int i = 0; i < 3; i++) {
            final ExchangeZone zone = ExchangeZone.of(runs.get(i));
            assertEquals(exact[i][0] * NM, zone.frontDepth().orElseThrow(), 0.3 * NM);
            final double place = zone.plateauDepth().orElseThrow();
            assertTrue(place > 0.5 * exact[i][0] * NM && place < exact[i][0] * NM, "plateau at " + place);
            assertEquals(exact[i][1], zone.nativeFraction(place), 0.15 * exact[i][1]);
            assertEquals(1.3 * zone.frontDepth().orElseThrow(), zone.depthShown(), 1e-12);
        }
    }

    @Test
    void theWidthOfTheFrontIsOneOverItsSlope() {
        // steady front of K: c' = c(1 - c)/w, at c = 1/2 a slope of 1/(4 w), w = D_2/v
        final double width =
                ExchangeZone.of(ReferenceRun.potassium()).frontWidth().orElseThrow();
        final double speed = 1e-7 / 2e5;
        final double steady = 4 * 2e-21 / speed;
        assertEquals(steady, width, 0.15 * steady);
    }

    @Test
    void theNativeFractionSumsOverNativeIonsAndIsLinearBetweenNodes() {
        final ExchangeZone zone = zone(0.2, 0.4, 1, 1);
        assertEquals(0.25, zone.nativeFraction(0.25), 1e-12);
        assertEquals(0.7, zone.nativeFraction(1.5), 1e-12);
        assertEquals(1, zone.nativeFraction(3), 1e-12);
        assertEquals(0.2, zone.leastFraction(), 1e-12);
    }

    @Test
    void theDeepestOfSeveralFrontsCounts() {
        assertEquals(3.5, zone(0, 1, 1, 0, 1, 1).frontDepth().orElseThrow(), 1e-12);
        assertEquals(2, zone(0, 0, 0.5, 1, 1).frontDepth().orElseThrow(), 1e-12);
        assertEquals(0, zone(0.5, 1, 1).frontDepth().orElseThrow(), 1e-12);
    }

    @Test
    void withoutAFrontTheDeepestChangeIsShown() {
        final ExchangeZone zone = zone(0.8, 1, 1, 1);
        assertEquals(OptionalDouble.empty(), zone.frontDepth());
        assertEquals(OptionalDouble.empty(), zone.plateauDepth());
        assertEquals(OptionalDouble.empty(), zone.frontWidth());
        assertEquals(1.3 * 0.95, zone.depthShown(), 1e-12);
        assertEquals(3, zone(1, 1, 1, 1).depthShown());
        assertEquals(2, zone(0, 0, 1).depthShown(), 0.1);
    }
}
