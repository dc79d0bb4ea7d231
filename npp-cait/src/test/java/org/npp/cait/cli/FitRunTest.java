package org.npp.cait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.ExchangeText;
import org.npp.cait.fit.FitProgress;
import org.npp.cait.fit.FitResult;
import org.npp.cait.output.OutputException;
import org.npp.cait.studyfile.StudyFile;

/** Long fits: samples, interrupts and checkpoints. */
class FitRunTest {
    private static final String CASE = ExchangeText.of("K", "2e-21 m^2/s");

    private static final String STUDY = """
            title: K alone
            experiments:
              - {case: k.yaml, profile: k.csv}
            depth_resolution: {gaussian_fwhm: 3 nm}
            parameters:
              Li.sed.fwhm: {start: 240 meV, min: 50 meV, max: 600 meV}
              K.diffusivity: {start: 2.1e-21 m^2/s}
            uncertainty: UNCERTAINTY
            """;

    private static final String BOOTSTRAP = "{method: bootstrap, samples: 24, seed: 3}";
    private static final String MCMC = "{method: mcmc, walkers: 8, steps: 24, seed: 3}";

    @TempDir
    Path directory;

    @BeforeEach
    void writeFiles() throws IOException {
        final Path file = directory.resolve("k.yaml");
        Files.writeString(file, CASE);
        final CommandRun made = CommandRun.of(
                "synthesize",
                file.toString(),
                "--out",
                directory.resolve("k.csv").toString(),
                "--seed",
                "5",
                "--depth-resolution",
                "3nm",
                "--quiet");
        assertEquals(0, made.code(), made.err());
    }

    private Path study(String uncertainty) throws IOException {
        final Path file = directory.resolve("study.yaml");
        Files.writeString(file, STUDY.replace("UNCERTAINTY", uncertainty));
        return file;
    }

    /** A display that asks to end once a phase has come so far. */
    private record Ender(String phase, int after, AtomicBoolean asked) implements FitDisplay {
        @Override
        public void accept(FitProgress progress) {
            if (progress.phase().equals(phase) && progress.done() >= after) {
                asked.set(true);
            }
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }

    private FitResult run(Path study, String out, boolean resume, Ender ender, int threads) throws Exception {
        return FitRun.of(
                        StudyFile.read(study),
                        directory.resolve(out),
                        false,
                        resume,
                        threads,
                        ender,
                        ender.asked()::get,
                        System::nanoTime)
                .call();
    }

    private static Ender never() {
        return new Ender("never", 0, new AtomicBoolean());
    }

    /** What a fit found, without how long it took, which a sampling that was resumed counts anew. */
    private JsonNode found(String out) throws IOException {
        return ((ObjectNode) written(out)).without(List.of("seconds", "model_runs", "model_derivatives", "work"));
    }

    private JsonNode written(String out) throws IOException {
        return new ObjectMapper()
                .readTree(directory.resolve(out).resolve("fit.json").toFile());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {BOOTSTRAP + " | bootstrap", MCMC + " | posterior"})
    void aSamplingThatIsInterruptedAndResumedGivesTheSameNumbers(String uncertainty, String phase) throws Exception {
        final Path study = study(uncertainty);
        run(study, "whole", false, never(), 1);
        assertFalse(Files.exists(directory.resolve("whole/checkpoint.json")));
        run(study, "part", false, new Ender(phase, 7, new AtomicBoolean()), 2);
        assertTrue(Files.exists(directory.resolve("part/checkpoint.json")));
        final JsonNode part = found("part");
        assertFalse(part.path("complete").booleanValue());
        assertTrue(part.path("sampling").path("done").intValue() < 24, part.toString());
        assertFalse(part.equals(found("whole")));
        run(study, "part", true, never(), 2);
        assertEquals(found("whole"), found("part"));
        assertFalse(Files.exists(directory.resolve("part/checkpoint.json")));
        assertTrue(found("part").path("complete").booleanValue());
    }

