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
    private final FittedCurves curves;

    FitDiffusivitySection(FitResult result, FittedCurves curves) {
        this.result = result;
        this.curves = curves;
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
                        Axis.linear("Native fraction", 0, 1.02), Axis.log("Diffusivity (m\u00b2/s)", low / 3, high * 3))
                .title("Fitted diffusivities")
                .size(720, 440);
        for (int i = 0; i < curves.diffusivities().size(); i++) {
            final Diffusivities ion = curves.diffusivities().get(i);
            if (ion.isNative()) {
                chart = chart.with(Series.band("", fraction, values(ion, -1), values(ion, 1))
                        .style(i));
            }
            chart = chart.with(Series.line(ion.ion(), fraction, values(ion, 0)).style(i));
        }
        final List<FrontFoot> feet = feet();
        if (!feet.isEmpty()) {
            chart = chart.with(Series.points(
                            "feet of the fronts",
                            feet.stream().mapToDouble(FrontFoot::fraction).toArray(),
                            feet.stream()
                                    .mapToDouble(FrontFoot::nativeDiffusivity)
                                    .toArray())
                    .style(4));
        }
        page.section("Diffusivities");
        page.figure(
                chart,
                "Effective (conductivity) diffusion coefficients against the fraction of the native ion, with the 95\u00a0%"
                        + " bands that the errors of the parameters make; between the compositions that the profiles have,"
                        + " the assumed shape of the distribution speaks." + told(feet));
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
