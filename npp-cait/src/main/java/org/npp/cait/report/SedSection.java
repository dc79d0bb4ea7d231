package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.List;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedFilling;
import org.npp.sed.SiteEnergyDistribution;

/** The site energy distributions with the Fermi levels before and after the run. */
final class SedSection {
    /** Points of a curve. */
    private static final int POINTS = 400;

    /** Share of the sites beyond either end of the plot. */
    private static final double TAIL = 5e-4;

    private final CaitResult result;
    private final ExchangeZone zone;

    SedSection(CaitResult result) {
        this.result = result;
        this.zone = ExchangeZone.of(result);
    }

    void append(Html page) {
        final List<CaitIon> ions = result.experiment().ions();
        if (ions.stream().noneMatch(ion -> ion.isNative() && ion.filling().isPresent())) {
            return;
        }
        page.section("Site energy distribution");
        for (int i = 0; i < ions.size(); i++) {
            if (ions.get(i).isNative() && ions.get(i).filling().isPresent()) {
                append(page, i, ions.get(i).filling().get());
            }
        }
    }

    private void append(Html page, int ion, SedFilling filling) {
        final PopulatedSed sed = filling.sed();
        final SedOccupation occupation =
                SedOccupation.of(filling, result.experiment().temperature());
        final String name = IonText.of(result.experiment().ions().get(ion));
        final double place = zone.plateauDepth().orElse(0);
        final String where =
                zone.plateauDepth().isPresent() ? "behind the front where the profile is flattest" : "at the surface";
        final double density = ExchangeZone.interpolated(
                result.finalState().mesh().toArray(), result.finalState().densities(ion), place);
        final double surface = result.finalState().density(ion, 0);
        final double after = occupation.level(density);
        final Scale scale = Scale.ofDepth(zone.depthShown());
        page.figure(
                chart(ion, sed, occupation, name, after, scale.text(place, 2) + " deep"),
                "Sites of " + name + " per eV, the whole curve 1: " + SedText.of(filling)
                        + ". Energies count from the Fermi level of the bulk. "
                        + "Assumed for this run, not measured. Filled: sites occupied in the bulk ("
                        + SedText.percent(1 - sed.vacancyFraction()) + " of all)"
                        + (sed.immobileFraction() > 0
                                ? "; hatched: those of them whose ions move ("
                                        + SedText.percent(1 - sed.immobileFraction()) + "). "
                                : ". ")
                        + "Fermi level after the run: " + where + ", " + scale.text(place, 3) + " deep, where "
                        + name + " is down to " + NumberText.significant(density / sed.bulkDensity(), 3) + ": "
                        + NumberText.significant(after, 3) + "\u00a0eV; at the surface itself "
                        + NumberText.significant(occupation.level(surface), 3)
                        + "\u00a0eV. Full width at half maximum of the occupied part: "
                        + NumberText.significant(1000 * occupation.populatedFwhm(), 4) + "\u00a0meV.");
    }

    private static Chart chart(
            int ion, PopulatedSed sed, SedOccupation occupation, String name, double after, String place) {
        final SiteEnergyDistribution shape = sed.shape();
        final double bulk = occupation.bulkLevel();
        final double low = Math.min((shape.quantile(TAIL) - bulk) / ELEMENTARY_CHARGE, after);
        final double high = Math.max((shape.complementaryQuantile(TAIL) - bulk) / ELEMENTARY_CHARGE, after);
        final double room = 0.05 * (high - low);
        final double[] energy = new double[POINTS];
        final double[] density = new double[POINTS];
        final double[] populated = new double[POINTS];
        final double[] mobile = new double[POINTS];
        double greatest = 0;
        for (int k = 0; k < POINTS; k++) {
            energy[k] = low - room + (high - low + 2 * room) * k / (POINTS - 1);
            final double absolute = bulk + energy[k] * ELEMENTARY_CHARGE;
            density[k] = shape.density(absolute) * ELEMENTARY_CHARGE;
            populated[k] = occupation.populated(absolute) * ELEMENTARY_CHARGE;
            mobile[k] = occupation.isMobile(absolute) ? populated[k] : 0;
            greatest = Math.max(greatest, density[k]);
        }
        Chart chart = Chart.of(
                        Axis.linear("Site energy relative to the bulk Fermi level (eV)", low - room, high + room),
                        Axis.linear("Density of sites (1/eV)", 0, 1.12 * greatest))
                .title("Site energy distribution of " + name)
                .with(Series.area("occupied in the bulk", energy, populated).style(ion));
        if (sed.immobileFraction() > 0) {
            chart = chart.with(Series.area("", energy, mobile).style(ion).light());
        }
        return chart.with(Series.line("all sites", energy, density).style(ion))
                .marker(0, "Fermi level before, bulk")
                .marker(after, "Fermi level after, " + place);
    }
}