    /** A sampling that would take hours, in a process of its own, gets what Ctrl-C sends, with lines and with a bar. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(120)
    void interruptingTheProgramEndsItWith130AndKeepsTheBestAndACheckpoint(boolean terminal) throws Exception {
        final Process process = new ProcessBuilder(List.of(
                        "env",
                        "--default-signal=INT", // a background process inherits it ignored
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dnpp.terminal=" + terminal,
                        "-cp",
                        System.getProperty("java.class.path"),
                        NppCommand.class.getName(),
                        "fit",
                        study("{method: mcmc, walkers: 8, steps: 1000000}").toString(),
                        "--out",
                        directory.resolve("out").toString()))
                .redirectErrorStream(true)
                .start();
        final BufferedReader said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.startsWith("posterior: ")) {
            line = said.readLine();
        }
        assertEquals(
                0,
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor());
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(130, process.exitValue());
        assertEquals("mcmc", found("out").path("sampling").path("method").asText());
        assertEquals(
                "determined", found("out").at("/parameters/Li.sed.fwhm/status").asText());
        assertTrue(Files.exists(directory.resolve("out/checkpoint.json")));
        try (Stream<Path> left = Files.list(directory)) {
            assertTrue(left.noneMatch(f -> f.getFileName().toString().startsWith(".npp")));
        }
    }

    @Test
    void aFitThatIsInterruptedBeforeItsSamplingCanBeResumedToo() throws Exception {
        final Path study = study(BOOTSTRAP);
        final FitResult first = run(study, "part", false, new Ender("fit", 6, new AtomicBoolean()), 1);
        assertTrue(first.warnings().stream().anyMatch(w -> w.code().equals("interrupted")));
        run(study, "part", true, never(), 1);
        assertEquals(24, found("part").path("sampling").path("done").intValue());
    }

    @Test
    void aStudyThatChangedIsNotContinued() throws Exception {
        run(study(BOOTSTRAP), "part", false, new Ender("bootstrap", 3, new AtomicBoolean()), 1);
        final Path changed = study(BOOTSTRAP.replace("seed: 3", "seed: 4"));
        final String place = directory.resolve("part").toString();
        assertEquals(
                "cannot resume " + place
                        + ": the study, or a file that it names, has changed since; use --force to begin anew",
                assertThrows(OutputException.class, () -> run(changed, "part", true, never(), 1))
                        .getMessage());
        assertEquals(
                "nothing to resume: " + directory.resolve("none/checkpoint.json")
                        + " does not exist; without --resume the fit begins",
                assertThrows(OutputException.class, () -> run(changed, "none", true, never(), 1))
                        .getMessage());
        Files.writeString(directory.resolve("part/checkpoint.json"), "{");
        final OutputException damaged =
                assertThrows(OutputException.class, () -> run(changed, "part", true, never(), 1));
        assertTrue(String.valueOf(damaged.getMessage())
                .startsWith("cannot read " + directory.resolve("part/checkpoint.json")));
    }

    @Test
    void aLongSamplingLeavesCheckpointsOnItsWay() throws Exception {
        final AtomicLong minutes = new AtomicLong();
        final boolean[] seen = new boolean[1];
        final boolean[] incomplete = new boolean[1];
        final FitDisplay display = new FitDisplay() {
            @Override
            public void accept(FitProgress progress) {
                if (progress.done() < 24 && Files.exists(directory.resolve("out/checkpoint.json"))) {
                    seen[0] = true;
                    incomplete[0] |= !whole();
                }
            }

            private boolean whole() {
                try {
                    return found("out").path("complete").booleanValue();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
        FitRun.of(
                        StudyFile.read(study(BOOTSTRAP)),
                        directory.resolve("out"),
                        false,
                        false,
                        1,
                        display,
                        () -> false,
                        () -> 61_000_000_000L * minutes.incrementAndGet())
                .call();
        assertTrue(seen[0]);
        assertTrue(incomplete[0]);
        assertFalse(Files.exists(directory.resolve("out/checkpoint.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {BOOTSTRAP, MCMC})
    void theCommandTellsHowASamplingWent(String uncertainty) throws IOException {
        final CommandRun run = CommandRun.of(
                "fit",
                study(uncertainty).toString(),
                "--out",
                directory.resolve("out").toString(),
                "--threads",
                "2",
                "--quiet");
        assertEquals(0, run.code(), run.err());
        final JsonNode sampling = found("out").path("sampling");
        assertEquals(24, sampling.path("done").intValue());
        final String report = Files.readString(directory.resolve("out/report.html"));
        assertTrue(report.contains("Intervals hold the middle 95"));
        assertTrue(report.contains("<h2>Sampling</h2>"));
        assertTrue(report.contains("aria-label=\"K.diffusivity\"") && report.contains("97.5\u00a0%"));
        assertTrue(report.contains(uncertainty.equals(MCMC) ? "8 walkers, 24 steps" : "24 fits to data drawn"));
        assertEquals(0, sampling.path("failed").intValue());
        if (uncertainty.equals(MCMC)) {
            assertEquals(8, sampling.path("walkers").intValue());
            assertTrue(sampling.path("acceptance").doubleValue() > 0.2, sampling.toString());
            assertEquals(2, sampling.path("r_hat").size());
            assertTrue(report.contains("no, not in all parameters: ask for more steps"));
            assertTrue(report.contains(String.format(
                    Locale.ROOT, "<td>%.3f</td>", sampling.path("r_hat").get(0).doubleValue())));
            // the first 8 positions, then 24 steps; what leaves the bounds is not simulated
            final long runs = written("out").at("/work/sampling/model_runs").longValue();
            assertTrue(runs > 8 * 20 && runs <= 8 * 25, "runs " + runs);
            assertTrue(run.err().startsWith("warning: mcmc_not_converged: the chain is short"), run.err());
        } else {
            assertEquals("", run.err());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{method: covariance, samples: 30} | samples: belongs to method bootstrap, not covariance",
                "{method: mcmc, samples: 30} | samples: belongs to method bootstrap, not mcmc",
                "{method: bootstrap, steps: 30} | steps: belongs to method mcmc, not bootstrap",
                "{method: profile_likelihood, seed: 3} | seed: belongs to method bootstrap or mcmc, not profile_likelihood",
                "{method: mcmc, walkers: 5} | walkers: must be multiple of 2: 5",
                "{method: mcmc, walkers: 2} | walkers: must be >= 4: 2",
                "{method: bootstrap, samples: 3} | samples: must be >= 20: 3"
            })
    void numbersOfAnotherMethodOrOutOfRangeAreRefused(String uncertainty, String message) throws IOException {
        final Path file = study(uncertainty);
        final CommandRun run = CommandRun.of("check", file.toString());
        assertEquals(2, run.code());
        assertEquals(file + ":8: uncertainty." + message + "\n", run.err());
    }

    @Test
    void optionsThatContradictAreRefused() throws IOException {
        final String[] args = {"fit", study(BOOTSTRAP).toString(), "--out", "x", "--force", "--resume"};
        final CommandRun both = CommandRun.of(args);
        assertEquals(2, both.code());
        assertEquals("npp: --force begins anew, --resume continues: choose one\n", both.err());
        args[4] = "--threads";
        args[5] = "0";
        assertEquals("npp: --threads must be >= 1: 0\n", CommandRun.of(args).err());
    }

    /** A rival with an immobile fraction. */
    private Path rival(String changes) throws IOException {
        final Path file = directory.resolve("rival.yaml");
        Files.writeString(
                file,
                (STUDY + changes)
                        .replace("title: K alone", "title: immobile part")
                        .replace(
                                "parameters:",
                                "parameters:\n  Li.sed.immobile_fraction: {start: 0.02, min: 0, max: 0.1}")
                        .replace("UNCERTAINTY", "{method: covariance}"));
        return file;
    }

