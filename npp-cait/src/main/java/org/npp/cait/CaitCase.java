package org.npp.cait;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.npp.core.NppState;

/**
 * A CAIT experiment, complete and immutable: what a case file describes, in SI units.
 *
 * @param title title
 * @param temperature temperature [K], finite, \( > 0 \)
 * @param sample the plate
 * @param ions the ions, native ones first or not; at least one native
 * @param stages the stages, run one after the other; at least one
 * @param start profile to begin from, with one density per ion in their order; empty for virgin glass
 * @param outputTimes times at which profiles are kept, from the start of the first stage [s], strictly increasing,
 *     within the experiment
 * @param numerics how to solve
 */
public record CaitCase(
        String title,
        double temperature,
        Sample sample,
        List<CaitIon> ions,
        List<Stage> stages,
        Optional<NppState> start,
        List<Double> outputTimes,
        Numerics numerics) {

    /**
     * Copies the lists and checks that the parts fit.
     *
     * @param title title
     * @param temperature temperature [K], finite, \( > 0 \)
     * @param sample the plate
     * @param ions the ions, native ones first or not; at least one native
     * @param stages the stages, run one after the other; at least one
     * @param start profile to begin from, with one density per ion in their order; empty for virgin glass
     * @param outputTimes times at which profiles are kept, from the start of the first stage [s], strictly
     *     increasing, within the experiment
     * @param numerics how to solve
     * @throws IllegalArgumentException if they do not; the message names the part
     */
    public CaitCase {
        ions = List.copyOf(ions);
        stages = List.copyOf(stages);
        outputTimes = List.copyOf(outputTimes);
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "temperature must be finite and > 0: %s K", temperature));
        }
        final HashSet<String> names = new HashSet<>();
        for (final CaitIon ion : ions) {
            if (!names.add(ion.name())) {
                throw new IllegalArgumentException("ion names must differ: " + ion.name() + " twice");
            }
        }
        if (ions.stream().noneMatch(CaitIon::isNative)) {
            throw new IllegalArgumentException("at least one ion must be native (have a bulk density)");
        }
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages must not be empty");
        }
        for (int i = 0; i < stages.size(); i++) {
            final Optional<String> ion = stages.get(i).ion();
            if (ion.isPresent() && !names.contains(ion.get())) {
                throw new IllegalArgumentException(
                        "stage " + i + ": no ion named " + ion.get() + "; ions: " + String.join(", ", names));
            }
        }
        checkOutputTimes(outputTimes, stages);
        if (start.isPresent() && start.get().ionCount() != ions.size()) {
            throw new IllegalArgumentException(
                    "start profile has " + start.get().ionCount() + " ions, the case " + ions.size());
        }
    }

    private static void checkOutputTimes(List<Double> times, List<Stage> stages) {
        final double end = stages.stream().mapToDouble(Stage::duration).sum();
        double last = 0;
        for (final double time : times) {
            if (!(time > last && time <= end)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "output times must increase strictly from above 0 to the end of the last stage, %s s: %s s",
                        end,
                        time));
            }
            last = time;
        }
    }

    /**
     * Creates a case that begins with virgin glass, keeps the final profile and is solved with default numerics.
     *
     * @param title title
     * @param temperature temperature [K], finite, \( > 0 \)
     * @param sample the plate
     * @param ions the ions, at least one native
     * @param stages the stages, at least one
     * @return the case
     * @throws IllegalArgumentException if the parts do not fit
     */
    public static CaitCase of(String title, double temperature, Sample sample, List<CaitIon> ions, List<Stage> stages) {
        return new CaitCase(title, temperature, sample, ions, stages, Optional.empty(), List.of(), Numerics.defaults());
    }

    /**
     * Changes the numerics.
     *
     * @param changed how to solve
     * @return the same experiment, solved that way
     */
    public CaitCase withNumerics(Numerics changed) {
        return new CaitCase(title, temperature, sample, ions, stages, start, outputTimes, changed);
    }

    /**
     * Returns the case as it is solved where its profiles are compared with data, or stand for data: with 2.5 times as
     * many nodes as its tolerance asks for, unless it says how many. What too few nodes add to fitted diffusivities is
     * then below a standard error of 10,000 counts; steps in time add next to nothing.
     *
     * @return the same experiment, on more nodes
     */
    public CaitCase forData() {
        return numerics.nodes().isPresent() ? this : withNumerics(numerics.withNodes(MeshPlan.nodesForData(this)));
    }

    /**
     * Returns the total bulk density of the native ions, the unit of all fractions.
     *
     * @return \( N \) [1/m&sup3;]
     */
    public double bulkDensity() {
        return ions.stream().mapToDouble(CaitIon::bulkDensity).sum();
    }

    /**
     * Returns the duration of all stages together.
     *
     * @return duration [s]
     */
    public double duration() {
        return stages.stream().mapToDouble(Stage::duration).sum();
    }
}
