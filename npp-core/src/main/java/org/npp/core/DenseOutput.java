package org.npp.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.npp.core.mesh.Mesh;

/**
 * The state at any time of a run, interpolated between the accepted steps as the time formula sees them: at fixed node
 * index, parabolas through three levels after a step of second order, straight lines after one of first.
 *
 * <p>Interpolated are the positions of the nodes, the amounts \( V_k n_{i,k} \) and charges \( V_k \rho_k \) of the
 * cells, the field of the edges and the surface charge. So the amount of each ion is the interpolated amount &ndash;
 * that of an ion that does not pass the surfaces stays the same to rounding &ndash;, Gauss's law holds as at the steps,
 * and a uniform profile stays uniform on nodes that move. No density is negative: where a parabola would be, by more
 * than 1e-8 of the ion's mean, it is flattened towards the line for all cells and ions at once; what is still below 0 is
 * set to 0, and the rest of that ion scaled to keep its amount. At an accepted step the state is that of the step.
 *
 * <p><strong>Accuracy.</strong> Between steps an error of third order in the step is added (second, after steps of first
 * order; {@code DenseOutputTest}), as much as the formula makes in one step. The potential is summed from the back.
 * <strong>Threading.</strong> Instances are immutable and thread-safe. All levels are kept: steps &times; nodes &times;
 * (ions + 3) numbers.
 */
public final class DenseOutput {
    /** Negative amounts up to this share of the ion's mean amount are set to 0 and taken from its other cells [1]. */
    private static final double NEGLIGIBLE = 1e-8;

    /** Share of its linearly interpolated length that an edge keeps at least [1]. */
    private static final double LEAST_EDGE = 0.5;

    private final double[] times;
    private final NppState[] levels;

    /** Whether the step to a level and the one before belong to one smooth piece of second order. */
    private final boolean[] curved;

    DenseOutput(NppState[] levels, boolean[] curved) {
        this.levels = levels;
        this.curved = curved;
        times = Arrays.stream(levels).mapToDouble(NppState::time).toArray();
    }

    /**
     * Returns the time of the first level.
     *
     * @return begin of the run [s]
     */
    public double begin() {
        return times[0];
    }

    /**
     * Returns the time of the last level.
     *
     * @return end of the run, or of what was computed of it [s]
     */
    public double end() {
        return times[times.length - 1];
    }

    /**
     * Returns the number of levels.
     *
     * @return accepted steps and the start
     */
    public int size() {
        return times.length;
    }

    /**
     * Returns a level.
     *
     * @param index 0 for the start
     * @return the state after that step
     */
    public NppState level(int index) {
        return levels[index];
    }

