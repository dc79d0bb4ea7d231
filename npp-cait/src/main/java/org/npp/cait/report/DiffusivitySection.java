package org.npp.cait.report;

import java.util.Arrays;
import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;

/** Diffusivities of all ions against their own fraction. */
final class DiffusivitySection {
    /** Points of a curve. */
    private static final int POINTS = 400;

    /** Most decades shown. */
    private static final double DECADES = 12;

    private final CaitResult result;
    private final CaitCase experiment;

    DiffusivitySection(CaitResult result) {
        this.result = result;
        this.experiment = result.experiment();
    }

    void append(Html page) {
        page.section("Diffusivities");
        final int ions = experiment.ions().size();
        final double[] fraction = new double[POINTS];
        Arrays.setAll(fraction, k -> (k + 1.0) / POINTS);
        final double[][] all = new double[ions][];
        final double[][] visited = new double[ions][];
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < ions; i++) {
            all[i] = new double[POINTS];
            visited[i] = new double[POINTS];
            final double[] profile = result.finalState().densities(i);
            final double least = Arrays.stream(profile).min().orElse(0) / experiment.bulkDensity();
            final double most = Arrays.stream(profile).max().orElse(0) / experiment.bulkDensity();
            for (int k = 0; k < POINTS; k++) {
                all[i][k] = diffusivity(i, fraction[k]);
                final boolean inRun = fraction[k] >= least && fraction[k] <= most + 0.5 / POINTS;
                visited[i][k] = inRun ? all[i][k] : Double.NaN;
                if (inRun && all[i][k] > 0) {
                    low = Math.min(low, all[i][k]);
                    high = Math.max(high, all[i][k]);
                }
            }
        }
        if (!(high > 0)) {
            page.paragraph("No ion can move at any composition of this run.");
            return;
        }
        page.figure(
                chart(fraction, all, visited, low, high),
                "Effective (conductivity) diffusion coefficients at "
                        + NumberText.significant(experiment.temperature(), 5)
                        + "\u00a0K against the ion's own fraction, " + partners()
                        + ". Assumed for this run, not measured. Thick: compositions in the final profile; thin:"
                        + " beyond them.");
    }

    private Chart chart(double[] fraction, double[][] all, double[][] visited, double low, double high) {
        final double top = Math.ceil(Math.log10(high) + 0.1);
        final double bottom = Math.max(top - DECADES, Math.floor(Math.log10(low) - 0.1));
        Chart chart = Chart.of(
                        Axis.linear("Fraction of the ion, n/N", 0, 1),
                        Axis.log("Diffusivity (m\u00b2/s)", Math.pow(10, bottom), Math.pow(10, top)))
                .title("Diffusivities");
        for (int i = 0; i < all.length; i++) {
            final CaitIon ion = experiment.ions().get(i);
            final String name = IonText.of(ion) + (ion.isNative() ? " (native)" : " (foreign)");
            chart = chart.with(Series.line(name, fraction, all[i]).style(i).light())
                    .with(Series.line("", fraction, visited[i]).style(i));
        }
        return chart;
    }

    /** What the other sites hold. */
    private String partners() {
        return experiment.ions().size() == 2
                ? "the other ion making up the rest"
                : "the rest made up by " + partner(true) + " for a foreign, by " + partner(false) + " for a native ion";
    }

    private String partner(boolean isNative) {
        final List<CaitIon> ions = experiment.ions();
        final int index = partnerIndex(isNative);
        return index < 0 ? "nothing" : IonText.of(ions.get(index));
    }

    /** The first native ion, or the ion of the last stage that has a foreign one; &minus;1 if there is none. */
    private int partnerIndex(boolean isNative) {
        int found = -1;
        for (int i = experiment.ions().size() - 1; i >= 0; i--) {
            found = experiment.ions().get(i).isNative() == isNative ? i : found;
        }
        for (int s = 0; s < experiment.stages().size() && !isNative; s++) {
            for (int i = 0; i < experiment.ions().size(); i++) {
                final CaitIon ion = experiment.ions().get(i);
                final boolean driven = experiment
                        .stages()
                        .get(s)
                        .ion()
                        .filter(ion.name()::equals)
                        .isPresent();
                found = driven && !ion.isNative() ? i : found;
            }
        }
        return found;
    }

    private double diffusivity(int ion, double fraction) {
        final double total = experiment.bulkDensity();
        final double[] densities = new double[experiment.ions().size()];
        densities[ion] = fraction * total;
        final int partner = partnerIndex(!experiment.ions().get(ion).isNative());
        if (partner >= 0) {
            densities[partner] = Math.max(0, total - densities[ion]);
        }
        return experiment.ions().get(ion).diffusivity().value(ion, densities, experiment.temperature());
    }
}
