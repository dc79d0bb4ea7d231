package org.npp.cait.fit;

import java.util.List;
import java.util.OptionalDouble;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Stage;
import org.npp.core.PhysicalConstants;

/** Compares the charge that a measured profile holds with the one that has flowed, by the fitted scales. */
final class DoseCheck {
    /** Relative difference that is worth a word. */
    private static final double TOLERANCE = 0.05;

    /** Foreign fraction at the end of a profile, from which on it is not all there. */
    private static final double CUT_OFF = 0.2;

    /** No instances. */
    private DoseCheck() {}

    /** Tells where e z times the content of foreign ions, and the charge that has flowed, disagree. */
    static void check(FitExperiment experiment, double[] values, Findings findings) {
        final CaitCase at = experiment.experiment(values);
        final boolean given = at.start().isEmpty()
                && at.stages().stream()
                        .allMatch(s -> s.mode() != Stage.Mode.POTENTIAL
                                && s.beamEnergy().isEmpty());
        if (!given) {
            return;
        }
        final double flowed = at.stages().stream()
                .mapToDouble(s -> s.drive().integral(0, s.duration()))
                .sum();
        final OptionalDouble found = content(experiment, at, experiment.observation(values));
        if (found.isPresent() && !(Math.abs(found.getAsDouble() - flowed) <= TOLERANCE * flowed)) {
            findings.dose(experiment.name(), found.getAsDouble(), flowed);
        }
    }

    /** Charge of the foreign ions of the measured profile, or of what is missing of the only native ion [C/m^2]. */
    private static OptionalDouble content(FitExperiment experiment, CaitCase at, Observation seen) {
        double sum = 0;
        boolean all = true;
        for (final CaitIon ion : at.ions()) {
            if (!ion.isNative()) {
                final OptionalDouble depth = depth(experiment, ion, false, seen);
                all &= depth.isPresent();
                sum += ion.charge() * depth.orElse(0);
            }
        }
        final List<CaitIon> natives =
                at.ions().stream().filter(CaitIon::isNative).toList();
        if (!all && natives.size() == 1) {
            final OptionalDouble depth = depth(experiment, natives.get(0), true, seen);
            all = depth.isPresent();
            sum = natives.get(0).charge() * depth.orElse(0);
        }
        return all
                ? OptionalDouble.of(PhysicalConstants.ELEMENTARY_CHARGE * at.bulkDensity() * sum)
                : OptionalDouble.empty();
    }

    /** Integral of a fraction, or of what it lacks to 1, over depth; empty if it is not there to its end [m]. */
    private static OptionalDouble depth(FitExperiment experiment, CaitIon ion, boolean lack, Observation seen) {
        for (final DataSeries series : experiment.data()) {
            if (series.quantity() == DataSeries.Quantity.FRACTION
                    && series.name().equals(ion.name())) {
                final double end = value(series, series.size() - 1, lack, seen);
                return end <= CUT_OFF
                        ? OptionalDouble.of(seen.depthScale() * integral(series, lack, seen))
                        : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    private static double value(DataSeries series, int k, boolean lack, Observation seen) {
        final double fraction = series.value(k) / seen.intensityScale();
        return lack ? 1 - fraction : fraction;
    }

    /** By the trapezoidal rule, constant to the surface. */
    private static double integral(DataSeries series, boolean lack, Observation seen) {
        double sum = series.place(0) * value(series, 0, lack, seen);
        for (int k = 1; k < series.size(); k++) {
            sum += (value(series, k, lack, seen) + value(series, k - 1, lack, seen))
                    / 2
                    * (series.place(k) - series.place(k - 1));
        }
        return sum;
    }
}
