package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.npp.cait.Stage;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.core.sensitivity.Parameter;

/**
 * Bulk diffusivities that a fit found by its assumed shape alone.
 *
 * <p>A profile fixes one part of D(n), about the foot of its front; from there to the bulk leads nothing but the shape.
 * Two parts, and at least as many as the law has free parameters, put the shape to the test; a single one does not, so
 * that the bulk diffusivity is not identifiable whatever error the shape gives it.
 */
final class BulkValue {
    private static final int LEAST_PARTS = 2;

    /** No instances. */
    private BulkValue() {}

    /** The same estimates, with the bulk diffusivity, if it hangs on the shape alone, not identifiable. */
    static List<Estimate> check(FitStudy study, List<Estimate> estimates, Optional<Identifiability> analysis) {
        if (analysis.isEmpty() || analysis.get().constrained(1)) {
            return estimates;
        }
        final Set<String> foreign = new HashSet<>();
        final double[] values = estimates.stream().mapToDouble(Estimate::value).toArray();
        study.experiments()
                .forEach(e -> e.experiment(values).stages().stream()
                        .map(Stage::ion)
                        .flatMap(Optional::stream)
                        .forEach(foreign::add));
        int free = 0;
        for (int j = 0; j < values.length; j++) {
            free += analysis.get().shapes(j) ? 1 : 0;
        }
        if (foreign.size() >= Math.max(LEAST_PARTS, free)) {
            return estimates;
        }
        final List<Estimate> checked = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            final Estimate e = estimates.get(j);
            final boolean bulk = analysis.get().shapes(j) && e.status() != Status.NOT_IDENTIFIABLE && isBulk(study, j);
            checked.add(bulk ? doubtful(e, analysis.get()) : e);
        }
        return checked;
    }

    private static boolean isBulk(FitStudy study, int j) {
        return study.experiments().stream()
                .map(e -> e.influence(j))
                .anyMatch(i -> i instanceof Influence.InSolver own
                        && own.parameter() instanceof Parameter.Diffusivity law
                        && law.name().equals("bulk_diffusivity"));
    }

    private static Estimate doubtful(Estimate e, Identifiability analysis) {
        final String parts = analysis.ranges().stream()
                .map(r -> String.format(Locale.ROOT, "%.2g to %.2g", r.low(), r.high()))
                .collect(Collectors.joining(", "));
        final String ion = analysis.ion();
        final String reason = (parts.isEmpty()
                        ? "the data fix the diffusivity of " + ion + " at no fraction"
                        : "the data fix the diffusivity of " + ion + " at fractions " + parts + " only")
                + "; from there to the bulk leads nothing but the assumed shape of its site energies";
        return new Estimate(
                e.parameter(),
                e.value(),
                OptionalDouble.empty(),
                e.parameter().min(),
                e.parameter().max(),
                Status.NOT_IDENTIFIABLE,
                reason);
    }
}
