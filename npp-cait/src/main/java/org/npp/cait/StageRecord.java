package org.npp.cait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.npp.core.Failure;
import org.npp.core.History;
import org.npp.core.NppState;
import org.npp.core.RunStatistics;
import org.npp.core.Trajectory;

/** Joins the trajectories of the stages into one. Not thread-safe. */
final class StageRecord {
    private final List<NppState> outputs = new ArrayList<>();
    private final List<History.Entry> history = new ArrayList<>();
    private @Nullable NppState finalState;
    private @Nullable RunStatistics statistics;
    private @Nullable Failure failure;

    void add(Trajectory stage) {
        outputs.addAll(stage.outputs());
        finalState = stage.finalState();
        final double before =
                history.isEmpty() ? 0 : history.get(history.size() - 1).charge();
        final List<History.Entry> entries = stage.history().entries();
        for (int i = history.isEmpty() ? 0 : 1; i < entries.size(); i++) {
            final History.Entry entry = entries.get(i);
            history.add(new History.Entry(
                    entry.time(),
                    entry.currentDensity(),
                    entry.surfacePotential(),
                    before + entry.charge(),
                    entry.surfaceCharge(),
                    entry.frontDepth()));
        }
        final RunStatistics earlier = statistics;
        statistics = earlier == null ? stage.statistics() : sum(earlier, stage.statistics());
    }

    void fail(Failure reason, Trajectory partial) {
        add(partial);
        failure = reason;
    }

    private static RunStatistics sum(RunStatistics a, RunStatistics b) {
        return new RunStatistics(
                b.termination(),
                b.nodes(),
                a.timeSteps() + b.timeSteps(),
                a.rejectedSteps() + b.rejectedSteps(),
                a.newtonIterations() + b.newtonIterations(),
                a.seconds() + b.seconds(),
                Math.min(a.minDensityFraction(), b.minDensityFraction()),
                b.maxExcessChargeFraction(),
                Math.max(a.ionBalanceError(), b.ionBalanceError()),
                Math.max(a.currentUniformityError(), b.currentUniformityError()),
                Math.min(a.restTime(), b.restTime()));
    }

    int steps() {
        final RunStatistics known = statistics;
        return known == null ? 0 : known.timeSteps();
    }

    boolean complete() {
        return failure == null;
    }

    NppState finalState() {
        return present(finalState);
    }

    RunStatistics statistics() {
        return present(statistics);
    }

    double charge() {
        return history.get(history.size() - 1).charge();
    }

    OptionalDouble frontDepth() {
        return history.get(history.size() - 1).frontDepth();
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("no stage was run");
        }
        return value;
    }

    CaitResult result(CaitCase experiment, OptionalDouble error, List<CaitResult.Warning> warnings) {
        return new CaitResult(
                experiment,
                outputs,
                finalState(),
                new History(history),
                statistics(),
                error,
                warnings,
                Optional.ofNullable(failure));
    }
}
