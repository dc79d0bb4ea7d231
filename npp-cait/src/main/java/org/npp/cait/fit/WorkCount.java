package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;

/** Adds up the simulations of many models from now on. Thread-safe as long as no model is at work while the sum is taken. */
final class WorkCount {
    /** Models that may still work. */
    private final List<StudyModel> models = new ArrayList<>();

    private final long begin = System.nanoTime();
    private long runs;
    private long derivatives;

    /** Counts a model that is at its end, and can be forgotten. */
    synchronized void ended(StudyModel model) {
        runs += model.runs();
        derivatives += model.derivatives();
    }

    /** Counts a model by what it will have done when the sum is taken. */
    synchronized void watch(StudyModel model) {
        models.add(model);
    }

    synchronized FitWork of(String part) {
        return new FitWork(
                part,
                runs + models.stream().mapToLong(StudyModel::runs).sum(),
                derivatives + models.stream().mapToLong(StudyModel::derivatives).sum(),
                1e-9 * (System.nanoTime() - begin));
    }
}
