package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.npp.cait.CaitCase;
import org.npp.cait.inversion.InvertedProfile;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Origin;
import org.npp.cait.inversion.InvertedProfile.Sites;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;

/**
 * The report of a direct inversion: profile with the range that was used, diffusivities and sites with their bands, and
 * where each formula holds. <strong>Threading.</strong> Thread-safe.
 */
public final class InversionReport {
    private static final double NANO = 1e9;

    private final InvertedProfile inverted;
    private final MeasuredProfile measured;

    private InversionReport(InvertedProfile inverted, MeasuredProfile measured) {
        this.inverted = inverted;
        this.measured = measured;
    }

    /**
     * Writes the page.
     *
     * @param inverted what was found
     * @param measured the profile
     * @param experiment the case
     * @param caseYaml the resolved case, shown as it is
     * @param provenance program, case and date
     * @return the page, HTML 5 that is well-formed XML too
     */
    public static String html(
            InvertedProfile inverted,
            MeasuredProfile measured,
            CaitCase experiment,
            String caseYaml,
            Provenance provenance) {
        final Html page = new Html();
        page.element("h1", "", experiment.title());
        page.element(
                "p",
                "kind",
                "Direct inversion of a " + (measured.synthetic() ? "synthetic" : "measured")
                        + " depth profile: diffusivities without simulation. Current, dose, D of "
                        + inverted.foreignIon()
                        + " and the bulk values are those of the case at the end of the page.");
        if (measured.synthetic()) {
            page.element("p", "warning", "The profile is synthetic: a program made it up. Nothing here was measured.");
        }
        inverted.warnings().forEach(w -> page.element("p", "warning", "Warning: " + w));
        final InversionReport report = new InversionReport(inverted, measured);
        page.table(report.keyNumbers());
        page.paragraph(inverted.reliability());
        report.profile(page);
        report.diffusivities(page);
        report.sites(page);
        report.formulas(page);
        page.section("Case").element("pre", "", caseYaml);
        page.element(
                "footer",
                "",
                "npp " + provenance.version() + ", " + provenance.date() + ", SHA-256 of the case "
                        + provenance.caseSha256());
        return Report.page(experiment.title(), page);
    }

    private static String nano(double depth) {
        return NumberText.significant(depth * NANO, 4) + "\u00a0nm";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }

    private List<Html.Row> keyNumbers() {
        final List<Diffusivity> fan = inverted.of(Origin.FAN).toList();
        return List.of(
                new Html.Row(
                        "Depth of the front",
                        nano(inverted.frontDepth()),
                        inverted.nativeIon() + " is down to one half"),
                new Html.Row(
                        "Dose found",
                        nano(inverted.foreignContent()),
                        "of " + nano(inverted.vt()) + " that the case's current brings"),
                new Html.Row(
                        "Inverted behind the front",
                        nano(inverted.toldFrom()) + " to " + nano(inverted.toldTo()),
                        inverted.nativeIon() + " from "
                                + NumberText.significant(fan.get(0).fraction(), 3) + " to "
                                + NumberText.significant(fan.get(fan.size() - 1).fraction(), 3)),
                new Html.Row(
                        "Valid within 10\u00a0%",
                        inverted.validFrom().isPresent()
                                ? nano(inverted.validFrom().getAsDouble()) + " to " + nano(inverted.toldTo())
                                : "at no depth",
                        inverted.validFrom().isPresent() ? "noise apart" : "diffusion spoils it"),
                new Html.Row(
                        "Error of the method",
                        "\u2264 " + percent(inverted.greatestError()),
                        "of D, in the band below: so much at " + nano(inverted.toldFrom()) + ", "
                                + percent(inverted.leastError()) + " at " + nano(inverted.toldTo())),
                new Html.Row(
                        "Diffusion length D/v",
                        nano(inverted.diffusionLength()),
                        "of " + inverted.foreignIon() + "; without the correction for diffusion D would come out "
                                + percent(Math.abs(inverted.diffusionBias()))
                                + (inverted.diffusionBias() < 0 ? " too low" : " too high") + " on the mean, up to "
                                + percent(Math.abs(inverted.greatestDiffusionBias()))));
    }

