package org.npp.cait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.npp.core.RunStatistics;

/** Decides what in a finished run the user should be warned of. */
final class Findings {
    /** Relative error of the ion balance above which it is reported [1]. */
    private static final double BALANCE = 1e-10;

    /** Relative error of the current's uniformity above which it is reported [1]. */
    private static final double UNIFORMITY = 1e-9;

    /** Foreign fraction at the back above which the glass is no longer a half-space [1]. */
    private static final double AT_BACK = 1e-3;

    /** An estimate this much above the tolerance is reported: it is an estimate. */
    private static final double ERROR_MARGIN = 3;

    private Findings() {}

    static List<CaitResult.Warning> of(CaitCase experiment, StageRecord run, OptionalDouble profileError) {
        final List<CaitResult.Warning> found = new ArrayList<>();
        final RunStatistics statistics = run.statistics();
        final double tolerance = experiment.numerics().tolerance();
        if (profileError.isPresent() && profileError.getAsDouble() > ERROR_MARGIN * tolerance) {
            found.add(warning(
                    "profile_error_above_tolerance",
                    "the estimated profile error %.2g is above the tolerance %.2g: ask for more nodes or a smaller"
                            + " tolerance",
                    profileError.getAsDouble(),
                    tolerance));
        }
        if (statistics.ionBalanceError() > BALANCE) {
            found.add(
                    warning("ion_balance", "ions entered and ions found differ by %.2g", statistics.ionBalanceError()));
        }
        if (statistics.currentUniformityError() > UNIFORMITY) {
            found.add(warning(
                    "current_uniformity",
                    "the total current differs between depths by %.2g",
                    statistics.currentUniformityError()));
        }
        if (statistics.restTime() < Double.POSITIVE_INFINITY) {
            found.add(warning(
                    "nodes_at_rest",
                    "the nodes could not follow the fronts and stayed where they are from t = %.4g s on: fronts thinner"
                            + " than the distance between nodes are less sharp than they should be",
                    statistics.restTime()));
        }
        addForeignAtBack(experiment, run, found);
        return found;
    }

    private static void addForeignAtBack(CaitCase experiment, StageRecord run, List<CaitResult.Warning> found) {
        final int last = run.finalState().mesh().size() - 1;
        for (int i = 0; i < experiment.ions().size(); i++) {
            final CaitIon ion = experiment.ions().get(i);
            final double fraction = run.finalState().density(i, last) / experiment.bulkDensity();
            if (!ion.isNative() && fraction > AT_BACK) {
                found.add(warning(
                        "foreign_ion_at_back",
                        "%s has reached the back electrode (fraction %.2g)",
                        ion.name(),
                        fraction));
            }
        }
    }

    private static CaitResult.Warning warning(String code, String format, Object... values) {
        return new CaitResult.Warning(code, String.format(Locale.ROOT, format, values));
    }
}
