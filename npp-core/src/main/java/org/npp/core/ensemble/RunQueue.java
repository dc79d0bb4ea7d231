package org.npp.core.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.npp.core.ensemble.Outcome.Failure;
import org.npp.core.ensemble.Outcome.NotRun;
import org.npp.core.ensemble.Outcome.Value;

/** The runs of one call of {@link Ensemble#run}, handed out to its workers. Thread-safe. */
final class RunQueue<W, R> {
    private final EnsembleRun<? super W, ? extends R> run;
    private final IntConsumer progress;
    private final BooleanSupplier cancelled;
    private final AtomicInteger next = new AtomicInteger();

    /** Guarded by itself; each entry is written once. */
    private final List<Outcome<R>> outcomes;

    /** Guarded by {@link #outcomes}. */
    private int ended;

    private volatile boolean stopped;

    RunQueue(int count, EnsembleRun<? super W, ? extends R> run, IntConsumer progress, BooleanSupplier cancelled) {
        this.run = run;
        this.progress = progress;
        this.cancelled = cancelled;
        this.outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(new NotRun<>());
        }
    }

    /** Hands out no more runs. */
    void stop() {
        stopped = true;
    }

    /** What a worker does. */
    void work(W workspace) {
        boolean well = false;
        try {
            for (int i = take(); i >= 0; i = take()) {
                end(i, outcome(workspace, i));
            }
            well = true;
        } finally {
            if (!well) {
                stop();
            }
        }
    }

    /** Index of the next run; -1 if there is none or no more are wanted. */
    private int take() {
        // an interrupt reaches a worker only where it is the calling thread, which keeps it
        if (stopped || cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            stop();
            return -1;
        }
        final int i = next.getAndIncrement();
        return i < outcomes.size() ? i : -1;
    }

    private Outcome<R> outcome(W workspace, int i) {
        try {
            return new Value<>(run.run(workspace, i));
        } catch (InterruptedException e) {
            stop();
            return new Failure<>(i, e);
        } catch (Exception e) {
            return new Failure<>(i, e);
        }
    }

    private void end(int i, Outcome<R> outcome) {
        synchronized (outcomes) {
            outcomes.set(i, outcome);
            ended++;
            progress.accept(ended);
        }
    }

    EnsembleResult<R> result() {
        synchronized (outcomes) {
            return new EnsembleResult<>(outcomes);
        }
    }
}