    @Test
    void workIsCountedByWhatItWasFor() throws IOException {
        final Path file = study("{method: profile_likelihood}");
        final CommandRun run = CommandRun.of(
                "fit", file.toString(), "--out", directory.resolve("out").toString());
        final JsonNode raw =
                new ObjectMapper().readTree(directory.resolve("out/fit.json").toFile());
        long runs = 0;
        double seconds = 0;
        for (final String part : List.of("fit", "intervals", "identifiability")) {
            runs += raw.at("/work/" + part + "/model_runs").longValue();
            seconds += raw.at("/work/" + part + "/seconds").doubleValue();
            assertTrue(raw.at("/work/" + part + "/model_runs").longValue() > 0, part);
        }
        assertEquals(3, raw.path("work").size());
        assertEquals(raw.path("model_runs").longValue(), runs);
        assertEquals(raw.path("seconds").doubleValue(), seconds, 1e-9);
        // one run, with its 25 nodes and the other parameter beside it
        assertEquals(1, raw.at("/work/identifiability/model_runs").longValue());
        assertEquals(26, raw.at("/work/identifiability/derivatives").longValue());
        assertTrue(run.out().contains(" model runs (fit "), run.out());
    }

    @Test
    void aStudyIsComparedWithTheRivalsItNames() throws IOException {
        rival("");
        final Path file = study("{method: covariance}\ncompare: [rival.yaml]");
        final CommandRun run = CommandRun.of(
                "fit", file.toString(), "--out", directory.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("  the data prefer K alone; immobile part has a BIC of +"), run.out());
        final JsonNode json = found("out");
        assertEquals("K alone", json.path("comparison").path("preferred").asText());
        final JsonNode models = json.path("comparison").path("models");
        assertEquals(json.path("bic"), models.path(0).path("bic"));
        assertEquals(json.path("aicc"), models.path(0).path("aicc"));
        assertEquals(3, models.path(1).path("parameters").intValue());
        assertEquals("first", models.path(0).path("decision").asText());
        final JsonNode test = models.path(1).path("test");
        assertEquals(
                json.path("chi_squared").doubleValue()
                        - models.path(1).path("chi_squared").doubleValue(),
                test.path("fall").doubleValue(),
                1e-9);
        assertTrue(test.path("as_much").intValue() <= test.path("draws").intValue());
        final String report = Files.readString(directory.resolve("out/report.html"));
        assertTrue(report.contains("<h2>Comparison of models</h2>") && report.contains("Preferred: K alone."));
        assertTrue(report.contains("immobile part: it fits no better")
                || report.contains("immobile part: decided by a test"));
    }

    @Test
    void rivalsOfOtherDataOrWithRivalsAreRefused() throws IOException {
        rival("compare: [study.yaml]\n");
        final Path file = study("{method: covariance}\ncompare: [rival.yaml]");
        assertEquals(
                directory.resolve("rival.yaml")
                        + ":10: compare: a study that another one is compared with can't compare itself\n",
                CommandRun.of("check", file.toString()).err());
        Files.writeString(
                directory.resolve("rival.yaml"),
                Files.readString(rival(""))
                        .replace("parameters:", "    \nparameters:")
                        .replace("k.csv", "other.csv"));
        final String profile = Files.readString(directory.resolve("k.csv"));
        Files.writeString(directory.resolve("other.csv"), profile.replaceFirst("0\\.9", "0.8"));
        assertEquals(
                file + ":9: compare[0]: must have the same experiments and profiles as this study: rival.yaml\n",
                CommandRun.of("check", file.toString()).err());
        study("{method: covariance}\ncompare: [none.yaml]");
        assertTrue(
                CommandRun.of("check", file.toString()).err().startsWith(file + ":9: compare[0]: "),
                CommandRun.of("check", file.toString()).err());
    }
}
