package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitSimulation;
import org.npp.cait.ExchangeText;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.measure.GaussianResolution;
import org.npp.core.NppState;

class FitCommandTest {
    private static final String CASE = ExchangeText.of("Cs", "5.3e-23 m^2/s");

    private static final String STUDY = """
            title: Cs alone
            experiments:
              - {case: cs.yaml, profile: cs.csv}
            depth_resolution: {gaussian_fwhm: 3 nm}
            parameters:
              Li.sed.fwhm: {start: 230 meV, min: 50 meV, max: 600 meV}
              Cs.diffusivity: {start: 8e-19 cm^2/s}
              stages[0].current_density: {start: 1.1e-4 mA/cm^2, scale: log}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException, CaseException {
        Files.writeString(directory.resolve("cs.yaml"), CASE);
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Files.writeString(directory.resolve("cs.csv"), profile());
    }

    /** The case through 3 nm with normal errors of 0.003. */
    private String profile() throws CaseException {
        final NppState state = CaitSimulation.of(
                        CaseFile.read(directory.resolve("cs.yaml")).experiment())
                .runOnce()
                .finalState();
        final double[] depths = new double[120];
        for (int k = 0; k < depths.length; k++) {
            depths[k] = (k + 1) * 1e-9;
        }
        final double[] seen = new double[depths.length];
        GaussianResolution.of(3e-9).apply(state.mesh().toArray(), state.densities(0), depths, seen);
        final Random random = new Random(4);
        final StringBuilder text = new StringBuilder("depth_nm,Li_fraction,Li_sigma\n");
        for (int m = 0; m < depths.length; m++) {
            final double sum = 0.003 * random.nextGaussian() + seen[m] / 1.41e28;
            text.append(m + 1).append(',').append(sum).append(",0.003\n");
        }
        return text.toString();
    }

    private CommandRun fit(String... options) {
        final String[] args = new String[options.length + 4];
        args[0] = "fit";
        args[1] = directory.resolve("study.yaml").toString();
        args[2] = "--out";
        args[3] = directory.resolve("out").toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return CommandRun.of(args);
    }

    private static void assertWithin(JsonNode parameter, double truth, String unit) {
        final double error = parameter.path("standard_error").doubleValue();
        assertTrue(error > 0, parameter.toString());
        assertEquals(truth, parameter.path("value").doubleValue(), 4 * error, parameter.toString());
        assertEquals(unit, parameter.path("unit").asText());
        assertEquals("determined", parameter.path("status").asText());
    }

    @Test
    void aStudyGivesItsParametersInTheUnitsOfItsStarts() throws IOException {
        final CommandRun run = fit();
        assertEquals(0, run.code(), run.err());
        assertFalse(run.err().contains("warning"), run.err());
        assertTrue(run.out().startsWith("Cs alone\n  Li.sed.fwhm"), run.out());
        final Path out = directory.resolve("out");
        final JsonNode json =
                new ObjectMapper().readTree(out.resolve("fit.json").toFile());
        assertWithin(json.path("parameters").path("Li.sed.fwhm"), 250, "meV");
        assertWithin(json.path("parameters").path("Cs.diffusivity"), 5.3e-19, "cm^2/s");
        assertWithin(json.path("parameters").path("stages[0].current_density"), 0.112953452697e-3, "mA/cm^2");
        assertEquals(117, json.path("degrees_of_freedom").intValue());
        assertEquals(117, json.path("chi_squared").doubleValue(), 4 * Math.sqrt(2 * 117));
        // truncation at 10 % vacancies leaves the width alone
        assertEquals(
                json.path("parameters").path("Li.sed.fwhm").path("value").doubleValue() * 1e-3,
                json.path("populated_fwhm_eV").path("value").doubleValue(),
                1e-9);
        assertEquals(3, json.path("correlation").path("matrix").size());
        assertTrue(Files.readString(out.resolve("sed.csv"))
                .contains("energy_eV,density_per_eV,populated_per_eV,mobile_per_eV,density_low_per_eV"));
        assertTrue(
                Files.readString(out.resolve("diffusivity.csv")).contains("Cs_diffusivity_m2_per_s_high,constrained"));
        assertEquals(
                3 + 1 + 120, Files.readAllLines(out.resolve("profiles.csv")).size());
        assertTrue(Files.readString(out.resolve("profiles.csv")).startsWith("# npp "));
        assertEquals(2, fit().code());
        assertEquals(0, fit("--force", "--quiet").code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: | titel: | study.yaml:1: titel: unknown key; did you mean title?",
                "Cs.diffusivity: | Rb.diffusivity: | study.yaml:7: parameters.Rb.diffusivity: no case has a number there (ions.Rb.diffusivity)",
                "230 meV | 230 nm | study.yaml:6: parameters.Li.sed.fwhm.start: 230 nm is a length, J expected",
                "230 meV | 700 meV | study.yaml:6: parameters.Li.sed.fwhm: start must be in [50.0, 600.0] meV: 700.0 meV",
                "min: 50 meV | min: 650 meV | study.yaml:6: parameters.Li.sed.fwhm: min must be below max: 650.0, 600.0 meV",
                "'stages[0].current_density: {start: 1.1e-4 mA/cm^2, scale: log}' | 'ions.Cs.diffusivity: {}' | study.yaml:8: parameters.ions.Cs.diffusivity: is the same number as Cs.diffusivity",
                "'stages[0].current_density: {start: 1.1e-4 mA/cm^2, scale: log}' | 'experiments[0].Cs.diffusivity: {}' | study.yaml:8: parameters.experiments[0].Cs.diffusivity: is the same number as Cs.diffusivity",
                "8e-19 cm^2/s | -8e-19 cm^2/s | study.yaml:7: parameters.Cs.diffusivity: start must be > 0 on a logarithmic scale, min >= 0: -8.0E-19 cm^2/s",
                "stages[0] | experiments[1].stages[0] | study.yaml:8: parameters.experiments[1].stages[0].current_density: the study has 1 experiments, counted from 0",
                "stages[0].current_density | depth_scale | study.yaml:8: parameters.depth_scale: must belong to an experiment: experiments[0].depth_scale",
                "scale: log | scale: lgo | study.yaml:8: parameters.stages[0].current_density.scale: must be one of linear, log: lgo",
                "gaussian_fwhm: 3 nm | gaussian_fwhm: -3 nm | study.yaml:4: depth_resolution.gaussian_fwhm: must be >= 0: -3 nm"
            })
    void everyErrorHasFileLineFieldRuleAndValue(String old, String changed, String message) throws IOException {
        assertTrue(STUDY.contains(old));
        final Path file = directory.resolve("study.yaml");
        Files.writeString(file, STUDY.replace(old, changed));
        final CommandRun run = CommandRun.of("check", file.toString());
        assertEquals(2, run.code(), run.err());
        assertEquals(directory + "/" + message + "\n", run.err());
        assertEquals(2, fit().code());
    }

    @Test
    void aValidStudyPassesTheCheckAndTheSchemaIsPrinted() {
        final CommandRun check =
                CommandRun.of("check", directory.resolve("study.yaml").toString());
        assertEquals(0, check.code(), check.err());
        assertTrue(CommandRun.of("schema", "study").out().contains("npp study"));
    }
}
