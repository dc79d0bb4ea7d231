package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.cait.inference.Bootstrap;

/**
 * The parameters of a fit as samples of them see them: their coordinates within the bounds, and where these are farther
 * away, within three decades (or a thousand starts) of the best values. Immutable.
 */
final class SampleSpace {
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;
    private static final double DECADES = Math.log(1e3);
    private static final double STARTS = 1e3;

    /** Share of the box that an interval may fill. */
    private static final double FULL = 0.9;

    private final FitResult result;
    private final double[] best;
    private final double[] low;
    private final double[] high;

    private SampleSpace(FitResult result, double[] best, double[] low, double[] high) {
        this.result = result;
        this.best = best;
        this.low = low;
        this.high = high;
    }

    static SampleSpace of(FitResult result) {
        final int n = result.estimates().size();
        final double[] best = new double[n];
        final double[] low = new double[n];
        final double[] high = new double[n];
        for (int j = 0; j < n; j++) {
            final FitParameter p = result.estimates().get(j).parameter();
            final double reach = p.scale() == FitParameter.Scale.LOG ? DECADES : STARTS;
            best[j] = p.coordinate(result.estimates().get(j).value());
            low[j] = Math.max(p.coordinate(p.min()), best[j] - reach);
            high[j] = Math.min(p.coordinate(p.max()), best[j] + reach);
        }
        return new SampleSpace(result, best, low, high);
    }

    double[] best() {
        return best.clone();
    }

    double[] low() {
        return low.clone();
    }

    double[] high() {
        return high.clone();
    }

    boolean contains(double[] point) {
        for (int j = 0; j < point.length; j++) {
            if (!(point[j] >= low[j] && point[j] <= high[j])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Estimates with the standard deviations and quantiles of samples.
     *
     * @param samples coordinates, one array per parameter
     * @return one estimate per parameter; a bulk value that hangs on the shape alone stays what it was
     */
    List<Estimate> estimates(List<double[]> samples) {
        final List<Estimate> estimates = new ArrayList<>();
        for (int j = 0; j < best.length; j++) {
            final Estimate e = result.estimates().get(j);
            final FitParameter p = e.parameter();
            final double from = Bootstrap.quantile(samples.get(j), LOW);
            final double to = Bootstrap.quantile(samples.get(j), HIGH);
            final boolean full = to - from >= FULL * (high[j] - low[j]);
            final boolean nowhere = !(StatUtils.variance(samples.get(j)) > 0);
            final boolean shape = e.reason().contains("assumed shape");
            if (shape || full || nowhere) {
                final String reason = shape ? e.reason() : "its samples fill its bounds, or three decades";
                estimates.add(new Estimate(
                        p,
                        e.value(),
                        OptionalDouble.empty(),
                        p.min(),
                        p.max(),
                        Status.NOT_IDENTIFIABLE,
                        nowhere && !shape ? "the data do not depend on it" : reason));
            } else {
                final boolean bound = e.status() == Status.AT_BOUND;
                estimates.add(new Estimate(
                        p,
                        e.value(),
                        OptionalDouble.of(Math.sqrt(StatUtils.variance(samples.get(j))) * p.slope(e.value())),
                        Math.max(p.min(), p.value(from)),
                        Math.min(p.max(), p.value(to)),
                        bound ? Status.AT_BOUND : Status.DETERMINED,
                        bound ? e.reason() : ""));
            }
        }
        return estimates;
    }
}