    /**
     * Returns the state at a time.
     *
     * @param time time [s], from {@link #begin} to {@link #end}
     * @return the state, with its own mesh
     * @throws IllegalArgumentException if the time is not within the run
     */
    public NppState at(double time) {
        if (!(time >= begin() && time <= end())) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "time must be within the run, %s to %s s: %s s", begin(), end(), time));
        }
        final int found = Arrays.binarySearch(times, time);
        return found >= 0 ? levels[found] : between(-found - 1, time);
    }

    private NppState between(int right, double time) {
        final Blend blend = Blend.of(times, right, time, curved[right]);
        final NppState[] around = {levels[Math.max(0, right - 2)], levels[right - 1], levels[right]};
        final int nodes = levels[right].mesh().size();
        final int ions = levels[right].ionCount();
        final double[][] x = values(around, s -> s.mesh().toArray());
        double curvature = edgeLimit(blend, x);
        final double[][][] amounts = new double[ions][][];
        for (int i = 0; i < ions; i++) {
            final int ion = i;
            amounts[i] = values(around, s -> amounts(s, s.densities(ion)));
            curvature = Math.min(curvature, signLimit(blend, amounts[i]));
        }
        final Blend limited = blend.withCurvature(curvature);
        final Mesh mesh = Mesh.of(limited.mix(x));
        final double[] volumes = volumes(mesh);
        final double[][] densities = new double[ions][];
        for (int i = 0; i < ions; i++) {
            densities[i] = over(positive(limited.mix(amounts[i])), volumes);
        }
        final double[] charges = over(limited.mix(values(around, s -> amounts(s, charges(s)))), volumes);
        final double[] fields = limited.mix(values(around, DenseOutput::fields));
        final double[] potential = new double[nodes];
        potential[nodes - 1] = limited.mix(
                around[0].potential(nodes - 1), around[1].potential(nodes - 1), around[2].potential(nodes - 1));
        for (int k = nodes - 2; k >= 0; k--) {
            potential[k] = potential[k + 1] + fields[k] * (mesh.node(k + 1) - mesh.node(k));
        }
        final double surface =
                limited.mix(around[0].surfaceCharge(), around[1].surfaceCharge(), around[2].surfaceCharge());
        return NppState.of(time, mesh, potential, densities, charges, surface);
    }

    private static double[][] values(NppState[] states, Function<NppState, double[]> of) {
        return new double[][] {of.apply(states[0]), of.apply(states[1]), of.apply(states[2])};
    }

    private static double[] charges(NppState state) {
        final double[] charges = new double[state.mesh().size()];
        for (int k = 0; k < charges.length; k++) {
            charges[k] = state.chargeDensity(k);
        }
        return charges;
    }

    private static double[] fields(NppState state) {
        final double[] fields = new double[state.mesh().size() - 1];
        for (int k = 0; k < fields.length; k++) {
            fields[k] = (state.potential(k) - state.potential(k + 1))
                    / (state.mesh().node(k + 1) - state.mesh().node(k));
        }
        return fields;
    }

    private static double[] amounts(NppState state, double[] densities) {
        final double[] amounts = volumes(state.mesh());
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] *= densities[k];
        }
        return amounts;
    }

    private static double[] volumes(Mesh mesh) {
        final double[] volumes = new double[mesh.size()];
        for (int k = 1; k < volumes.length; k++) {
            final double half = 0.5 * (mesh.node(k) - mesh.node(k - 1));
            volumes[k - 1] += half;
            volumes[k] += half;
        }
        return volumes;
    }

    private static double[] over(double[] amounts, double[] volumes) {
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] /= volumes[k];
        }
        return amounts;
    }

    /** Largest share of the curvature at which no edge shrinks unduly. */
    private static double edgeLimit(Blend blend, double[][] x) {
        double limit = 1;
        for (int k = 1; k < x[2].length; k++) {
            final double line = blend.line(x[1][k] - x[1][k - 1], x[2][k] - x[2][k - 1]);
            final double bend = blend.bend(x[0][k] - x[0][k - 1], x[1][k] - x[1][k - 1], x[2][k] - x[2][k - 1]);
            limit = line + limit * bend < LEAST_EDGE * line ? (LEAST_EDGE - 1) * line / bend : limit;
        }
        return limit;
    }

    /** Largest share of the curvature at which no amount is negative but for what can be neglected. */
    private static double signLimit(Blend blend, double[][] amounts) {
        final double floor = -NEGLIGIBLE * Arrays.stream(amounts[1]).sum() / amounts[1].length;
        double limit = 1;
        for (int k = 0; k < amounts[2].length; k++) {
            final double line = blend.line(amounts[1][k], amounts[2][k]);
            final double bend = blend.bend(amounts[0][k], amounts[1][k], amounts[2][k]);
            limit = line + limit * bend < floor ? (floor - line) / bend : limit;
        }
        return limit;
    }

    /** Sets what is left below 0 to 0 and scales the rest to the same sum. */
    private static double[] positive(double[] amounts) {
        double sum = 0;
        double kept = 0;
        for (int k = 0; k < amounts.length; k++) {
            sum += amounts[k];
            amounts[k] = Math.max(0, amounts[k]);
            kept += amounts[k];
        }
        for (int k = 0; kept > sum && k < amounts.length; k++) {
            amounts[k] *= Math.max(0, sum) / kept;
        }
        return amounts;
    }
}
