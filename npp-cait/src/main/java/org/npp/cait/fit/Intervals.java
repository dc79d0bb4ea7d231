package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.cait.fit.LikelihoodProfile.End;
import org.npp.cait.fit.LikelihoodProfile.Kind;

/** Intervals of the parameters about a minimum, and a status with its reason for each. */
final class Intervals {
    /** Half width of an interval in ln, from which on it tells nothing: three decades. */
    private static final double WIDEST = Math.log(1e3);

    /** The same where the coordinate is the value over its start. */
    private static final double FARTHEST = 1e3;

    private static final String NO_INFLUENCE = "the data do not depend on it";

    private final List<FitParameter> parameters;
    private final double[] best;
    private final double[] lower;
    private final double[] upper;
    private final Covariance covariance;
    private final double quantile;

    /**
     * Prepares intervals.
     *
     * @param parameters the parameters
     * @param best their coordinates at the minimum. Kept.
     * @param covariance of the coordinates
     * @param quantile half width of an interval over the standard error
     */
    Intervals(List<FitParameter> parameters, double[] best, Covariance covariance, double quantile) {
        this.parameters = parameters;
        this.best = best;
        this.lower = bounds(parameters, -1);
        this.upper = bounds(parameters, 1);
        this.covariance = covariance;
        this.quantile = quantile;
    }

    private static double[] bounds(List<FitParameter> parameters, int sign) {
        return parameters.stream()
                .mapToDouble(p -> p.coordinate(sign < 0 ? p.min() : p.max()))
                .toArray();
    }

    /** Symmetric in the coordinates, by the curvature at the minimum. */
    List<Estimate> ofCovariance() {
        final List<Estimate> estimates = new ArrayList<>();
        for (int j = 0; j < best.length; j++) {
            final double reach = quantile * Math.sqrt(covariance.at(j, j));
            final String reason = doubt(j, reach);
            estimates.add(
                    reason.isEmpty()
                            ? found(j, best[j] - reach, best[j] + reach, reach / quantile)
                            : notIdentifiable(j, reason));
        }
        return estimates;
    }

    /** Where the least sum of squares over all other coordinates has risen enough. */
    List<Estimate> ofProfile(LikelihoodProfile profile, double rise) {
        final List<Estimate> estimates = new ArrayList<>();
        for (int j = 0; j < best.length; j++) {
            final double reach = parameters.get(j).scale() == FitParameter.Scale.LOG ? WIDEST : FARTHEST;
            if (!(covariance.influence(j) > 0)) {
                estimates.add(notIdentifiable(j, NO_INFLUENCE));
                continue;
            }
            final End low = profile.end(j, -1, rise, reach);
            final End high = profile.end(j, 1, rise, reach);
            final String reason = doubt(j, low, high);
            final double curvature = Math.sqrt(covariance.at(j, j));
            final double deviation =
                    covariance.identifiable(j) ? curvature : (high.coordinate() - low.coordinate()) / (2 * quantile);
            estimates.add(
                    reason.isEmpty()
                            ? found(j, low.coordinate(), high.coordinate(), deviation)
                            : notIdentifiable(j, reason));
        }
        return estimates;
    }

    private Estimate found(int j, double low, double high, double deviation) {
        final FitParameter p = parameters.get(j);
        final double value = value(j);
        final boolean bound = best[j] <= lower[j] || best[j] >= upper[j];
        return new Estimate(
                p,
                value,
                OptionalDouble.of(deviation * p.slope(value)),
                Math.max(p.min(), p.value(low)),
                Math.min(p.max(), p.value(high)),
                bound ? Status.AT_BOUND : Status.DETERMINED,
                bound
                        ? "the least sum of squares is at its " + (best[j] <= lower[j] ? "lower" : "upper") + " bound"
                        : "");
    }

    private Estimate notIdentifiable(int j, String reason) {
        final FitParameter p = parameters.get(j);
        return new Estimate(p, value(j), OptionalDouble.empty(), p.min(), p.max(), Status.NOT_IDENTIFIABLE, reason);
    }

    private double value(int j) {
        final FitParameter p = parameters.get(j);
        return Math.min(p.max(), Math.max(p.min(), p.value(best[j])));
    }

    /** Why the curvature does not determine a parameter; empty if it does. */
    private String doubt(int j, double reach) {
        if (!(covariance.influence(j) > 0)) {
            return NO_INFLUENCE;
        }
        if (!covariance.identifiable(j)) {
            return "the data determine only a combination of it" + partners(j);
        }
        final boolean logarithmic = parameters.get(j).scale() == FitParameter.Scale.LOG;
        if (!(reach < (logarithmic ? WIDEST : FARTHEST))) {
            return logarithmic
                    ? "its 95 % interval spans more than three decades either way" + partners(j)
                    : "its 95 % interval is more than a thousand times its start" + partners(j);
        }
        return best[j] - reach <= lower[j] && best[j] + reach >= upper[j]
                ? "its 95 % interval is wider than its bounds" + partners(j)
                : "";
    }

    private String doubt(int j, End low, End high) {
        if (low.kind() == Kind.FOUND && high.kind() == Kind.FOUND) {
            return "";
        }
        if (low.kind() != Kind.FOUND && high.kind() != Kind.FOUND) {
            return (low.kind() == Kind.BOUND && high.kind() == Kind.BOUND
                            ? "every value within its bounds fits the data as well"
                            : "values over many decades fit the data as well")
                    + partners(j);
        }
        final boolean upwards = low.kind() == Kind.FOUND;
        if ((upwards ? high : low).kind() == Kind.BOUND) {
            return "";
        }
        final FitParameter p = parameters.get(j);
        final double limit = p.value((upwards ? low : high).coordinate()) / p.unitValue();
        return String.format(
                Locale.ROOT,
                "the data give only a%s limit of it, %.3g%s%s",
                upwards ? " lower" : "n upper",
                limit,
                p.unit().isEmpty() ? "" : " " + p.unit(),
                partners(j));
    }

    private String partners(int j) {
        final String names = covariance.partners(j).stream()
                .map(i -> parameters.get(i).name())
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? "" : ", with " + names;
    }
}
