package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.npp.cait.inference.Bootstrap;
import org.npp.cait.inference.SyntheticFit;
import org.npp.core.ensemble.Ensemble;

/**
 * Which of several models the data prefer.
 *
 * <p>With k parameters, n data and the deviance \( \chi^2 \) (\( n \ln(\chi^2/n) \) where errors are not known)
 * \[ \mathrm{BIC} = \chi^2 + k \ln n, \qquad
 *    \mathrm{AICc} = \chi^2 + 2k + \frac{2k(k + 1)}{n - k - 1}. \]
 * The lower BIC decides. Where two models differ by less than {@value #CLOSE} the one of more parameters has to show its
 * worth: data are drawn {@value #DRAWS} times from the best fit of the other and fitted with both, and it is preferred if
 * the deviance never falls by as much as it does with the measured data (a test at 1 %). No assumption on the distribution
 * of that fall is made, as would be wrong where a parameter is at its bound, or two components are one.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344136">Schwarz, Ann. Statist. 6, 461 (1978)</a>
 */
public final class ModelComparison {
    /** Difference of BIC below which two models are close. */
    public static final double CLOSE = 10;

    /** Most draws of a test. */
    public static final int DRAWS = 99;

    /** Draws made before it is looked whether the test is decided. */
    private static final int BATCH = 11;

    /** A fall of the deviance up to this is none: as much is left by the fits. */
    private static final double LEAST_FALL = 0.01;

    private static final long SEED = 1;

    private final List<Rival> rivals;
    private final int preferred;
    private final FitWork work;

    private ModelComparison(List<Rival> rivals, int preferred, FitWork work) {
        this.rivals = rivals;
        this.preferred = preferred;
        this.work = work;
    }

    /** What decided between a model and the one preferred before it was tried. */
    public enum Decision {
        /** Nothing, it is the first one. */
        FIRST,
        /** The BIC. */
        BIC,
        /** Draws, as the BIC is close. */
        TEST,
        /** Nothing, as the search was cancelled before a test was at its end; the model is not preferred. */
        OPEN
    }

    /**
     * A model in the comparison.
     *
     * @param name name
     * @param result its fit
     * @param bic Bayesian information criterion [1]
     * @param aicc Akaike's, corrected for few data [1]
     * @param decision what decided about it
     * @param test draws that were made for that; empty if none were
     */
    public record Rival(
            String name, FitResult result, double bic, double aicc, Decision decision, Optional<Test> test) {}

    /**
     * Data drawn from the model preferred before, fitted with both.
     *
     * @param fall by what the deviance of the measured data falls from that model to the one that is tried
     * @param draws number of draws made; 0 where the deviance does not fall, by more than the fits leave
     * @param asMuch draws whose deviance falls by as much, or whose fit failed
     */
    public record Test(double fall, int draws, int asMuch) {}

