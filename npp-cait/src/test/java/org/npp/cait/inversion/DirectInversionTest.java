package org.npp.cait.inversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitSimulation;
import org.npp.cait.Numerics;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Origin;
import org.npp.cait.measure.GaussianResolution;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/** Simulated profiles of other widths, diffusivities and doses than those of the references. */
class DirectInversionTest {
    private static final double BULK = 1.41e28;
    private static final double SPACING = 0.7e-9;

    private static CaitCase experiment(double fwhm, double diffusivity, double duration) {
        final PopulatedSed sed =
                PopulatedSed.of(GaussianSed.ofFwhm(fwhm * PhysicalConstants.ELEMENTARY_CHARGE), BULK, 0.1, 0);
        final Numerics usual = Numerics.defaults();
        return CaitCase.of(
                        "M",
                        300,
                        Sample.of(0.5e-3, 10),
                        List.of(
                                CaitIon.ofNative("Li", 1, BULK, SedDiffusivity.of(sed, 1e-17)),
                                CaitIon.ofForeign("M", 1, ConstantDiffusivity.of(diffusivity))),
                        List.of(Stage.attachment("M", 1.12953452697e-3, duration)))
                .withNumerics(new Numerics(
                        1e-4,
                        OptionalInt.empty(),
                        usual.mesh(),
                        usual.edgeDiffusivity(),
                        usual.poisson(),
                        usual.integrator()));
    }

    private static MeasuredProfile profile(CaitCase experiment, double end) {
        final NppState state = CaitSimulation.of(experiment).runOnce().finalState();
        final double[] depths = new double[(int) (end / SPACING)];
        for (int k = 0; k < depths.length; k++) {
            depths[k] = k * SPACING;
        }
        final double[] seen = new double[depths.length];
        GaussianResolution.of(0).apply(state.mesh().toArray(), state.densities(0), depths, seen);
        for (int k = 0; k < seen.length; k++) {
            seen[k] /= BULK;
        }
        return MeasuredProfile.of(depths, List.of("Li"), new double[][] {seen}, new double[1][0], true);
    }

    private static double truth(CaitCase experiment, double fraction) {
        return experiment
                .ions()
                .get(0)
                .diffusivity()
                .value(0, new double[] {fraction * BULK, 0}, experiment.temperature());
    }

    /** Width [eV], diffusivity, duration; whether a range is declared valid. */
    @ParameterizedTest
    @CsvSource({
        "0.35, 3e-22, 2e5, true",
        "0.30, 1e-21, 2e5, true",
        "0.20, 1e-22, 2e5, true",
        "0.35, 2e-21, 2e5, false",
        "0.20, 2e-21, 6e5, true",
        "0.15, 2e-21, 2e5, false",
        "0.25, 2e-21, 1e5, false",
        "0.30, 4e-21, 2e5, false"
    })
    void bandsHoldTheTruthAndDeclaredRangesHoldItWithinTenPercent(
            double fwhm, double diffusivity, double duration, boolean declared) {
        final CaitCase experiment = experiment(fwhm, diffusivity, duration);
        final InvertedProfile inverted =
                DirectInversion.invert(experiment, profile(experiment, 7e-13 * duration + 30e-9), OptionalDouble.of(0));
        assertEquals(declared, inverted.validFrom().isPresent());
        assertEquals(
                declared, inverted.warnings().stream().noneMatch(w -> w.startsWith("Diffusion spoils the inversion")));
        for (final Diffusivity d : inverted.of(Origin.FAN).toList()) {
            final double exact = truth(experiment, d.fraction());
            assertTrue(d.low() <= exact && exact <= d.high(), () -> d + " should hold " + exact);
            if (depth(inverted, d.fraction()) >= inverted.validFrom().orElse(1)) {
                assertEquals(1, d.value() / exact, MethodError.DECLARED, () -> "at fraction " + d.fraction());
            }
        }
    }

    private static double depth(InvertedProfile inverted, double fraction) {
        int k = 0;
        while (inverted.smoothed().get(k) < fraction) {
            k++;
        }
        return inverted.depths().get(k);
    }

    @Test
    void profilesWithoutRoomBetweenSurfaceAndFrontAreRefused() {
        assertRefused("the front at ", experiment(0.25, 2e-21, 1.2e4), 60e-9);
        assertRefused(
                "profile must have at least 8 points between surface and ", experiment(0.25, 2e-21, 4.6e4), 60e-9);
        assertRefused("diffusion leaves no range to invert", experiment(0.25, 6e-21, 2e5), 200e-9);
    }

    private static void assertRefused(String begin, CaitCase experiment, double end) {
        final MeasuredProfile profile = profile(experiment, end);
        final String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> DirectInversion.invert(experiment, profile, OptionalDouble.of(0)))
                .getMessage());
        assertTrue(message.startsWith(begin), message);
    }
}
