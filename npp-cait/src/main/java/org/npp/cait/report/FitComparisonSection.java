package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.ModelComparison;
import org.npp.cait.fit.ModelComparison.Rival;
import org.npp.cait.fit.ModelComparison.Test;
import org.npp.cait.report.plot.NumberText;

/** Which of several models of the same data is preferred, by how much, and what decided. */
final class FitComparisonSection {
    /** No instances. */
    private FitComparisonSection() {}

    static void append(FitResult result, Html page) {
        result.comparison().filter(c -> c.rivals().size() > 1).ifPresent(c -> append(c, page));
    }

    private static void append(ModelComparison comparison, Html page) {
        page.section("Comparison of models");
        final Rival best = comparison.rivals().get(comparison.preferred());
        page.element("p", "verdict", "Preferred: " + best.name() + ".");
        final List<List<String>> rows = new ArrayList<>();
        for (final Rival rival : comparison.rivals()) {
            rows.add(List.of(
                    rival.name() + (rival.equals(best) ? " (preferred)" : ""),
                    String.valueOf(rival.result().estimates().size()),
                    NumberText.significant(rival.result().numbers().chiSquared(), 5),
                    NumberText.significant(rival.bic(), 5),
                    rival.equals(best)
                            ? "0"
                            : String.format(Locale.ROOT, "%+.1f", rival.bic() - best.bic())
                                    .replace('-', '\u2212'),
                    NumberText.significant(rival.aicc(), 5)));
        }
        page.grid(List.of("Model", "Parameters", "\u03c7\u00b2", "BIC", "BIC over the preferred", "AICc"), rows);
        final List<String> reasons = new ArrayList<>();
        for (final Rival rival : comparison.rivals()) {
            final String reason = reason(rival);
            if (!reason.isEmpty()) {
                reasons.add(rival.name() + ": " + reason);
            }
        }
        page.list(reasons);
        page.paragraph(
                "The lower BIC is preferred; a difference of 2 is worth a mention, of 6 strong, of 10 very strong."
                        + " Below " + NumberText.significant(ModelComparison.CLOSE, 2)
                        + " the model of more parameters has to show its worth on data drawn from the other one. All models are"
                        + " fitted to the same data; that one is preferred does not say that it is right.");
    }

    private static String reason(Rival rival) {
        return switch (rival.decision()) {
            case FIRST -> "";
            case BIC -> "decided by the BIC.";
            case OPEN -> "the search was interrupted before the test was at its end; not preferred.";
            case TEST -> rival.test().map(FitComparisonSection::told).orElse("");
        };
    }

    private static String told(Test test) {
        if (test.draws() == 0) {
            return "it fits no better than the model of fewer parameters.";
        }
        final String fall = NumberText.significant(test.fall(), 3);
        return test.asMuch() == 0
                ? String.format(
                        Locale.ROOT,
                        "decided by a test. \u03c7\u00b2 falls by %s with it; of %d data sets drawn from the model of fewer"
                                + " parameters none did as much, p \u2264 %.2f.",
                        fall,
                        test.draws(),
                        1.0 / (test.draws() + 1))
                : String.format(
                        Locale.ROOT,
                        "decided by a test. \u03c7\u00b2 falls by %s with it; but of %d data sets drawn from the model of"
                                + " fewer parameters, to which it adds nothing, %d did as much.",
                        fall,
                        test.draws(),
                        test.asMuch());
    }
}
