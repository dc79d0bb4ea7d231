package org.npp.cait.fit;

/**
 * What a part of a fit took.
 *
 * @param part {@code fit}, {@code intervals}, {@code identifiability}, {@code comparison} or {@code sampling}
 * @param modelRuns simulations of one experiment; of a sampling that was resumed, those since then
 * @param derivatives derivatives that these simulations computed beside themselves
 * @param seconds time it took [s]
 */
public record FitWork(String part, long modelRuns, long derivatives, double seconds) {
    /** The work of a part that came after another one of the same model, at the time at which that began. */
    FitWork less(FitWork before) {
        return new FitWork(
                part, modelRuns - before.modelRuns, derivatives - before.derivatives, seconds - before.seconds);
    }

    /** Both together. */
    FitWork plus(FitResult.Numbers other) {
        return new FitWork(
                part, modelRuns + other.modelRuns(), derivatives + other.derivatives(), seconds + other.seconds());
    }
}
