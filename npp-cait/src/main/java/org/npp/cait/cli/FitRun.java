package org.npp.cait.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.npp.cait.fit.FitException;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.ModelComparison;
import org.npp.cait.fit.SampledFit;
import org.npp.cait.fit.SedFit;
import org.npp.cait.inference.Checkpoint;
import org.npp.cait.output.CheckpointFile;
import org.npp.cait.output.FitFiles;
import org.npp.cait.output.OutputException;
import org.npp.cait.output.ResultDirectory;
import org.npp.cait.studyfile.StudyFile;

/** A fit from the command line: from its start or a checkpoint to its files, which a long one writes on its way. */
final class FitRun {
    /** Time between checkpoints [ns]. */
    private static final long KEEP_INTERVAL = 60_000_000_000L;

    private final StudyFile study;
    private final Path out;
    private final Optional<Checkpoint> from;
    private final int threads;
    private final FitDisplay display;
    private final BooleanSupplier interrupted;
    private final LongSupplier nanoTime;
    private ResultDirectory directory;
    private long kept;

    private FitRun(
            StudyFile study,
            Path out,
            ResultDirectory directory,
            Optional<Checkpoint> from,
            int threads,
            FitDisplay display,
            BooleanSupplier interrupted,
            LongSupplier nanoTime) {
        this.study = study;
        this.out = out;
        this.directory = directory;
        this.from = from;
        this.threads = threads;
        this.display = display;
        this.interrupted = interrupted;
        this.nanoTime = nanoTime;
        this.kept = nanoTime.getAsLong();
    }

    /**
     * Prepares a run.
     *
     * @param study the study
     * @param out directory for the results
     * @param force whether to overwrite earlier results in it
     * @param resume whether to continue from the checkpoint in it
     * @param threads number of threads
     * @param display shows the progress
     * @param interrupted tells that the run is to end
     * @param nanoTime clock [ns]
     * @return the run
     * @throws OutputException if the results can't be written there, or there is nothing to continue
     */
    static FitRun of(
            StudyFile study,
            Path out,
            boolean force,
            boolean resume,
            int threads,
            FitDisplay display,
            BooleanSupplier interrupted,
            LongSupplier nanoTime)
            throws OutputException {
        final Optional<Checkpoint> from = resume ? CheckpointFile.read(out, study.sha256()) : Optional.empty();
        final ResultDirectory directory = ResultDirectory.prepare(out, ResultDirectory.Kind.FIT, force || resume);
        return new FitRun(study, out, directory, from, threads, display, interrupted, nanoTime);
    }

    /**
     * Fits and writes.
     *
     * @return what was found, until the end or an interrupt
     * @throws FitException if the fit can't begin, or was interrupted before it had found anything
     * @throws OutputException if the results can't be written
     */
    FitResult call() throws FitException, OutputException {
        final FitResult own = SedFit.of(study.study()).run(display, interrupted);
        final FitResult fitted = interrupted.getAsBoolean() ? own : compared(own);
        if (study.plan().isEmpty() || interrupted.getAsBoolean()) {
            write(fitted, from);
            return fitted;
        }
        final SampledFit sampling = SampledFit.of(fitted, study.plan().get(), threads);
        final FitResult sampled;
        try {
            sampled = sampling.run(
                    from,
                    (progress, checkpoint) -> {
                        display.accept(progress);
                        keep(fitted, checkpoint);
                    },
                    interrupted);
        } catch (UncheckedIOException e) {
            throw new OutputException(String.valueOf(e.getMessage()), new IOException(e));
        }
        write(sampled, sampling.checkpoint());
        return sampled;
    }

    /** The fit with its criteria, and what they say about the rivals. */
    private FitResult compared(FitResult own) throws FitException {
        final List<String> names = new ArrayList<>(List.of(study.title()));
        final List<FitResult> results = new ArrayList<>(List.of(own));
        for (final StudyFile rival : study.rivals()) {
            names.add(rival.title());
            results.add(SedFit.of(rival.study()).run(display, interrupted));
        }
        return interrupted.getAsBoolean()
                ? own
                : own.compared(ModelComparison.of(names, results, threads, display, interrupted));
    }

    /** Writes the fit with a checkpoint from time to time, so that a machine that goes down takes little with it. */
    private void keep(FitResult fitted, Supplier<Checkpoint> checkpoint) {
        if (nanoTime.getAsLong() - kept >= KEEP_INTERVAL) {
            try {
                final String text = CheckpointFile.text(Optional.of(checkpoint.get()), study.sha256());
                FitFiles.write(directory, fitted, study, Optional.of(text));
                directory = ResultDirectory.prepare(out, ResultDirectory.Kind.FIT, true);
            } catch (OutputException e) {
                throw new UncheckedIOException(e);
            }
            kept = nanoTime.getAsLong();
        }
    }

    private void write(FitResult result, Optional<Checkpoint> checkpoint) throws OutputException {
        if (interrupted.getAsBoolean()) {
            final String text = CheckpointFile.text(checkpoint, study.sha256());
            FitFiles.write(directory, result, study, Optional.of(text));
            return;
        }
        FitFiles.write(directory, result, study, Optional.empty());
        try {
            Files.deleteIfExists(out.resolve(CheckpointFile.NAME));
        } catch (IOException e) {
            throw new OutputException("cannot remove " + out.resolve(CheckpointFile.NAME) + ": " + e.getMessage(), e);
        }
    }
}
