package org.npp.core;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.linear.LinearSolver;
import org.npp.core.time.Integrator;

/**
 * How a problem is solved. {@link #defaults} fit every problem; the {@code with…} methods change one option.
 *
 * <p><strong>Threading.</strong> Instances are immutable; {@code progress} and {@code cancelled} are called on the
 * solving thread.
 *
 * @param tolerance aim for the error of the depth profiles, as a fraction of the bulk density, in (0, 0.5]; sets the
 *     control of the time step
 * @param integrator formula of the time derivative
 * @param meshMotion whether nodes follow the fronts
 * @param edgeDiffusivity diffusivity that stands for an edge
 * @param poisson how the potential is tied to the charge
 * @param linearSolver solver of the linear systems of a step
 * @param maxSteps most time steps, accepted and rejected, \( \ge 1 \)
 * @param progress called after each accepted step
 * @param cancelled asked before each step; {@code true} ends the run with {@link Termination#CANCELLED}
 * @param denseOutput whether every level is kept, for {@link Trajectory#dense}
 */
public record SolverOptions(
        double tolerance,
        Integrator integrator,
        MeshMotion meshMotion,
        EdgeDiffusivity edgeDiffusivity,
        PoissonModel poisson,
        LinearSolver linearSolver,
        int maxSteps,
        Consumer<Progress> progress,
        BooleanSupplier cancelled,
        boolean denseOutput) {

    /**
     * Checks the numbers.
     *
     * @param tolerance aim for the error of the depth profiles, as a fraction of the bulk density, in (0, 0.5]; sets
     *     the control of the time step
     * @param integrator formula of the time derivative
     * @param meshMotion whether nodes follow the fronts
     * @param edgeDiffusivity diffusivity that stands for an edge
     * @param poisson how the potential is tied to the charge
     * @param linearSolver solver of the linear systems of a step
     * @param maxSteps most time steps, accepted and rejected, \( \ge 1 \)
     * @param progress called after each accepted step
     * @param cancelled asked before each step; {@code true} ends the run with {@link Termination#CANCELLED}
     * @param denseOutput whether every level is kept, for {@link Trajectory#dense}
     * @throws IllegalArgumentException if tolerance or step limit is out of range
     */
    public SolverOptions {
        if (!(tolerance > 0 && tolerance <= 0.5)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "tolerance must be in (0, 0.5]: %s", tolerance));
        }
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps must be >= 1: " + maxSteps);
        }
    }

    /** The hook that does nothing: it needs no object for every step. */
    static final Consumer<Progress> NO_PROGRESS = p -> {};

    /**
     * Returns the default options: tolerance 1e-3, BDF2, nodes that follow the fronts, centred fluxes, full
     * Poisson, block elimination, at most 1,000,000 steps.
     *
     * @return the defaults
     */
    public static SolverOptions defaults() {
        return new SolverOptions(
                1e-3,
                Integrator.BDF2,
                MeshMotion.FOLLOW_FRONTS,
                EdgeDiffusivity.CENTRED,
                PoissonModel.FULL,
                LinearSolver.BLOCK_THOMAS,
                1_000_000,
                NO_PROGRESS,
                () -> false,
                false);
    }

    /**
     * Changes the tolerance.
     *
     * @param value aim for the error of the depth profiles [1], in (0, 0.5]
     * @return changed options
     */
    public SolverOptions withTolerance(double value) {
        return new SolverOptions(
                value,
                integrator,
                meshMotion,
                edgeDiffusivity,
                poisson,
                linearSolver,
                maxSteps,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the integrator.
     *
     * @param value formula of the time derivative
     * @return changed options
     */
    public SolverOptions withIntegrator(Integrator value) {
        return new SolverOptions(
                tolerance,
                value,
                meshMotion,
                edgeDiffusivity,
                poisson,
                linearSolver,
                maxSteps,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the motion of the mesh.
     *
     * @param value whether nodes follow the fronts
     * @return changed options
     */
    public SolverOptions withMeshMotion(MeshMotion value) {
        return new SolverOptions(
                tolerance,
                integrator,
                value,
                edgeDiffusivity,
                poisson,
                linearSolver,
                maxSteps,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the edge diffusivity.
     *
     * @param value diffusivity that stands for an edge
     * @return changed options
     */
    public SolverOptions withEdgeDiffusivity(EdgeDiffusivity value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                value,
                poisson,
                linearSolver,
                maxSteps,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the model of the potential.
     *
     * @param value how the potential is tied to the charge
     * @return changed options
     */
    public SolverOptions withPoisson(PoissonModel value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                edgeDiffusivity,
                value,
                linearSolver,
                maxSteps,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the solver of the linear systems. Derivatives to parameters and impedances always use the default one.
     *
     * @param value solver of the linear systems of a step
     * @return changed options
     */
    public SolverOptions withLinearSolver(LinearSolver value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                edgeDiffusivity,
                poisson,
                value,
                maxSteps,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the step limit.
     *
     * @param value most time steps, \( \ge 1 \)
     * @return changed options
     */
    public SolverOptions withMaxSteps(int value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                edgeDiffusivity,
                poisson,
                linearSolver,
                value,
                progress,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the progress hook.
     *
     * @param value called after each accepted step
     * @return changed options
     */
    public SolverOptions withProgress(Consumer<Progress> value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                edgeDiffusivity,
                poisson,
                linearSolver,
                maxSteps,
                value,
                cancelled,
                denseOutput);
    }

    /**
     * Changes the cancel hook.
     *
     * @param value asked before each step
     * @return changed options
     */
    public SolverOptions withCancelled(BooleanSupplier value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                edgeDiffusivity,
                poisson,
                linearSolver,
                maxSteps,
                progress,
                value,
                denseOutput);
    }

    /**
     * Changes whether the state can be asked for at any time of the run.
     *
     * @param value whether every level is kept
     * @return changed options
     */
    public SolverOptions withDenseOutput(boolean value) {
        return new SolverOptions(
                tolerance,
                integrator,
                meshMotion,
                edgeDiffusivity,
                poisson,
                linearSolver,
                maxSteps,
                progress,
                cancelled,
                value);
    }
}
