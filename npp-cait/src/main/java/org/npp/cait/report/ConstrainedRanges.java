package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.Identifiability;
import org.npp.cait.fit.Identifiability.Part;
import org.npp.cait.fit.Identifiability.Range;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Shading;

/** What the data of a fit determine without the assumed shape, as shading and in words. */
final class ConstrainedRanges {
    private final Optional<Identifiability> analysis;
    private final IonStyles styles;

    ConstrainedRanges(FitResult result, IonStyles styles) {
        this.analysis = result.identifiability();
        this.styles = styles;
    }

    /** Against the native fraction. */
    Optional<Shading> byFraction() {
        return shading(c -> c);
    }

    /** Against the energy to which the sites are filled at a fraction. */
    Optional<Shading> byEnergy(FittedCurves curves) {
        return shading(c -> curves.fermiEnergyEv(c).orElse(Double.NaN));
    }

    private Optional<Shading> shading(DoubleUnaryOperator place) {
        if (analysis.isEmpty()) {
            return Optional.empty();
        }
        final List<Part> parts = analysis.get().parts();
        Shading shading = Shading.of(
                "constrained by "
                        + (parts.size() > 1 ? "all data together" : parts.get(0).source()),
                ranges(analysis.get().ranges(), place),
                "only the assumed shape speaks");
        if (parts.size() > 1) {
            for (final Part part : parts) {
                shading = shading.bar(
                        "constrained by " + part.source(), styles.of(part.foreignIon()), ranges(part.ranges(), place));
            }
        }
        return Optional.of(shading);
    }

    private static List<Shading.Range> ranges(List<Range> fractions, DoubleUnaryOperator place) {
        final List<Shading.Range> ranges = new ArrayList<>();
        for (final Range range : fractions) {
            final double from = place.applyAsDouble(range.low());
            final double to = place.applyAsDouble(range.high());
            if (from <= to && Double.isFinite(to - from)) {
                ranges.add(new Shading.Range(from, to));
            }
        }
        return ranges;
    }

    /** One sentence. */
    String told() {
        if (analysis.isEmpty()) {
            return "";
        }
        final List<String> each = new ArrayList<>();
        for (final Part part : analysis.get().parts()) {
            each.add(part.source() + ": " + fractions(part.ranges()));
        }
        final String ion = analysis.get().ion();
        final String all =
                each.size() > 1 ? " Together: " + fractions(analysis.get().ranges()) + "." : "";
        return " Shaded: fractions at which the data fix D of " + ion + " within a factor of two (95\u00a0%), whatever"
                + " curve is drawn through it. " + String.join("; ", each) + "." + all
                + " Hatched: there no datum speaks, only the shape that was assumed for the distribution.";
    }

    private static String fractions(List<Range> ranges) {
        final List<String> texts = new ArrayList<>();
        for (final Range range : ranges) {
            texts.add(NumberText.significant(range.low(), 2) + " to " + NumberText.significant(range.high(), 2));
        }
        return texts.isEmpty() ? "nothing" : String.join(" and ", texts);
    }
}
