package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.FittedCurves.Site;
import org.npp.cait.fit.FrontFoot;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;
import org.npp.cait.report.plot.Shading;

/** The fitted site energy distribution: its band, and what each foreign ion empties of it. */
final class FitSedSection {
    /** Top of the vertical axis over the greatest density, without and with bars above the curve. */
    private static final double PLAIN = 1.12;

    private static final double WITH_BARS = 1.45;

    private final FitResult result;
    private final FittedCurves curves;
    private final IonStyles styles;
    private final ConstrainedRanges constrained;

    FitSedSection(FitResult result, FittedCurves curves, IonStyles styles) {
        this.result = result;
        this.curves = curves;
        this.styles = styles;
        this.constrained = new ConstrainedRanges(result, styles);
    }

    void append(Html page) {
        curves.sites().ifPresent(sites -> {
            page.section("Site energy distribution");
            band(page, sites);
            parts(page, sites);
        });
    }

    private static Chart chart(FittedCurves.Sites sites, String title, double room) {
        final List<Site> points = sites.points();
        final double top = points.stream().mapToDouble(Site::high).max().orElse(1);
        final double low = points.get(0).energyEv();
        final double high = points.get(points.size() - 1).energyEv();
        return Chart.of(
                        Axis.linear("Site energy relative to the bulk Fermi level (eV)", low, high),
                        Axis.linear("Density of sites (1/eV)", 0, room * top))
                .title(title)
                .size(720, 400);
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

    private void band(Html page, FittedCurves.Sites sites) {
        final Optional<Shading> shading = constrained.byEnergy(curves);
        Chart chart = chart(
                sites, "Fitted site energy distribution of " + sites.ion(), shading.isPresent() ? WITH_BARS : PLAIN);
        chart = shading.isPresent() ? chart.shaded(shading.get()) : chart;
        chart = chart.with(Series.area("occupied in the bulk", energies(sites), populated(sites))
                        .style(styles.of(sites.ion())))
                .with(Series.band(
                                "",
                                energies(sites),
                                sites.points().stream().mapToDouble(Site::low).toArray(),
                                sites.points().stream().mapToDouble(Site::high).toArray())
                        .style(styles.of(sites.ion())))
                .with(all(sites));
        for (final FrontFoot foot : feet(sites.ion())) {
            final double level = curves.fermiEnergyEv(foot.fraction()).orElse(Double.NaN);
            chart = chart.with(
                    Series.points("foot of " + foot.foreignIon() + "\u2019s front", new double[] {level}, new double[] {
                                density(sites, level)
                            })
                            .style(styles.of(foot.foreignIon())));
        }
        page.figure(
                chart.marker(0, "Fermi level of the bulk"),
                "Sites of " + sites.ion()
                        + " per eV, the whole curve 1, with its 95\u00a0% band. The shape is assumed, its parameters are"
                        + " fitted; the band is that of their errors and says nothing about another shape. Full width at"
                        + " half maximum of the occupied part: "
                        + NumberText.significant(1e3 * sites.populatedFwhmEv(), 4) + " \u00b1 "
                        + NumberText.significant(1e3 * sites.populatedFwhmErrorEv(), 2) + "\u00a0meV."
                        + (shading.isPresent()
                                ? " Shaded: energies up to which sites are filled where the data fix D; the density there"
                                        + " follows from the slope of D(n), 1/(kT\u00a0dlnD/dn). Hatched: no datum says how"
                                        + " the sites are distributed there, only the assumed shape does."
                                : ""));
    }

    private List<FrontFoot> feet(String ion) {
        final List<FrontFoot> feet = new ArrayList<>();
        for (final FitExperiment experiment : result.study().experiments()) {
            FrontFoot.of(experiment.experiment(result.values()))
                    .filter(foot -> foot.nativeIon().equals(ion))
                    .ifPresent(feet::add);
        }
        return feet;
    }

    /** The curve at an energy, linear between its points. */
    private static double density(FittedCurves.Sites sites, double energy) {
        final List<Site> points = sites.points();
        for (int k = 1; k < points.size(); k++) {
            final Site low = points.get(k - 1);
            final Site high = points.get(k);
            if (energy >= low.energyEv() && energy <= high.energyEv()) {
                final double share = (energy - low.energyEv()) / (high.energyEv() - low.energyEv());
                return low.density() + share * (high.density() - low.density());
            }
        }
        return Double.NaN;
    }

    /** One picture per foreign ion: what stays behind its front, and what it takes the place of. */
    private void parts(Html page, FittedCurves.Sites sites) {
        for (final FrontFoot foot : feet(sites.ion())) {
            parts(page, sites, foot, styles.of(foot.foreignIon()));
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
                chart(sites, "What " + foot.foreignIon() + " takes the place of", PLAIN)
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
