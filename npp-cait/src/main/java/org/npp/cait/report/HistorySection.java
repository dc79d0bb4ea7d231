package org.npp.cait.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.npp.cait.CaitResult;
import org.npp.cait.Stage;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.Series;
import org.npp.core.History;

/** Current density, surface potential and depth of the front against time. */
final class HistorySection {
    private final CaitResult result;
    private final List<History.Entry> entries;
    private final Scale time;

    HistorySection(CaitResult result) {
        this.result = result;
        this.entries = result.history().entries();
        this.time = Scale.ofTime(
                entries.isEmpty() ? 0 : entries.get(entries.size() - 1).time());
    }

    void append(Html page) {
        page.section("Current and surface potential");
        if (entries.size() < 2) {
            page.paragraph("No time step was finished.");
            return;
        }
        final List<History.Entry> steps = entries.subList(1, entries.size());
        page.figure(
                chart("Current density", "A/m\u00b2", steps, History.Entry::currentDensity, 0),
                "Total current density, displacement current included; mean over each time step.");
        page.figure(
                chart("Surface potential", "V", entries, History.Entry::surfacePotential, 1),
                "Potential of the front surface against the grounded back electrode.");
    }

    private Chart chart(
            String name, String unit, List<History.Entry> shown, ToDoubleFunction<History.Entry> value, int style) {
        final double[] raw = shown.stream().mapToDouble(value).toArray();
        final Scale scale = Scale.of(Arrays.stream(raw).map(Math::abs).max().orElse(0), unit);
        final double[] values = scale.applied(raw);
        final double[] times =
                time.applied(shown.stream().mapToDouble(History.Entry::time).toArray());
        final double low = Math.min(0, Arrays.stream(values).min().orElse(0));
        final double high = Math.max(0, Arrays.stream(values).max().orElse(0));
        final double begin = time.factor() * entries.get(0).time();
        Chart chart = Chart.of(
                        Axis.linear("Time (" + time.unit() + ")", begin, times[times.length - 1]),
                        Axis.enclosing(name + " (" + scale.unit() + ")", low, high))
                .title(name + " against time")
                .size(720, 260)
                .with(Series.line(name.toLowerCase(Locale.ROOT), times, values).style(style));
        double end = 0;
        final List<Stage> stages = result.experiment().stages();
        for (int s = 1; s < stages.size(); s++) {
            end += stages.get(s - 1).duration();
            chart = chart.marker(end * time.factor(), stageName(s, stages.get(s)));
        }
        return chart;
    }

    private String stageName(int index, Stage stage) {
        final String ion = stage.ion()
                .map(name -> IonText.named(result.experiment().ions(), name))
                .orElse("rest");
        return "stage " + (index + 1) + ": " + ion;
    }
}
