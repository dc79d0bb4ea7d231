package org.npp.cait.fit;

import java.util.List;
import java.util.function.IntFunction;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.core.History;
import org.npp.core.sensitivity.ProfileSensitivity;

/** What the data of an experiment should be by a simulation. */
final class Prediction {
    /** No instances. */
    private Prediction() {}

    /** Model values, series by series. */
    static double[] of(CaitResult run, List<DataSeries> data, Observation observation) {
        final double[] all = new double[data.stream().mapToInt(DataSeries::size).sum()];
        int offset = 0;
        for (final DataSeries series : data) {
            final double[] part = switch (series.quantity()) {
                case FRACTION ->
                    observed(run, series, observation, ion -> run.finalState().densities(ion));
                case DOSE -> new double[] {last(run).charge()};
                default -> history(run.history().entries(), series);
            };
            System.arraycopy(part, 0, all, offset, part.length);
            offset += part.length;
        }
        return all;
    }

    /**
     * Derivatives of the model values of fractions and of the dose of a given current.
     *
     * @param run the run
     * @param sensitivity derivatives of its profile
     * @param current whether they are those to a factor of the current
     * @param data what was measured
     * @param observation how
     * @param factor what they are multiplied by
     */
    static double[] slopes(
            CaitResult run,
            ProfileSensitivity sensitivity,
            boolean current,
            List<DataSeries> data,
            Observation observation,
            double factor) {
        final double[] all = new double[data.stream().mapToInt(DataSeries::size).sum()];
        int offset = 0;
        for (final DataSeries series : data) {
            if (series.quantity() == DataSeries.Quantity.FRACTION) {
                final double[] part = observed(run, series, observation, sensitivity::densities);
                for (int k = 0; k < part.length; k++) {
                    all[offset + k] = factor * part[k];
                }
            } else {
                all[offset] = current ? factor * last(run).charge() : 0;
            }
            offset += series.size();
        }
        return all;
    }

    private static double[] observed(
            CaitResult run, DataSeries series, Observation observation, IntFunction<double[]> profile) {
        final double[] densities = profile.apply(ion(run, series.name()));
        final double[] seen = observation.apply(run.finalState().mesh().toArray(), densities, series.places());
        for (int k = 0; k < seen.length; k++) {
            seen[k] /= run.experiment().bulkDensity();
        }
        return seen;
    }

    private static int ion(CaitResult run, String name) {
        final List<CaitIon> ions = run.experiment().ions();
        for (int i = 0; i < ions.size(); i++) {
            if (ions.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the case has no ion " + name);
    }

    private static History.Entry last(CaitResult run) {
        final List<History.Entry> entries = run.history().entries();
        return entries.get(entries.size() - 1);
    }

    /** Linear between the time steps, constant beyond the last. */
    private static double[] history(List<History.Entry> entries, DataSeries series) {
        final double[] values = new double[series.size()];
        int next = 0;
        for (int k = 0; k < values.length; k++) {
            while (next < entries.size() && entries.get(next).time() < series.place(k)) {
                next++;
            }
            final History.Entry after = entries.get(Math.min(next, entries.size() - 1));
            final History.Entry before = entries.get(Math.max(0, Math.min(next, entries.size()) - 1));
            final double span = after.time() - before.time();
            final double share = span > 0 ? Math.min(1, (series.place(k) - before.time()) / span) : 1;
            values[k] = (1 - share) * value(before, series) + share * value(after, series);
        }
        return values;
    }

    private static double value(History.Entry entry, DataSeries series) {
        return series.quantity() == DataSeries.Quantity.CURRENT_DENSITY
                ? entry.currentDensity()
                : entry.surfacePotential();
    }
}
