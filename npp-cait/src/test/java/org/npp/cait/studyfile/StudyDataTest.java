package org.npp.cait.studyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.cait.ExchangeText;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.fit.FitException;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.SedFit;
import org.npp.cait.measure.DepthResolution;
import org.npp.cait.measure.ExponentialResolution;
import org.npp.cait.measure.GaussianResolution;
import org.npp.core.History;

/** What can be measured beside a profile of standard deviations, and what is wrong with data. */
class StudyDataTest {
    private static final String CASE = ExchangeText.of("Rb", "3e-22 m^2/s");

    /** Times [s] at which currents and potentials are measured. */
    private static final int TIMES = 40;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void writeCase() throws IOException {
        write("rb.yaml", CASE);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private CaitResult simulated() throws CaseException {
        return CaitSimulation.of(CaseFile.read(directory.resolve("rb.yaml")).experiment())
                .runOnce();
    }

    /** The profile of Li as an instrument sees it, with normal errors. */
    private void writeProfile(DepthResolution resolution, double depthScale, double intensity, double sigma)
            throws Exception {
        final CaitResult run = simulated();
        final double[] depths = new double[120];
        for (int k = 0; k < depths.length; k++) {
            depths[k] = (k + 1) * 1e-9 * depthScale;
        }
        final double[] seen = new double[depths.length];
        resolution.apply(run.finalState().mesh().toArray(), run.finalState().densities(0), depths, seen);
        final Random random = new Random(5);
        final StringBuilder text = new StringBuilder("depth_nm,Li_fraction,Li_sigma\n");
        for (int k = 0; k < depths.length; k++) {
            final double value = intensity * seen[k] / 1.41e28 + sigma * random.nextGaussian();
            text.append(k + 1)
                    .append(',')
                    .append(value)
                    .append(',')
                    .append(sigma)
                    .append('\n');
        }
        write("rb.csv", text.toString());
    }

    private void writeHistory(String column, ToDoubleFunction<History.Entry> value) throws Exception {
        final List<History.Entry> entries = simulated().history().entries();
        final Random random = new Random(6);
        final StringBuilder text = new StringBuilder("time_s," + column + ",sigma\n");
        for (int k = 1; k <= TIMES; k++) {
            final History.Entry entry = entries.get(k * (entries.size() - 1) / TIMES);
            final double sigma = 0.01 * Math.abs(value.applyAsDouble(entry));
            final double measured = value.applyAsDouble(entry) + sigma * random.nextGaussian();
            text.append(entry.time())
                    .append(',')
                    .append(measured)
                    .append(',')
                    .append(sigma)
                    .append('\n');
        }
        write("history.csv", text.toString());
    }

    private FitResult fit(String experiment, String resolution, String... parameters)
            throws IOException, CaseException, FitException {
        return SedFit.of(study(experiment, resolution, parameters).study()).run();
    }

    private StudyFile study(String experiment, String resolution, String... parameters)
            throws IOException, CaseException {
        write(
                "study.yaml",
                "title: a study\nexperiments:\n  - {case: rb.yaml, " + experiment + "}\ndepth_resolution: {"
                        + resolution + "}\nparameters:\n  " + String.join("\n  ", parameters) + "\n");
        return StudyFile.read(directory.resolve("study.yaml"));
    }

    /** The truth is within four standard errors, which are at most a tenth of it. */
    private static void assertFound(double truth, Estimate estimate) {
        final double error = estimate.standardError().orElse(Double.NaN);
        assertEquals(truth, estimate.value(), 4 * error, estimate.toString());
        assertTrue(error < 0.1 * truth, estimate.toString());
    }

    @Test
    void widthsOfADoubleExponentialResolutionAreFound() throws Exception {
        writeProfile(ExponentialResolution.of(2e-9, 0.5e-9, 1.5e-9), 1, 1, 0.002);
        final FitResult result = fit(
                "profile: rb.csv",
                "gaussian_fwhm: 2 nm, leading_decay: 0.5 nm, trailing_decay: 1 nm",
                "Rb.diffusivity: {start: 1e-21 m^2/s}",
                "depth_resolution.trailing_decay: {start: 3 nm, min: 0.1 nm, max: 10 nm}");
        assertFound(3e-22, result.estimates().get(0));
        assertFound(1.5e-9, result.estimates().get(1));
    }

    @Test
    void scalesOfDepthAndIntensityAreFoundAndOtherwiseMissed() throws Exception {
        writeProfile(GaussianResolution.of(3e-9), 1.15, 0.95, 0.005);
        final FitResult result = fit(
                "profile: rb.csv",
                "gaussian_fwhm: 3 nm",
                "Rb.diffusivity: {start: 1e-21 m^2/s}",
                "experiments[0].depth_scale: {}",
                "experiments[0].intensity_scale: {}");
        assertFound(3e-22, result.estimates().get(0));
        assertFound(1.15, result.estimates().get(1));
        assertFound(0.95, result.estimates().get(2));
        assertEquals(List.of(), codes(result));
        final FitResult without = fit("profile: rb.csv", "gaussian_fwhm: 3 nm", "Rb.diffusivity: {start: 1e-21 m^2/s}");
        assertTrue(
                codes(without).containsAll(List.of("chi_squared_large", "dose_mismatch")),
                codes(without).toString());
    }

    private static List<String> codes(FitResult result) {
        return result.warnings().stream().map(w -> w.code()).toList();
    }

    @Test
    void aDoseFixesTheCurrent() throws Exception {
        writeProfile(GaussianResolution.of(3e-9), 1, 1, 0.005);
        final FitResult result = fit(
                "profile: rb.csv, dose: {value: 225.9 C/m^2, sigma: 0.01 mC/cm^2}",
                "gaussian_fwhm: 3 nm",
                "Rb.diffusivity: {start: 1e-21 m^2/s}",
                "stages[0].current_density: {start: 1e-3 A/m^2}");
        assertFound(1.12953452697e-3, result.estimates().get(1));
        // 0.1 of 226 C/m^2, far less than the profile leaves
        assertTrue(result.estimates().get(1).standardError().orElseThrow() < 6e-4 * 1.13e-3);
    }

    @Test
    void aSurfacePotentialFixesTheDiffusivityOfTheBulk() throws Exception {
        writeHistory("surface_potential_V", History.Entry::surfacePotential);
        final FitResult result = fit(
                "surface_potential: history.csv",
                "gaussian_fwhm: 0 nm",
                "Li.sed.bulk_diffusivity: {start: 2e-17 m^2/s}");
        assertFound(1e-17, result.estimates().get(0));
        assertEquals(TIMES - 1, result.numbers().degreesOfFreedom());
    }

    @Test
    void aCurrentAtGivenPotentialFixesADiffusivity() throws Exception {
        write("rb.yaml", CASE.replace("current_density: 1.12953452697e-3 A/m^2", "potential: 5 V"));
        writeHistory("current_density_A_per_m2", History.Entry::currentDensity);
        final FitResult result =
                fit("current: history.csv", "gaussian_fwhm: 0 nm", "Rb.diffusivity: {start: 1e-21 m^2/s}");
        assertFound(3e-22, result.estimates().get(0));
    }

    @Test
    void severalStartsAreNoWorseThanOne() throws Exception {
        writeProfile(GaussianResolution.of(3e-9), 1, 1, 0.005);
        final StudyFile one = study("profile: rb.csv", "gaussian_fwhm: 3 nm", "Rb.diffusivity: {start: 1e-21 m^2/s}");
        final double single = SedFit.of(one.study()).run().numbers().chiSquared();
        final String text = Files.readString(directory.resolve("study.yaml")) + "starts: 3\n";
        write("study.yaml", text);
        final FitResult several = SedFit.of(
                        StudyFile.read(directory.resolve("study.yaml")).study())
                .run();
        assertTrue(several.numbers().chiSquared() <= single * (1 + 1e-6));
        assertFound(3e-22, several.estimates().get(0));
    }

    @Test
    void aProfileOfCaesiumAloneDoesNotFixTheDiffusivityOfTheBulk() throws Exception {
        final String examples =
                Path.of("../examples/lithium-borate").toAbsolutePath().toString();
        write("study.yaml", """
                title: Cs alone
                experiments: [{case: DIR/cs.yaml, profile: DIR/cs-profile.csv, counts: 1e4}]
                depth_resolution: {gaussian_fwhm: 3 nm}
                parameters:
                  Li.sed.fwhm: {start: 200 meV, min: 50 meV, max: 600 meV}
                  Cs.diffusivity: {start: 2e-22 m^2/s}
                  Li.sed.bulk_diffusivity: {start: 3e-17 m^2/s, min: 1e-20 m^2/s, max: 1e-14 m^2/s}
                """.replace("DIR", examples));
        final FitResult result = SedFit.of(
                        StudyFile.read(directory.resolve("study.yaml")).study())
                .run();
        assertFound(0.25 * 1.602176634e-19, result.estimates().get(0));
        final Estimate bulk = result.estimates().get(2);
        assertEquals(FitResult.Status.NOT_IDENTIFIABLE, bulk.status());
        assertTrue(bulk.reason().startsWith("the data fix the diffusivity of Li at "), bulk.reason());
        assertEquals(1e-20, bulk.low());
        assertEquals(1e-14, bulk.high());
        assertEquals(List.of("not_identifiable"), codes(result));
    }

    private static String rows(int n, String format) {
        final StringBuilder text = new StringBuilder();
        for (int k = 0; k < n; k++) {
            text.append(String.format(Locale.ROOT, format, k)).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|20,x,0.1|:14: Li_fraction: must be a finite number: 'x'",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|20,NaN,0.1|:14: Li_fraction: must be a finite number: 'NaN'",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|10,0.9,0.1|:14: depth_nm: must increase strictly: 10.0 after 11.0",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|11,0.9,0.1|:14: depth_nm: must increase strictly: 11.0 after 11.0",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|20,0.9,-0.1|:14: Li_sigma: must be > 0: -0.1",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|20,0.9,0|:14: Li_sigma: must be > 0: 0.0",
                "depth_nm,Li_fraction,Li_sigma|%d,0.2,0.1|20,0.4,0.1|:14: Li_fraction: the profile must reach through the front: its last fraction of Li must be >= 0.5: 0.4",
                "depth_nm,Rb_fraction,Rb_sigma|%d,0.9,0.1|20,0.8,0.1|:14: Rb_fraction: the profile must reach through the front: its last fraction of Rb must be <= 0.5: 0.8",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|20,0.9,1e-300|:14: Li_sigma: must be the standard error of a fraction, in [1e-9, 10]: 1.0E-300",
                "depth_nm,Li_fraction,Li_sigma|%d,0.9,0.1|20,0.9,1e300|:14: Li_sigma: must be the standard error of a fraction, in [1e-9, 10]: 1.0E300",
                "depth_nm,Li_fraction,Li_sigma|%d,1.0,0.1|20,0.95,0.1|:2: Li_fraction: the profile must show a front: its least fraction of Li must be <= 0.9: 0.95",
                "depth_nm,Rb_fraction,Rb_sigma|%d,0.01,0.1|20,0,0.1|:2: Rb_fraction: the profile must show a front: its greatest fraction of Rb must be >= 0.1: 0.01",
                "depth_m,Li_fraction,Li_sigma|%d,0.9,0.1|20,0.9,0.1|:3: depth_m: must be within the sample, which is 5.0E-4 m thick: 1.0",
                "depth_nm,Li_fraction,Li_sigma|%de-9,0.9,0.1|20e-9,0.9,0.1|:14: depth_nm: the deepest depth must be more than 1.0E-10 m, an atom: 2.0E-8",
                "depth_um,Li_fraction,Li_sigma|%d,0.9,0.1|20,0.9,0.1|:1: has no column of the depth; expected depth_m or depth_nm and, for at least one ion, <ion>_fraction, with <ion>_sigma if known; ions: Li, Rb",
                "depth_nm,Li_fraction,Li_sigma|%d,90,0.1|20,90,0.1|:2: Li_fraction: must be a fraction, not a percentage or a count: 90.0",
            })
    void badProfilesAreRefusedWithTheirLine(String header, String row, String last, String message) throws Exception {
        write("rb.csv", header + "\n" + rows(12, row) + last + "\n");
        final CaseException e = assertThrows(
                CaseException.class,
                () -> study("profile: rb.csv", "gaussian_fwhm: 3 nm", "Rb.diffusivity: {start: 1e-21 m^2/s}"));
        assertEquals(directory.resolve("rb.csv") + message, e.getMessage());
    }

    @Test
    void badStudiesAreRefusedWithTheirLine() throws Exception {
        write("rb.csv", "depth_nm,Li_fraction\n" + rows(12, "%d,0.9"));
        assertRefused(
                ":5: parameters: must be fewer than the measured values, which are 1: 1",
                "dose: {value: 226 C/m^2, sigma: 1 C/m^2}");
        assertRefused(
                ":3: experiments[0].profile: needs a column Li_sigma, or counts, because other data of the study have"
                        + " errors",
                "profile: rb.csv, dose: {value: 226 C/m^2, sigma: 1 C/m^2}");
        assertRefused(
                ":3: experiments[0].dose.sigma: must be > 0: 0 C/m^2",
                "profile: rb.csv, dose: {value: 226 C/m^2, sigma: 0 C/m^2}");
        assertRefused(
                ":3: experiments[0].dose.sigma: must be within a factor of 1e9 of the value: 1.0E-300 C/m^2",
                "dose: {value: 226 C/m^2, sigma: 1e-300 C/m^2}");
        assertRefused(
                ":3: experiments[0].dose.value: 226 A is a current, C/m^2 expected",
                "profile: rb.csv, dose: {value: 226 A, sigma: 1 C/m^2}");
        assertRefused(":3: experiments[0]: needs at least one of profile, current, surface_potential, dose", "");
        write("rb.csv", "depth_nm,Li_fraction\n" + rows(12, "%d,-0.9") + "13,0.9\n");
        assertRefused(
                ":3: experiments[0].counts: Li: a count can't be negative: fraction -0.9 at 0.0 m",
                "profile: rb.csv, counts: 1e4");
    }

    private void assertRefused(String message, String experiment) {
        final CaseException e = assertThrows(
                CaseException.class,
                () -> study(experiment, "gaussian_fwhm: 3 nm", "Rb.diffusivity: {start: 1e-21 m^2/s}"));
        assertEquals(directory.resolve("study.yaml") + message, e.getMessage());
    }
}
