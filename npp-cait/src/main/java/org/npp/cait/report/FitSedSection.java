package org.npp.cait.report;

import java.util.List;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.FittedCurves.Site;
import org.npp.cait.fit.FrontFoot;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;

/** The fitted site energy distribution: its band, and what each foreign ion empties of it. */
final class FitSedSection {
    private final FitResult result;
    private final FittedCurves curves;

    FitSedSection(FitResult result, FittedCurves curves) {
        this.result = result;
        this.curves = curves;
    }

    void append(Html page) {
        curves.sites().ifPresent(sites -> {
            page.section("Site energy distribution");
            band(page, sites);
            parts(page, sites);
        });
    }

    private static Chart chart(FittedCurves.Sites sites, String title) {
        final List<Site> points = sites.points();
        final double top = points.stream().mapToDouble(Site::high).max().orElse(1);
        final double low = points.get(0).energyEv();
        final double high = points.get(points.size() - 1).energyEv();
        return Chart.of(
                        Axis.linear("Site energy relative to the bulk Fermi level (eV)", low, high),
                        Axis.linear("Density of sites (1/eV)", 0, 1.12 * top))
                .title(title)
                .size(720, 380);
    }

    private static double[] energies(FittedCurves.Sites sites) {
        return sites.points().stream().mapToDouble(Site::energyEv).toArray();
    }

    private static double[] populated(FittedCurves.Sites sites) {
        return sites.points().stream().mapToDouble(Site::populated).toArray();
    }

    private static Series all(FittedCurves.Sites sites) {
        return Series.line(
                        "all sites",
                        energies(sites),
                        sites.points().stream().mapToDouble(Site::density).toArray())
                .style(0);
    }

    private static void band(Html page, FittedCurves.Sites sites) {
        page.figure(
                chart(sites, "Fitted site energy distribution of " + sites.ion())
                        .with(Series.area("occupied in the bulk", energies(sites), populated(sites))
                                .style(0)
                                .light())
                        .with(Series.band(
                                        "95\u00a0% band",
                                        energies(sites),
                                        sites.points().stream()
                                                .mapToDouble(Site::low)
                                                .toArray(),
                                        sites.points().stream()
                                                .mapToDouble(Site::high)
                                                .toArray())
                                .style(1))
                        .with(all(sites))
                        .marker(0, "Fermi level of the bulk"),
                "Sites of " + sites.ion()
                        + " per eV, the whole curve 1. The shape is assumed, its parameters are fitted;"
                        + " the band is that of their errors and says nothing about another shape. Full width at half"
                        + " maximum of the occupied part: "
                        + NumberText.significant(1e3 * sites.populatedFwhmEv(), 4) + " \u00b1 "
                        + NumberText.significant(1e3 * sites.populatedFwhmErrorEv(), 2) + "\u00a0meV.");
    }

    /** One picture per foreign ion: what stays behind its front, and what it takes the place of. */
    private void parts(Html page, FittedCurves.Sites sites) {
        int style = 0;
        for (final FitExperiment experiment : result.study().experiments()) {
            final FrontFoot foot =
                    FrontFoot.of(experiment.experiment(result.values())).orElse(null);
            if (foot != null && foot.nativeIon().equals(sites.ion())) {
                parts(page, sites, foot, style++);
            }
        }
    }

    private void parts(Html page, FittedCurves.Sites sites, FrontFoot foot, int style) {
        final double level = curves.fermiEnergyEv(foot.fraction()).orElse(Double.NaN);
        final double[] energy = energies(sites);
        final double[] mobile = new double[energy.length];
        final double[] rest = new double[energy.length];
        double exchanged = 0;
        for (int k = 0; k < energy.length; k++) {
            final Site site = sites.points().get(k);
            mobile[k] = energy[k] >= level ? site.populated() : 0;
            rest[k] = energy[k] >= level ? 0 : site.populated();
            exchanged += k == 0 ? 0 : (mobile[k] + mobile[k - 1]) / 2 * (energy[k] - energy[k - 1]);
        }
        page.figure(
                chart(sites, "What " + foot.foreignIon() + " takes the place of")
                        .size(720, 280)
                        .with(Series.area("", energy, rest).style(style).light())
                        .with(Series.area("mobile: exchanged", energy, mobile).style(style))
                        .with(all(sites))
                        .marker(level, "Fermi level behind the front")
                        .marker(0, "of the bulk"),
                "Sites occupied in the bulk; filled: the mobile part, whose " + sites.ion() + " makes room for "
                        + foot.foreignIon() + " (" + NumberText.significant(100 * exchanged, 3)
                        + "\u00a0% of all sites); hatched: the rest, which is still occupied behind the front, "
                        + NumberText.significant(100 * foot.fraction(), 3) + "\u00a0% of the ions ("
                        + "foot of the front by the drift limit, "
                        + NumberText.significant(1e3 * level, 3) + "\u00a0meV).");
    }
}