    /**
     * Compares fits of the same data.
     *
     * @param names names of the models
     * @param results their fits, at least one
     * @param threads number of threads for tests, \( \ge 1 \)
     * @param progress told after each draw
     * @param cancelled asked before each draw; true from then on that no more are wanted
     * @return the comparison
     * @throws IllegalArgumentException if the data differ
     */
    public static ModelComparison of(
            List<String> names,
            List<FitResult> results,
            int threads,
            Consumer<FitProgress> progress,
            BooleanSupplier cancelled) {
        if (names.isEmpty() || names.size() != results.size()) {
            throw new IllegalArgumentException(
                    "names and fits must be as many, at least one: " + names.size() + ", " + results.size());
        }
        for (final FitResult other : results) {
            if (!sameData(results.get(0).study(), other.study())) {
                throw new IllegalArgumentException("models can be compared only on the same data");
            }
        }
        // the model of fewest parameters first, so that every other one has to show its worth
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> results.get(i).estimates().size()));
        final List<Rival> rivals = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            rivals.add(rival(names.get(i), results.get(i), new Verdict(Decision.FIRST, false, Optional.empty())));
        }
        final WorkCount count = new WorkCount();
        int best = order.get(0);
        for (final int i : order.subList(1, order.size())) {
            final Verdict verdict = decide(rivals.get(best), rivals.get(i), threads, progress, cancelled, count);
            rivals.set(i, rival(names.get(i), results.get(i), verdict));
            best = verdict.better() ? i : best;
        }
        // the first result is the one that is compared; fits of the others are work of the comparison
        FitWork work = count.of("comparison");
        for (final FitResult other : results.subList(1, results.size())) {
            work = work.plus(other.numbers());
        }
        return new ModelComparison(List.copyOf(rivals), best, work);
    }

    /**
     * Tells whether two fits are of the same data.
     *
     * @param one a fit
     * @param other another fit
     * @return whether all values, places and errors are equal, in the same order
     */
    public static boolean sameData(FitStudy one, FitStudy other) {
        final List<DataSeries> a = series(one);
        final List<DataSeries> b = series(other);
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).size() == b.get(i).size();
            for (int k = 0; same && k < a.get(i).size(); k++) {
                same = a.get(i).value(k) == b.get(i).value(k)
                        && a.get(i).place(k) == b.get(i).place(k)
                        && a.get(i).error(k) == b.get(i).error(k);
            }
        }
        return same;
    }

    private static List<DataSeries> series(FitStudy study) {
        return study.experiments().stream().flatMap(e -> e.data().stream()).toList();
    }

    private static Rival rival(String name, FitResult result, Verdict verdict) {
        final int k = result.estimates().size();
        final int n = count(result);
        final double penalty = n > k + 1 ? 2.0 * k * (k + 1) / (n - k - 1) : Double.POSITIVE_INFINITY;
        final double deviance = deviance(result, result.numbers().chiSquared());
        return new Rival(
                name,
                result,
                deviance + k * Math.log(n),
                deviance + 2 * k + penalty,
                verdict.decision(),
                verdict.test());
    }

    private static int count(FitResult result) {
        return result.numbers().degreesOfFreedom() + result.estimates().size();
    }

    private static double deviance(FitResult result, double chiSquared) {
        final boolean known = series(result.study()).stream().allMatch(DataSeries::hasErrors);
        final int n = count(result);
        return known ? chiSquared : n * Math.log(chiSquared / n);
    }

    /**
     * Whether a model is preferred to another one.
     *
     * @param decision what decided
     * @param better whether it is
     * @param test draws made for that
     */
    private record Verdict(Decision decision, boolean better, Optional<Test> test) {}

    private static Verdict decide(
            Rival known,
            Rival tried,
            int threads,
            Consumer<FitProgress> progress,
            BooleanSupplier cancelled,
            WorkCount count) {
        final FitResult simple = known.result();
        final FitResult rich = tried.result();
        final boolean alike = rich.estimates().size() == simple.estimates().size();
        if (alike || !(Math.abs(known.bic() - tried.bic()) < CLOSE)) {
            return new Verdict(Decision.BIC, tried.bic() < known.bic(), Optional.empty());
        }
        final double fall = deviance(simple, simple.numbers().chiSquared())
                - deviance(rich, rich.numbers().chiSquared());
        if (!(fall > LEAST_FALL)) {
            return new Verdict(Decision.TEST, false, Optional.of(new Test(fall, 0, 0)));
        }
        final DrawnData drawn = DrawnData.of(simple);
        try (Ensemble<SyntheticFit> workers =
                Ensemble.of(threads, () -> random -> fall(drawn, simple, rich, random, count))) {
            SortedMap<Integer, double[]> falls = new TreeMap<>();
            for (int draws = BATCH; draws <= DRAWS; draws += BATCH) {
                final Bootstrap bootstrap = Bootstrap.of(workers, draws, SEED);
                bootstrap.restore(falls);
                if (!bootstrap.advance(done -> progress.accept(progress(done, simple)), cancelled)) {
                    return new Verdict(Decision.OPEN, false, Optional.empty());
                }
                falls = bootstrap.results();
                // a fit that fails may have fallen as much
                final long asMuch = falls.values().stream()
                        .filter(one -> one.length == 0 || !(one[0] < fall))
                        .count();
                if (asMuch > 0 || draws == DRAWS) {
                    return new Verdict(Decision.TEST, asMuch == 0, Optional.of(new Test(fall, draws, (int) asMuch)));
                }
            }
        }
        throw new IllegalStateException(DRAWS + " draws are no multiple of " + BATCH);
    }

    private static FitProgress progress(int done, FitResult best) {
        return new FitProgress("comparison", done, DRAWS, best.numbers().chiSquared());
    }

    /** Fall of the deviance of drawn data from the simple to the rich model. */
    private static Optional<double[]> fall(
            DrawnData drawn, FitResult simple, FitResult rich, UniformRandomProvider random, WorkCount count) {
        final List<List<DataSeries>> data = drawn.draw(random);
        final Optional<Minimizer> few = DrawnData.fit(simple, data, count);
        final Optional<Minimizer> many = DrawnData.fit(rich, data, count);
        return few.isEmpty() || many.isEmpty()
                ? Optional.empty()
                : Optional.of(new double[] {
                    deviance(simple, few.get().cost())
                            - deviance(rich, many.get().cost())
                });
    }

    /** Fits of the other models and draws. */
    FitWork work() {
        return work;
    }

    /**
     * Returns the models.
     *
     * @return unmodifiable list, in the order given
     */
    public List<Rival> rivals() {
        return rivals;
    }

    /**
     * Returns the model that the data prefer.
     *
     * @return index in {@link #rivals}
     */
    public int preferred() {
        return preferred;
    }

    /**
     * Says what was found.
     *
     * @return one sentence
     */
    public String sentence() {
        final Rival best = rivals.get(preferred);
        final StringBuilder text = new StringBuilder("the data prefer ").append(best.name());
        for (final Rival other : rivals) {
            if (!other.equals(best)) {
                text.append(String.format(
                        Locale.ROOT,
                        "; %s has a BIC of %+.1f against it%s",
                        other.name(),
                        other.bic() - best.bic(),
                        other.decision() == Decision.TEST ? ", decided by drawn data" : ""));
            }
        }
        return text.toString();
    }
}
