package org.npp.cait;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.npp.core.NppSolver;
import org.npp.core.NppState;
import org.npp.core.Progress;
import org.npp.core.SimulationException;
import org.npp.core.SolverOptions;
import org.npp.core.Trajectory;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;

/**
 * Simulates a {@link CaitCase}: its stages, one after the other, each from the end of the one before.
 *
 * <p>The error of the final profiles is estimated by a second, coarser run: nodes and steps are chosen so that the error
 * is proportional to the tolerance, so the difference to a run of twice the tolerance is about the error itself.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class CaitSimulation {
    /** Tolerance of the second run over that of the first. */
    private static final double COARSER = 2;

    private final CaitCase experiment;

    private CaitSimulation(CaitCase experiment) {
        this.experiment = experiment;
    }

    /**
     * Prepares the simulation of a case.
     *
     * @param experiment the case
     * @return the simulation
     */
    public static CaitSimulation of(CaitCase experiment) {
        return new CaitSimulation(experiment);
    }

    /**
     * Runs all stages and estimates the error.
     *
     * @return the result; {@link CaitResult#complete} tells whether the numerics finished
     */
    public CaitResult run() {
        return run(p -> {}, () -> false);
    }

    /**
     * Runs all stages and estimates the error.
     *
     * @param progress told after each time step; its times count from the start of the first stage
     * @param cancelled asked before each time step
     * @return the result; {@link CaitResult#complete} tells whether the numerics finished
     */
    public CaitResult run(Consumer<Progress> progress, BooleanSupplier cancelled) {
        final StageRecord fine = runStages(experiment, List.of(), progress, cancelled);
        final OptionalDouble error = fine.complete() ? estimate(fine, cancelled) : OptionalDouble.empty();
        return fine.result(experiment, error, Findings.of(experiment, fine, error));
    }

    /**
     * Runs all stages and leaves out the estimate of the error: what a fit or a benchmark wants.
     *
     * @return the result, without profile error
     */
    public CaitResult runOnce() {
        return runOnce(List.of(), () -> false);
    }

    /**
     * Runs all stages without an estimate of the error and differentiates the profiles.
     *
     * @param parameters what to differentiate to, all different; each is the same in all stages
     * @param cancelled asked before each time step
     * @return the result, whose states have the derivatives
     * @throws IllegalArgumentException if the case has no such parameter
     */
    public CaitResult runOnce(List<? extends Parameter> parameters, BooleanSupplier cancelled) {
        final StageRecord record = runStages(experiment, parameters, p -> {}, cancelled);
        return record.result(
                experiment, OptionalDouble.empty(), Findings.of(experiment, record, OptionalDouble.empty()));
    }

    private OptionalDouble estimate(StageRecord fine, BooleanSupplier cancelled) {
        final Numerics numerics = experiment.numerics();
        final double tolerance = Math.min(0.5, COARSER * numerics.tolerance());
        final OptionalInt nodes = numerics.nodes().isEmpty()
                ? numerics.nodes()
                : OptionalInt.of(
                        (int) Math.max(Numerics.LEAST_NODES, numerics.nodes().getAsInt() / Math.sqrt(COARSER)));
        final Numerics coarse = new Numerics(
                tolerance,
                nodes,
                numerics.mesh(),
                numerics.edgeDiffusivity(),
                numerics.poisson(),
                numerics.integrator());
        final StageRecord other = runStages(experiment.withNumerics(coarse), List.of(), p -> {}, cancelled);
        return other.complete()
                ? ProfileDifference.of(experiment, fine.finalState(), other.finalState())
                : OptionalDouble.empty();
    }

    private static StageRecord runStages(
            CaitCase experiment,
            List<? extends Parameter> parameters,
            Consumer<Progress> progress,
            BooleanSupplier cancelled) {
        final Mesh mesh = MeshPlan.of(experiment);
        final double end = experiment.duration();
        final StageRecord record = new StageRecord();
        Optional<NppState> start = experiment.start().map(CaitSimulation::atZero);
        double begin = 0;
        for (int i = 0; i < experiment.stages().size(); i++) {
            final int stepsBefore = record.steps();
            final SolverOptions options = options(experiment.numerics())
                    .withProgress(p -> progress.accept(new Progress(p.time(), end, stepsBefore + p.step())))
                    .withCancelled(cancelled);
            final double duration = experiment.stages().get(i).duration();
            try {
                final Trajectory trajectory = NppSolver.of(options)
                        .evolve(
                                StageProblem.of(experiment, i, begin, mesh, start),
                                duration,
                                parameters,
                                outputTimes(experiment, i, begin, begin + duration));
                record.add(trajectory);
                start = Optional.of(trajectory.finalState());
            } catch (SimulationException e) {
                record.fail(e.failure(), e.partial());
                return record;
            }
            begin = begin + duration;
        }
        return record;
    }

    private static SolverOptions options(Numerics numerics) {
        return SolverOptions.defaults()
                .withTolerance(numerics.tolerance())
                .withIntegrator(numerics.integrator())
                .withMeshMotion(numerics.mesh())
                .withEdgeDiffusivity(numerics.edgeDiffusivity())
                .withPoisson(numerics.poisson());
    }

    private static NppState atZero(NppState state) {
        final double[][] densities = new double[state.ionCount()][];
        for (int i = 0; i < densities.length; i++) {
            densities[i] = state.densities(i);
        }
        final double[] charge = new double[state.mesh().size()];
        for (int k = 0; k < charge.length; k++) {
            charge[k] = state.chargeDensity(k);
        }
        return NppState.of(0, state.mesh(), state.potentials(), densities, charge, state.surfaceCharge());
    }

    /** Output times within a stage; one at the very end must not be lost to the rounding of the stages' sum. */
    private static double[] outputTimes(CaitCase experiment, int stage, double begin, double end) {
        final boolean last = stage == experiment.stages().size() - 1;
        return experiment.outputTimes().stream()
                .mapToDouble(time -> last ? Math.min(time, end) : time)
                .filter(time -> time > begin && time <= end)
                .toArray();
    }
}
