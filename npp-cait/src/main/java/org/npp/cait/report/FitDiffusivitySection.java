package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.FittedCurves.Diffusivities;
import org.npp.cait.fit.FrontFoot;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;

/** Diffusivities against the native fraction, those of the native ions with their bands. */
final class FitDiffusivitySection {
    private final FitResult result;
    /** Room above the curves, as a factor: for the bars of what constrains them. */
    private static final double ROOM = 100;

    private final FittedCurves curves;
    private final IonStyles styles;
    private final ConstrainedRanges constrained;

    FitDiffusivitySection(FitResult result, FittedCurves curves, IonStyles styles) {
        this.result = result;
        this.curves = curves;
        this.styles = styles;
        this.constrained = new ConstrainedRanges(result, styles);
    }

    void append(Html page) {
        final double[] fraction = new double[FittedCurves.POINTS];
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int k = 0; k < fraction.length; k++) {
            fraction[k] = FittedCurves.fraction(k);
        }
        for (final Diffusivities ion : curves.diffusivities()) {
            for (int k = 0; k < fraction.length; k++) {
                low = ion.value(k) > 1e-300 ? Math.min(low, ion.value(k)) : low;
                high = Math.max(high, ion.value(k));
            }
        }
        Chart chart = Chart.of(
                        Axis.linear("Native fraction", 0, 1.02),
                        Axis.log(
                                "Diffusivity (m\u00b2/s)",
                                low / 3,
                                high * (result.identifiability().isPresent() ? ROOM : 3)))
                .title("Fitted diffusivities")
                .size(720, 460);
        if (constrained.byFraction().isPresent()) {
            chart = chart.shaded(constrained.byFraction().get());
        }
        for (final Diffusivities ion : curves.diffusivities()) {
            final int i = styles.of(ion.ion());
            if (ion.isNative()) {
                chart = chart.with(Series.band("", fraction, values(ion, -1), values(ion, 1))
                        .style(i));
            }
            chart = chart.with(Series.line(ion.ion(), fraction, values(ion, 0)).style(i));
        }
        final List<FrontFoot> feet = feet();
        for (final FrontFoot foot : feet) {
            chart = chart.with(Series.points(
                            "foot of " + foot.foreignIon() + "\u2019s front",
                            new double[] {foot.fraction()},
                            new double[] {foot.nativeDiffusivity()})
                    .style(styles.of(foot.foreignIon())));
        }
        for (final Diffusivities ion : curves.diffusivities()) {
            if (ion.isNative()) {
                final double bulk = ion.value(FittedCurves.POINTS - 1);
                chart = chart.with(Series.points(bulkLabel(ion), new double[] {1}, new double[] {bulk})
                        .style(styles.of(ion.ion())));
            }
        }
        page.section("Diffusivities");
        page.figure(
                chart,
                "Effective (conductivity) diffusion coefficients against the fraction of the native ion, with the 95\u00a0%"
                        + " bands that the errors of the parameters make, with the shape as it was assumed."
                        + constrained.told()
                        + told(feet) + bulks());
    }

    /** Whether D of the bulk is a parameter, alone or with others. */
    private static boolean isFitted(Diffusivities ion) {
        final int bulk = FittedCurves.POINTS - 1;
        return ion.high(bulk) > ion.low(bulk);
    }

    private static String bulkLabel(Diffusivities ion) {
        return isFitted(ion) ? "bulk, fitted" : "bulk conductivity, given";
    }

    private String bulks() {
        final StringBuilder text = new StringBuilder();
        for (final Diffusivities ion : curves.diffusivities()) {
            if (ion.isNative()) {
                final boolean seen = curves.constrained(1);
                text.append(" D of ").append(ion.ion()).append(" in the bulk, ");
                text.append(NumberText.significant(ion.value(FittedCurves.POINTS - 1), 3));
                text.append("\u00a0m\u00b2/s, is ");
                text.append(
                        !isFitted(ion)
                                ? "that of the cases, as a conductivity gives it; it was not fitted."
                                : seen ? "fitted, and the data fix it." : "fitted, and follows from the shape alone.");
            }
        }
        return text.toString();
    }

    private List<FrontFoot> feet() {
        final List<FrontFoot> feet = new ArrayList<>();
        for (final FitExperiment experiment : result.study().experiments()) {
            FrontFoot.of(experiment.experiment(result.values())).ifPresent(feet::add);
        }
        return feet;
    }

    private static String told(List<FrontFoot> feet) {
        final StringBuilder text = new StringBuilder();
        for (final FrontFoot foot : feet) {
            text.append(
                            text.isEmpty()
                                    ? " Feet of the fronts, where d(nD)/dn of the native ion is D of the other: "
                                    : "; ")
                    .append(foot.foreignIon())
                    .append(" at ")
                    .append(NumberText.significant(100 * foot.fraction(), 3))
                    .append("\u00a0% ")
                    .append(foot.nativeIon());
        }
        return text.isEmpty() ? "" : text.append('.').toString();
    }

    private static double[] values(Diffusivities ion, int end) {
        final double[] values = new double[FittedCurves.POINTS];
        for (int k = 0; k < values.length; k++) {
            values[k] = end == 0 ? ion.value(k) : end < 0 ? ion.low(k) : ion.high(k);
        }
        return values;
    }
}
