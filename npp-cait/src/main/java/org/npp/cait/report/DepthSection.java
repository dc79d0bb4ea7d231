package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitResult;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;
import org.npp.core.NppState;

/** Fractions and excess charge against depth. */
final class DepthSection {
    /** Reach of the plot of the charge to either side of the front, in its widths. */
    private static final double FRONT_WIDTHS = 5;

    private final CaitCase experiment;
    private final CaitResult result;
    private final ExchangeZone zone;
    private final Scale scale;

    DepthSection(CaitResult result) {
        this.result = result;
        this.experiment = result.experiment();
        this.zone = ExchangeZone.of(result);
        this.scale = Scale.ofDepth(zone.depthShown());
    }

    void append(Html page) {
        final double time = result.finalState().time();
        final double thickness = experiment.sample().thickness();
        page.section("Depth profile");
        page.figure(
                withOutputs(fractions(720, 400, greatest())).title("Fractions against depth"),
                "Fractions n/N at the end of the run, " + Scale.ofTime(time).text(time, 4) + "; N = "
                        + NumberText.significant(experiment.bulkDensity(), 4)
                        + "\u00a0m\u207b\u00b3 is the bulk density of "
                        + IonText.natives(experiment.ions()) + ". Shown is the zone of exchange; the sample is "
                        + Scale.of(thickness, "m").text(thickness, 4) + " thick."
                        + (result.outputs().isEmpty() ? "" : " Thin curves: native fraction at the output times."));
        page.figure(
                excessCharge(),
                "Charge density over that of the native ions of the bulk. The charge attached to the surface is not in"
                        + " it.");
    }

    /** Greatest fraction that is shown, at least 1. */
    double greatest() {
        final NppState state = result.finalState();
        double greatest = 1;
        for (int k = 0; k < state.mesh().size() && state.mesh().node(k) <= zone.depthShown(); k++) {
            for (int i = 0; i < state.ionCount(); i++) {
                greatest = Math.max(greatest, result.fraction(i, k));
            }
        }
        return greatest;
    }

    /** The fractions of all ions, with the front; the axis holds the given fraction. */
    Chart fractions(int width, int height, double greatest) {
        final NppState state = result.finalState();
        final double[] depth = scale.applied(state.mesh().toArray());
        Chart chart = Chart.of(depthAxis(), Axis.linear("Fraction n/N", 0, 1.08 * greatest))
                .size(width, height);
        for (int i = 0; i < state.ionCount(); i++) {
            final double[] fraction = new double[depth.length];
            for (int k = 0; k < depth.length; k++) {
                fraction[k] = result.fraction(i, k);
            }
            chart = chart.with(Series.line(IonText.of(experiment.ions().get(i)), depth, fraction)
                    .style(i));
        }
        if (zone.frontDepth().isPresent()) {
            final double front = zone.frontDepth().getAsDouble();
            chart = chart.marker(
                    front * scale.factor(),
                    "front " + NumberText.precise(front * scale.factor(), 4) + "\u00a0" + scale.unit());
        }
        return chart;
    }

    /** The chart with the native fraction at the output times, thin and named by the time. */
    private Chart withOutputs(Chart fractions) {
        Chart chart = fractions;
        for (final NppState output : result.outputs()) {
            final double time = output.time();
            chart = chart.with(Series.line(
                            Scale.ofTime(time).text(time, 3),
                            scale.applied(output.mesh().toArray()),
                            ExchangeZone.of(experiment, output).nativeFractions())
                    .light());
        }
        return chart;
    }

    private Chart excessCharge() {
        final NppState state = result.finalState();
        final double bulk = ELEMENTARY_CHARGE
                * experiment.ions().stream()
                        .mapToDouble(ion -> ion.charge() * ion.bulkDensity())
                        .sum();
        final double[] depth = scale.applied(state.mesh().toArray());
        final double[] excess = new double[depth.length];
        for (int k = 0; k < excess.length; k++) {
            excess[k] = 1000 * state.chargeDensity(k) / bulk;
        }
        final double front = zone.frontDepth().orElse(0);
        final double reach =
                zone.frontWidth().isPresent() ? FRONT_WIDTHS * zone.frontWidth().getAsDouble() : zone.depthShown();
        final double from = Math.max(0, front - reach) * scale.factor();
        final double to = Math.min(zone.depthShown(), front + reach) * scale.factor();
        final double[] visible = IntStream.range(0, depth.length)
                .filter(k -> depth[k] >= from && depth[k] <= to)
                .mapToDouble(k -> excess[k])
                .toArray();
        final double low = Math.min(0, Arrays.stream(visible).min().orElse(0));
        final double high = Math.max(0, Arrays.stream(visible).max().orElse(0));
        final Chart chart = Chart.of(
                        Axis.linear("Depth (" + scale.unit() + ")", from, to),
                        Axis.enclosing("Excess charge (\u2030)", low, high))
                .title("Excess charge at the front")
                .size(720, 260)
                .with(Series.line("excess charge", depth, excess).style(3));
        return zone.frontDepth().isPresent() ? chart.marker(front * scale.factor(), "front") : chart;
    }

    private Axis depthAxis() {
        return Axis.linear("Depth (" + scale.unit() + ")", 0, zone.depthShown() * scale.factor());
    }
}