    private void profile(Html page) {
        final double[] x = scaled(measured.depths());
        final int direct = measured.ions().indexOf(inverted.nativeIon());
        final int ion = Math.max(0, direct);
        final double[] c = measured.fractions(ion);
        if (direct < 0) {
            Arrays.setAll(c, k -> 1 - c[k]);
        }
        final double end = Math.min(x[x.length - 1], 1.3 * inverted.frontDepth() * NANO);
        final Series points = measured.hasSigmas(ion)
                ? Series.points("profile", x, c, measured.sigmas(ion))
                : Series.points("profile", x, c);
        page.section("Profile");
        page.figure(
                Chart.of(Axis.linear("Depth (nm)", 0, end), Axis.linear("Fraction of " + inverted.nativeIon(), 0, 1.12))
                        .title("Fraction of " + inverted.nativeIon() + " against depth")
                        .size(720, 400)
                        .with(points.style(0))
                        .with(Series.line("smoothed", scaled(array(inverted.depths())), array(inverted.smoothed()))
                                .style(1))
                        .marker(inverted.toldFrom() * NANO, "inverted from")
                        .marker(inverted.toldTo() * NANO, "to"),
                "Profile and its smoothed part behind the front; smoothing by generalised cross-validation, worth "
                        + NumberText.significant(inverted.effectiveParameters(), 3) + " parameters.");
    }

    private void diffusivities(Html page) {
        final List<Diffusivity> fan = inverted.of(Origin.FAN).toList();
        final List<Diffusivity> front = inverted.of(Origin.FRONT).toList();
        final List<Diffusivity> between = inverted.of(Origin.INTERPOLATED).toList();
        final double low = fan.stream().mapToDouble(Diffusivity::low).min().orElse(1e-30);
        final double high =
                Math.max(inverted.bulkDiffusivity(), fan.get(fan.size() - 1).high());
        Chart chart = Chart.of(
                        Axis.log(
                                "Fraction of " + inverted.nativeIon(),
                                fan.get(0).fraction() / 1.5,
                                1.2),
                        Axis.log("Diffusivity (m\u00b2/s)", low / 3, high * 3))
                .title("Diffusivity of " + inverted.nativeIon())
                .size(720, 420)
                .with(Series.band(
                                "95\u00a0% band",
                                fan.stream().mapToDouble(Diffusivity::fraction).toArray(),
                                fan.stream().mapToDouble(Diffusivity::low).toArray(),
                                fan.stream().mapToDouble(Diffusivity::high).toArray())
                        .style(0))
                .with(line("behind the front", fan).style(0))
                .with(Series.line(
                                "without diffusion",
                                fan.stream().mapToDouble(Diffusivity::fraction).toArray(),
                                fan.stream()
                                        .mapToDouble(Diffusivity::uncorrected)
                                        .toArray())
                        .style(2)
                        .light());
        if (!front.isEmpty()) {
            chart = chart.with(Series.points(
                            "front",
                            front.stream().mapToDouble(Diffusivity::fraction).toArray(),
                            front.stream().mapToDouble(Diffusivity::value).toArray())
                    .style(1));
        }
        if (!between.isEmpty()) {
            chart = chart.with(line("interpolated", between).style(3).light());
        }
        chart = chart.with(
                Series.points("bulk, of the case", new double[] {1}, new double[] {inverted.bulkDiffusivity()})
                        .style(3));
        page.section("Diffusivity");
        page.figure(
                chart,
                "Effective (conductivity) diffusion coefficient of " + inverted.nativeIon() + " at "
                        + NumberText.significant(inverted.temperature(), 5)
                        + "\u00a0K. The profile fixes what has a band or a point of the front; the rest is interpolated to"
                        + " the bulk diffusivity of the case. The band holds noise and the error of the method.");
    }

