package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.fit.DataSeries;
import org.npp.cait.fit.DataSeries.Quantity;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;
import org.npp.cait.report.plot.Axis;
import org.npp.cait.report.plot.Chart;
import org.npp.cait.report.plot.NumberText;
import org.npp.cait.report.plot.Series;

/** Data and model: the native profiles of all experiments in one picture, then each experiment with its residuals. */
final class FitDataSection {
    private static final double NANO = 1e9;

    /** Greatest residual that is drawn, and the least range. */
    private static final double WIDEST = 8;

    private static final double LEAST = 3.5;

    private final FitResult result;
    private final IonStyles styles;
    private final List<Fitted> all = new ArrayList<>();

    FitDataSection(FitResult result, IonStyles styles) {
        this.result = result;
        this.styles = styles;
        int offset = 0;
        for (final FitExperiment experiment : result.study().experiments()) {
            final CaitCase at = experiment.experiment(result.values());
            for (final DataSeries series : experiment.data()) {
                all.add(new Fitted(experiment, at, series, offset));
                offset += series.size();
            }
        }
    }

    /** A series and the index of its first value among all. */
    private record Fitted(FitExperiment experiment, CaitCase at, DataSeries series, int offset) {
        boolean ofNative() {
            return series.quantity() == Quantity.FRACTION
                    && at.ions().stream().anyMatch(i -> i.isNative() && i.name().equals(series.name()));
        }

        String foreign() {
            return at.ions().stream()
                    .filter(i -> !i.isNative())
                    .map(CaitIon::name)
                    .findFirst()
                    .orElse(experiment.name());
        }
    }

    void append(Html page) {
        page.section("Data and model");
        final List<Fitted> natives = all.stream().filter(Fitted::ofNative).toList();
        if (natives.size() > 1) {
            profiles(page, natives);
        }
        for (final FitExperiment experiment : result.study().experiments()) {
            final List<Fitted> own =
                    all.stream().filter(f -> f.experiment().equals(experiment)).toList();
            fractions(page, own);
            for (final Fitted f : own) {
                if (f.series().quantity() == Quantity.CURRENT_DENSITY
                        || f.series().quantity() == Quantity.SURFACE_POTENTIAL) {
                    history(page, f);
                }
            }
        }
        doses(page);
    }

    private double[] places(Fitted f, double unit) {
        final double[] x = new double[f.series().size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = f.series().place(k) * unit;
        }
        return x;
    }

    private static double[] measured(Fitted f) {
        final double[] y = new double[f.series().size()];
        for (int k = 0; k < y.length; k++) {
            y[k] = f.series().value(k);
        }
        return y;
    }

    private double[] model(Fitted f) {
        final double[] y = new double[f.series().size()];
        for (int k = 0; k < y.length; k++) {
            y[k] = result.model(f.offset() + k);
        }
        return y;
    }

    private double[] residuals(Fitted f) {
        final double[] y = new double[f.series().size()];
        for (int k = 0; k < y.length; k++) {
            y[k] = result.residual(f.offset() + k);
        }
        return y;
    }

    private static double end(double[] x) {
        return x[x.length - 1];
    }

    private void profiles(Html page, List<Fitted> natives) {
        final String ion = natives.get(0).series().name();
        double deepest = 0;
        for (final Fitted f : natives) {
            deepest = Math.max(deepest, end(places(f, NANO)));
        }
        Chart chart = Chart.of(Axis.linear("Depth (nm)", 0, deepest), Axis.linear("Fraction of " + ion, 0, 1.15))
                .title("Fraction of " + ion + " behind " + natives.size() + " foreign ions")
                .size(720, 420);
        for (final Fitted f : natives) {
            final int i = styles.of(f.foreign());
            chart = chart.with(Series.points("", places(f, NANO), measured(f)).style(i))
                    .with(Series.line(f.foreign(), places(f, NANO), model(f)).style(i));
        }
        page.figure(
                chart,
                "Points: data; curves: the fitted model as the instrument sees it. Each curve is named by the foreign ion"
                        + " that replaces " + ion + ".");
    }

