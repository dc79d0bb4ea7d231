package org.npp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.fit.FitException;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.SedFit;
import org.npp.cait.studyfile.StudyFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A fit of one site energy distribution and three diffusivities to the synthetic profiles of all examples at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FitBenchmark {
    private static final String STUDY = """
            title: Three alkali ions, one site energy distribution
            experiments:
              - {case: k.yaml, profile: k-profile.csv}
              - {case: rb.yaml, profile: rb-profile.csv}
              - {case: cs.yaml, profile: cs-profile.csv}
            depth_resolution: {gaussian_fwhm: 3 nm}
            parameters:
              Li.sed.fwhm: {start: 230 meV, min: 50 meV, max: 600 meV}
              K.diffusivity: {start: 3e-21 m^2/s}
              Rb.diffusivity: {start: 4e-22 m^2/s}
              Cs.diffusivity: {start: 8e-23 m^2/s}
            """;

    private @Nullable Path directory;

    private @Nullable SedFit fit;

    /**
     * Unpacks the cases and their profiles.
     *
     * @throws IOException if they can't be written
     * @throws CaseException if the study is not understood
     */
    @Setup
    public void read() throws IOException, CaseException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        final Path here = Files.createTempDirectory("npp-fit");
        directory = here;
        for (final String name : LithiumBorate.CASES) {
            unpack(here, name + ".yaml");
            unpack(here, name + "-profile.csv");
        }
        final Path study = Files.writeString(here.resolve("study.yaml"), STUDY);
        fit = SedFit.of(StudyFile.read(study).study());
    }

    private static void unpack(Path to, String file) throws IOException {
        try (InputStream in = FitBenchmark.class.getResourceAsStream("lithium-borate/" + file)) {
            if (in == null) {
                throw new IOException(String.format(Locale.ROOT, "%s is not in the jar", file));
            }
            Files.write(to.resolve(file), in.readAllBytes());
        }
    }

    /**
     * Removes them.
     *
     * @throws IOException if they can't be removed
     */
    @TearDown
    public void remove() throws IOException {
        if (directory == null) {
            return;
        }
        for (final String name : LithiumBorate.CASES) {
            Files.deleteIfExists(directory.resolve(name + ".yaml"));
            Files.deleteIfExists(directory.resolve(name + "-profile.csv"));
        }
        Files.deleteIfExists(directory.resolve("study.yaml"));
        Files.deleteIfExists(directory);
    }

    /**
     * Fits.
     *
     * @return the result
     * @throws FitException if the fit failed: its time would mean nothing
     */
    @Benchmark
    public FitResult jointStudy() throws FitException {
        if (fit == null) {
            throw new IllegalStateException("no study was read");
        }
        return fit.run();
    }
}
