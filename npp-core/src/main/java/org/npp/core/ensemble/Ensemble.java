package org.npp.core.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A pool of workers for independent runs, each worker with its own workspace.
 *
 * <p>Runs are numbered; a worker that is free takes the next number. Outcomes are in the order of the numbers and, as a
 * run depends on its number alone, are the same to the last bit whatever the number of workers
 * ({@code EnsemblePropertyTest}). A run that throws an exception does not disturb the others; an {@link Error} ends all.
 *
 * <p><strong>Threading.</strong> One call of {@code run} at a time; a second one is refused. The workers are daemon
 * threads and end with {@link #close}; a single one works in the calling thread, so that short runs cost no more than
 * they take.
 *
 * <pre>{@code
 * try (Ensemble<NppSolver> ensemble = Ensemble.of(4, () -> NppSolver.of(options))) {
 *     EnsembleResult<NppState> ends = ensemble.run(100, (solver, i) -> solver.evolve(problem(i), time).finalState());
 *     ends.values();
 * }
 * }</pre>
 *
 * @param <W> workspace
 */
public final class Ensemble<W> implements AutoCloseable {
    private final List<W> workspaces;
    private final ExecutorService workers;
    private final AtomicBoolean busy = new AtomicBoolean();

    private Ensemble(List<W> workspaces, ExecutorService workers) {
        this.workspaces = workspaces;
        this.workers = workers;
    }

    /**
     * Starts a pool.
     *
     * @param threads number of workers, \( \ge 1 \)
     * @param workspace makes the workspace of each worker, called here
     * @param <W> workspace
     * @return the pool; to be closed
     * @throws IllegalArgumentException if {@code threads} is out of range
     */
    public static <W> Ensemble<W> of(int threads, Supplier<? extends W> workspace) {
        if (!(threads >= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "threads of an ensemble must be >= 1: %d", threads));
        }
        final List<W> workspaces = new ArrayList<>();
        for (int k = 0; k < threads; k++) {
            workspaces.add(workspace.get());
        }
        return new Ensemble<>(workspaces, Executors.newFixedThreadPool(threads, Ensemble::worker));
    }

    private static Thread worker(Runnable work) {
        final Thread thread = new Thread(work, "npp-ensemble");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns the number of workers.
     *
     * @return number of threads
     */
    public int threads() {
        return workspaces.size();
    }

    /**
     * Makes all runs.
     *
     * @param count number of runs, \( \ge 0 \)
     * @param run the run
     * @param <R> result of a run
     * @return one outcome per run
     * @throws IllegalArgumentException if {@code count} is negative
     * @throws IllegalStateException if a call is under way, or the pool is closed
     */
    public <R> EnsembleResult<R> run(int count, EnsembleRun<? super W, ? extends R> run) {
        return run(count, run, done -> {}, () -> false);
    }

    /**
     * Makes runs until all are made or no more are wanted.
     *
     * <p>Runs that have begun are ended. An interrupt of the calling thread cancels as well, and is kept.
     *
     * @param count number of runs, \( \ge 0 \)
     * @param run the run
     * @param progress told the number of runs that have ended, 1 to {@code count} in this order, by one worker at a time
     * @param cancelled asked by the workers before each run; true from then on that no more are wanted
     * @param <R> result of a run
     * @return one outcome per run
     * @throws IllegalArgumentException if {@code count} is negative
     * @throws IllegalStateException if a call is under way, or the pool is closed
     */
    public <R> EnsembleResult<R> run(
            int count, EnsembleRun<? super W, ? extends R> run, IntConsumer progress, BooleanSupplier cancelled) {
        if (!(count >= 0)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "number of runs must be >= 0: %d", count));
        }
        if (workers.isShutdown() || !busy.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    workers.isShutdown() ? "the ensemble is closed" : "the ensemble is busy with other runs");
        }
        try {
            final RunQueue<W, R> queue = new RunQueue<>(count, run, progress, cancelled);
            if (workspaces.size() == 1) {
                queue.work(workspaces.get(0));
                return queue.result();
            }
            final List<Future<?>> working = new ArrayList<>();
            for (final W workspace : workspaces) {
                working.add(workers.submit(() -> queue.work(workspace)));
            }
            await(working, queue);
            return queue.result();
        } finally {
            busy.set(false);
        }
    }

    /** Waits for all workers; what one of them threw besides the failures of runs ends the call. */
    private static void await(List<Future<?>> working, RunQueue<?, ?> queue) {
        boolean interrupted = false;
        Throwable thrown = null;
        for (int k = 0; k < working.size(); ) {
            try {
                working.get(k).get();
                k++;
            } catch (InterruptedException e) {
                interrupted = true;
                queue.stop();
            } catch (ExecutionException e) {
                thrown = thrown == null ? e.getCause() : thrown;
                k++;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Ends the workers. */
    @Override
    public void close() {
        workers.shutdown();
    }
}