    private void fractions(Html page, List<Fitted> own) {
        final List<Fitted> fractions = own.stream()
                .filter(f -> f.series().quantity() == Quantity.FRACTION)
                .toList();
        if (fractions.isEmpty()) {
            return;
        }
        final String name = fractions.get(0).experiment().name();
        final double end = end(places(fractions.get(0), NANO));
        final Axis depth = Axis.linear("Depth (nm)", 0, end);
        Chart chart =
                Chart.of(depth, Axis.linear("Fraction", 0, 1.15)).title(name).size(720, 340);
        Chart rest = Chart.of(depth, Axis.linear("Residual (\u03c3)", -reach(fractions), reach(fractions)))
                .size(720, 200)
                .with(Series.line("", new double[] {0, end}, new double[] {0, 0})
                        .style(5)
                        .light());
        double squares = 0;
        int count = 0;
        for (final Fitted f : fractions) {
            final int i = styles.of(f.series().name());
            final double[] x = places(f, NANO);
            chart = chart.with(Series.points("", x, measured(f)).style(i))
                    .with(Series.line(f.series().name(), x, model(f)).style(i));
            rest = rest.with(Series.points("", x, residuals(f)).style(i));
            for (final double r : residuals(f)) {
                squares += r * r;
                count++;
            }
        }
        page.figure(chart, "Data (points) and fitted model (curves) of " + name + ".");
        page.figure(
                rest,
                "Residuals of " + name + ", model less data in units of the errors; their mean square is "
                        + NumberText.significant(squares / count, 3)
                        + (fractions.stream().allMatch(f -> f.series().hasErrors())
                                ? "."
                                : ". The errors are not known: these are differences of fractions."));
    }

    private double reach(List<Fitted> fractions) {
        double most = 0;
        for (final Fitted f : fractions) {
            for (final double r : residuals(f)) {
                most = Math.max(most, Math.abs(r));
            }
        }
        final double least = fractions.stream().allMatch(f -> f.series().hasErrors()) ? LEAST : Double.MIN_NORMAL;
        return Math.min(WIDEST, Math.max(least, 1.1 * most));
    }

    private void history(Html page, Fitted f) {
        final double[] x = places(f, 1);
        final double[] y = measured(f);
        final double[] model = model(f);
        double low = 0;
        double high = 0;
        for (int k = 0; k < y.length; k++) {
            low = Math.min(low, Math.min(y[k], model[k]));
            high = Math.max(high, Math.max(y[k], model[k]));
        }
        final boolean current = f.series().quantity() == Quantity.CURRENT_DENSITY;
        final String what = current ? "Current density (A/m\u00b2)" : "Surface potential (V)";
        final double room = 0.08 * (high - low);
        page.figure(
                Chart.of(
                                Axis.linear("Time (s)", 0, end(x)),
                                Axis.linear(what, low < 0 ? low - room : 0, high > 0 ? high + room : 0))
                        .title(f.experiment().name())
                        .size(720, 300)
                        .with(Series.points("data", x, y).style(0))
                        .with(Series.line("model", x, model).style(1)),
                "Data and fitted model of " + f.experiment().name() + ".");
    }

    private void doses(Html page) {
        final List<Html.Row> rows = new ArrayList<>();
        for (final Fitted f : all) {
            if (f.series().quantity() == Quantity.DOSE) {
                rows.add(new Html.Row(
                        "Dose of " + f.experiment().name(),
                        NumberText.significant(f.series().value(0), 5) + " \u00b1 "
                                + NumberText.significant(f.series().error(0), 2) + "\u00a0C/m\u00b2",
                        "model " + NumberText.significant(result.model(f.offset()), 5)));
            }
        }
        if (!rows.isEmpty()) {
            page.table(rows);
        }
    }
}