    private static Series line(String label, List<Diffusivity> values) {
        return Series.line(
                label,
                values.stream().mapToDouble(Diffusivity::fraction).toArray(),
                values.stream().mapToDouble(Diffusivity::value).toArray());
    }

    private void sites(Html page) {
        page.section("Sites");
        final List<Sites> known =
                inverted.sites().stream().filter(Sites::constrained).toList();
        final List<Sites> between =
                inverted.sites().stream().filter(s -> !s.constrained()).toList();
        if (known.size() < 2) {
            page.paragraph("The diffusivity does not rise with the density: no site energy distribution gives it.");
            return;
        }
        final double unit = ELEMENTARY_CHARGE / inverted.bulkDensity();
        final double top =
                inverted.sites().stream().mapToDouble(Sites::density).max().orElse(1) * unit;
        Chart chart = Chart.of(
                        Axis.linear(
                                "Energy relative to the bulk Fermi level (eV)",
                                1.08 * known.get(0).energy() / ELEMENTARY_CHARGE,
                                0.02),
                        Axis.linear("Sites per ion (1/eV)", 0, 1.3 * top))
                .title("Density of sites of " + inverted.nativeIon())
                .size(720, 380)
                .with(Series.band(
                                "95\u00a0% band",
                                energies(known),
                                known.stream().mapToDouble(s -> s.low() * unit).toArray(),
                                known.stream().mapToDouble(s -> s.high() * unit).toArray())
                        .style(0))
                .with(Series.line("behind the front", energies(known), densities(known, unit))
                        .style(0));
        if (!between.isEmpty()) {
            chart = chart.with(Series.line("interpolated", energies(between), densities(between, unit))
                    .style(3)
                    .light());
        }
        page.figure(
                chart,
                "Sites per volume and energy over the bulk density, from the slope of ln D: 1/(kT d\u2009ln D/dn). Between"
                        + " the profile and the bulk it is the smoothest distribution that leads there, not a result.");
    }

    private static double[] energies(List<Sites> sites) {
        return sites.stream().mapToDouble(s -> s.energy() / ELEMENTARY_CHARGE).toArray();
    }

    private static double[] densities(List<Sites> sites, double unit) {
        return sites.stream().mapToDouble(s -> s.density() * unit).toArray();
    }

    private void formulas(Html page) {
        final List<String> items = new ArrayList<>();
        items.add("Behind the front: the balance of " + inverted.nativeIon()
                + " with drift and diffusion, each composition decaying at a rate of its own. It holds from five diffusion"
                + " lengths and two widths of the depth resolution below the surface to six and one and a half before the"
                + " front: " + nano(inverted.toldFrom()) + " to " + nano(inverted.toldTo())
                + ". There its own error was within the bound told above in all cases tried, and the band holds it.");
        items.add("ln D is taken as a quadratic in ln n there: structure that is narrower is not seen.");
        items.add("At the front: the steady front of constant D of " + inverted.foreignIon()
                + ", only for D of " + inverted.nativeIon()
                + " below ten times that, and only where the depth resolution is"
                + " known and at most a tenth of the front's width. Points used: "
                + inverted.of(Origin.FRONT).count() + ".");
        items.add("Beyond: where D of " + inverted.nativeIon() + " is more than 50 times that of "
                + inverted.foreignIon() + " a profile does not depend on it, and nothing can be inverted.");
        items.add(
                "One foreign ion of constant, known diffusivity, of the same charge as the native one; a glass that is"
                        + " neutral; no ion left out of the profile.");
        page.section("Where the formulas hold").list(items);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] scaled(double[] depths) {
        return Arrays.stream(depths).map(x -> x * NANO).toArray();
    }
}
