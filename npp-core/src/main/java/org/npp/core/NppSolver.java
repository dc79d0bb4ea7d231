package org.npp.core;

import java.util.List;
import org.npp.core.impedance.ImpedanceSpectrum;
import org.npp.core.sensitivity.Parameter;

/**
 * Solves Nernst&ndash;Planck&ndash;Poisson problems: in time, for the steady state, and for a small alternating current.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe; each call has its own workspace.
 */
public final class NppSolver {
    /** The options. */
    private final SolverOptions options;

    private NppSolver(SolverOptions options) {
        this.options = options;
    }

    /**
     * Creates a solver.
     *
     * @param options how to solve
     * @return the solver
     */
    public static NppSolver of(SolverOptions options) {
        return new NppSolver(options);
    }

    /**
     * Evolves a problem in time.
     *
     * @param problem the problem; the run begins at the time of its start profile, or at 0
     * @param duration how long [s], finite, \( > 0 \)
     * @param outputTimes times at which states are kept [s], increasing, within the run. Not modified.
     * @return states, history and statistics
     * @throws IllegalArgumentException if duration or output times break a rule
     * @throws SimulationException if the run can't be finished; it carries what was computed
     */
    public Trajectory evolve(NppProblem problem, double duration, double... outputTimes) {
        final Stops stops = Stops.of(problem, duration, outputTimes);
        final ScaledProblem scaled = ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
        return Evolution.of(scaled, options, stops, List.of()).run();
    }

    /**
     * Evolves a problem in time and differentiates its states to parameters: each state of the result tells its
     * {@linkplain NppState#sensitivities derivatives}. The states are those of the run without parameters, digit for
     * digit; derivatives count the nodes and time steps as fixed, see
     * {@link org.npp.core.sensitivity.ProfileSensitivity}.
     *
     * <p>A run that starts from a state with derivatives goes on with those to equal parameters; all others begin at 0.
     * The cost of a time step is an assembly, a factorisation, and a right-hand side per parameter: a run with eight
     * parameters takes about 1.4 times as long as one without.
     *
     * <pre>{@code
     * Parameter foreign = new Parameter.Diffusivity(1, "diffusivity");
     * Parameter beam = new Parameter.DriveFactor(Surface.FRONT);
     * NppState end = solver.evolve(problem, duration, List.of(foreign, beam)).finalState();
     * double slope = end.sensitivity(foreign).density(1, node); // 1/m^3 per m^2/s
     * double rise = end.sensitivity(beam).potential(0);         // V per 1
     * }</pre>
     *
     * @param problem the problem; the run begins at the time of its start profile, or at 0
     * @param duration how long [s], finite, \( > 0 \)
     * @param parameters parameters, all different
     * @param outputTimes times at which states are kept [s], increasing, within the run. Not modified.
     * @return states with their derivatives, history and statistics
     * @throws IllegalArgumentException if duration, output times or parameters break a rule
     * @throws SimulationException if the run can't be finished; it carries what was computed
     */
    public Trajectory evolve(
            NppProblem problem, double duration, List<? extends Parameter> parameters, double... outputTimes) {
        final List<Parameter> checked = ParameterRules.checked(problem, parameters, options.integrator());
        final Stops stops = Stops.of(problem, duration, outputTimes);
        final ScaledProblem scaled = ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
        return Evolution.of(scaled, options, stops, checked).run();
    }

    /**
     * Finds the state in which nothing changes any more, by implicit Euler steps that grow without bound. Ions that are
     * blocked at both surfaces keep their amounts. Nodes stay where they are.
     *
     * @param problem the problem, with drives that are constant
     * @return the steady state, at the time of the start
     * @throws IllegalArgumentException if a drive has kinks
     * @throws SimulationException if no steady state is found; it carries the last state
     */
    public NppState steadyState(NppProblem problem) {
        final ScaledProblem scaled = ScaledProblem.of(problem, options.edgeDiffusivity(), options.poisson());
        return SteadyState.of(problem, scaled, options).find();
    }

    /**
     * Computes the small-signal impedance of the sample about a state,
     * \( Z(\omega) = \delta[\varphi(0) - \varphi(L)] / \delta j \), with \( j \) the total current (displacement
     * included) and the surfaces' conditions for the ions as the problem has them; potentials of electrode reactions are
     * no part of it. What drives the front does not matter. The equations are linearised about the state as it is: for
     * one that is not steady (frozen), that is right while the state changes little in a period. The nodes are at rest.
     *
     * <p><strong>Accuracy.</strong> That of the mesh, which must resolve layers as thick as the Debye length for
     * their part of the spectrum to be right; 1e-9 relative where the mesh is no limit
     * ({@code ImpedanceTest}).
     *
     * <pre>{@code
     * NppState late = solver.evolve(problem, 3600).finalState();
     * ImpedanceSpectrum spectrum = solver.impedance(problem, late, 0.1, 1, 10, 100);
     * double ohmSquareMetre = spectrum.real(0);
     * }</pre>
     *
     * @param problem the problem, with a given potential at the back
     * @param state the state, of this problem's ions, on any mesh of at least two nodes
     * @param angularFrequencies \( \omega \) [rad/s], each finite, \( > 0 \). Not modified.
     * @return the spectrum
     * @throws IllegalArgumentException if the back has no potential, the state other ions, a frequency is out of range,
     *     or the linearised equations have no solution
     */
    public ImpedanceSpectrum impedance(NppProblem problem, NppState state, double... angularFrequencies) {
        return Linearization.of(problem, state, options).spectrum(angularFrequencies);
    }
}
