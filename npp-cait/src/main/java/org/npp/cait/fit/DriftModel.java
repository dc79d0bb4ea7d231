package org.npp.cait.fit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Stage;
import org.npp.core.PhysicalConstants;

/**
 * A profile in closed form: that of the {@linkplain org.npp.core.exact.DriftLimit drift limit}, on a coarse grid of
 * compositions, with the front of the steady profile's width \( D_2/v \) in place of the jump. Far quicker than a simulation and right to some 10 %: what a fit starts from.
 *
 * <p>It describes one foreign ion that replaces one native ion of the same charge by a given current, on virgin glass.
 */
final class DriftModel {
    /** Nodes from the surface to the front, and of the front. */
    private static final int NODES = 60;

    /** Reach of the front on both sides, in widths. */
    private static final double REACH = 8;

    /** Least width of a front [m]. */
    private static final double LEAST_WIDTH = 0.2e-9;

    /** No instances. */
    private DriftModel() {}

    /** Model values of the fractions of an experiment, ion by ion; empty if the closed form does not describe the case. */
    static Optional<double[]> fractions(CaitCase experiment, Observation observation, List<DataSeries> data) {
        final OptionalInt foreign = foreign(experiment);
        if (foreign.isEmpty()) {
            return Optional.empty();
        }
        final int f = foreign.getAsInt();
        final double bulk = experiment.bulkDensity();
        final double scale =
                PhysicalConstants.ELEMENTARY_CHARGE * experiment.ions().get(f).charge() * bulk;
        double vt = 0;
        double flowing = 0;
        for (final Stage stage : experiment.stages()) {
            final double dose = stage.drive().integral(0, stage.duration());
            vt += dose / scale;
            flowing += dose > 0 ? stage.duration() : 0;
        }
        if (!(vt > 0)) {
            return Optional.empty();
        }
        final Hull hull = Hull.of(c -> c * diffusivity(experiment, 1 - f, f, c) / diffusivity(experiment, f, f, c));
        final double foot = hull.foot();
        final double front = vt * hull.frontSpeed();
        final double width = Math.max(LEAST_WIDTH, diffusivity(experiment, f, f, foot) * flowing / vt);
        final double[] nodes = nodes(front, width);
        final double[] fractions = new double[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            fractions[k] = hull.behind(nodes[k] / vt) + (1 - foot) / (1 + Math.exp((front - nodes[k]) / width));
        }
        return Optional.of(observed(experiment, f, observation, data, nodes, fractions));
    }

    private static double[] observed(
            CaitCase experiment,
            int f,
            Observation observation,
            List<DataSeries> data,
            double[] nodes,
            double[] fractions) {
        final double[] other = new double[fractions.length];
        for (int k = 0; k < other.length; k++) {
            other[k] = 1 - fractions[k];
        }
        final double[] all = new double
                [data.stream()
                        .filter(s -> s.quantity() == DataSeries.Quantity.FRACTION)
                        .mapToInt(DataSeries::size)
                        .sum()];
        int offset = 0;
        for (final DataSeries series : data) {
            if (series.quantity() == DataSeries.Quantity.FRACTION) {
                final boolean own =
                        series.name().equals(experiment.ions().get(f).name());
                final double[] seen = observation.apply(nodes, own ? other : fractions, series.places());
                System.arraycopy(seen, 0, all, offset, seen.length);
                offset += seen.length;
            }
        }
        return all;
    }

    /** Whether the closed form describes a case. */
    static boolean describes(CaitCase experiment) {
        return foreign(experiment).isPresent();
    }

    /** Index of the foreign ion of a case that the closed form describes. */
    private static OptionalInt foreign(CaitCase experiment) {
        final List<CaitIon> ions = experiment.ions();
        if (ions.size() != 2
                || ions.get(0).isNative() == ions.get(1).isNative()
                || ions.get(0).charge() != ions.get(1).charge()
                || experiment.start().isPresent()) {
            return OptionalInt.empty();
        }
        final int foreign = ions.get(0).isNative() ? 1 : 0;
        final boolean attached = experiment.stages().stream()
                .allMatch(s -> s.mode() == Stage.Mode.REST
                        || (s.mode() == Stage.Mode.CURRENT_DENSITY
                                && s.beamEnergy().isEmpty()
                                && s.ion()
                                        .filter(ions.get(foreign).name()::equals)
                                        .isPresent()));
        return attached ? OptionalInt.of(foreign) : OptionalInt.empty();
    }

    /** Diffusivity of an ion where the native fraction is c and the foreign ion makes up for the rest. */
    static double diffusivity(CaitCase experiment, int ion, int foreign, double c) {
        final double[] densities = new double[2];
        densities[1 - foreign] = c * experiment.bulkDensity();
        densities[foreign] = (1 - c) * experiment.bulkDensity();
        return experiment.ions().get(ion).diffusivity().value(ion, densities, experiment.temperature());
    }

    private static double[] nodes(double front, double width) {
        final double begin = Math.max(0.5 * front, front - REACH * width);
        return IntStream.rangeClosed(0, 2 * NODES)
                .mapToDouble(k ->
                        k < NODES ? begin * k / NODES : begin + (front + REACH * width - begin) * (k - NODES) / NODES)
                .toArray();
    }
}
