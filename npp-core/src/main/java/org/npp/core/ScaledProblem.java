package org.npp.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.IonCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.internal.Level;
import org.npp.core.internal.Model;
import org.npp.core.internal.NewtonSolver;
import org.npp.core.internal.NodeMobility;
import org.npp.core.internal.Sensitivities;
import org.npp.core.internal.TimeStepper;
import org.npp.core.mesh.FrontMesh;
import org.npp.core.mesh.Mesh;
import org.npp.core.mesh.NodeClusters;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.ExcessPotentialLaw;

/** A problem beside its scaled model: turns physical quantities into scaled ones and back. */
final class ScaledProblem {
    private final NppProblem problem;
    private final Model model;
    private final Level start;

    private ScaledProblem(NppProblem problem, Model model, Level start) {
        this.problem = problem;
        this.model = model;
        this.start = start;
    }

    static ScaledProblem of(NppProblem problem, EdgeDiffusivity edges, PoissonModel poisson) {
        final double thermalVoltage =
                PhysicalConstants.BOLTZMANN * problem.temperature() / PhysicalConstants.ELEMENTARY_CHARGE;
        final double reference = referenceDensity(problem);
        final List<DiffusivityLaw> diffusivities = new ArrayList<>();
        final List<@Nullable ExcessPotentialLaw> excessPotentials = new ArrayList<>();
        final int ions = problem.ions().size();
        final int[] charges = new int[ions];
        final double[] virgin = new double[ions];
        for (int i = 0; i < ions; i++) {
            final Ion ion = problem.ions().get(i);
            charges[i] = ion.chargeNumber();
            virgin[i] = ion.virginDensity();
            diffusivities.add(ion.diffusivity());
            excessPotentials.add(ion.excessPotential().orElse(null));
        }
        final Model diagonal = Model.of(
                problem.temperature(),
                poisson == PoissonModel.FULL ? problem.permittivity() : 0,
                thermalVoltage,
                reference,
                PhysicalConstants.ELEMENTARY_CHARGE * reference,
                charges,
                virgin,
                diffusivities,
                excessPotentials,
                edges,
                problem.front(),
                problem.back());
        final Model model = diagonal.withMobility(problem.mobility().orElse(null));
        return new ScaledProblem(problem, model, startLevel(problem, model));
    }

    /** The unit of fractions: virgin ions, or the largest density that the problem names. */
    private static double referenceDensity(NppProblem problem) {
        final double virgin =
                problem.ions().stream().mapToDouble(Ion::virginDensity).sum();
        if (virgin > 0) {
            return virgin;
        }
        double largest = 0;
        for (final IonCondition condition : problem.front().ions()) {
            largest = condition instanceof IonCondition.Density given ? Math.max(largest, given.density()) : largest;
        }
        for (final IonCondition condition : problem.back().ions()) {
            largest = condition instanceof IonCondition.Density given ? Math.max(largest, given.density()) : largest;
        }
        final NppState from = problem.start().orElse(null);
        for (int i = 0; from != null && i < from.ionCount(); i++) {
            for (int k = 0; k < from.mesh().size(); k++) {
                largest = Math.max(largest, from.density(i, k));
            }
        }
        if (largest > 0) {
            return largest;
        }
        throw new IllegalArgumentException("problem has no ions: all densities of sample, surfaces and start are 0");
    }

    private static Level startLevel(NppProblem problem, Model model) {
        final NppState from = problem.start().orElse(null);
        return from == null ? Level.virgin(problem.mesh(), model.virginFractions()) : level(from, model);
    }

    private static Level level(NppState from, Model model) {
        return Level.of(
                from.time(),
                from.mesh(),
                fractions(from, model),
                scaledPotential(from, model),
                scaledCharge(from, model),
                from.surfaceCharge() / model.chargeScale(),
                model.debyeSquared());
    }

    /** Scales a state of the problem other than its start. */
    Level level(NppState state) {
        return level(state, model);
    }

    private static double[] fractions(NppState from, Model model) {
        final int ions = from.ionCount();
        final double[] fraction = new double[from.mesh().size() * ions];
        for (int at = 0; at < fraction.length; at++) {
            fraction[at] = from.density(at % ions, at / ions) / model.referenceDensity();
        }
        return fraction;
    }

    private static double[] scaledPotential(NppState from, Model model) {
        final double[] psi = from.potentials();
        for (int k = 0; k < psi.length; k++) {
            psi[k] /= model.thermalVoltage();
        }
        return psi;
    }

    private static double[] scaledCharge(NppState from, Model model) {
        final double[] charge = new double[from.mesh().size()];
        for (int k = 0; k < charge.length; k++) {
            charge[k] = from.chargeDensity(k) / model.chargeScale();
        }
        return charge;
    }

    Model model() {
        return model;
    }

    Level start() {
        return start;
    }

    /** Derivatives of the start. */
    Sensitivities sensitivities(List<Parameter> parameters) {
        final NppState from = problem.start().orElse(null);
        return from == null
                ? Sensitivities.ofVirgin(model, start.nodes(), parameters)
                : Sensitivities.ofProfile(model, start.nodes(), parameters, from.sensitivities());
    }

    /** Reports a run that ended between steps. */
    Failure failure(Termination reason, double step, Level level) {
        return new Failure(reason, level.time(), step, 0, level.depth(0), "potential", List.of(), 0);
    }

    /** Reports a step that failed: Newton's iteration did, or the error stayed too large however small the step. */
    Failure failure(NewtonSolver.Outcome outcome, double step, TimeStepper stepper) {
        final Termination reason = switch (outcome) {
            case CONVERGED -> Termination.STEP_TOO_SMALL;
            case ITERATIONS -> Termination.NEWTON_ITERATIONS;
            case NEGATIVE -> Termination.NEGATIVE_DENSITY;
            case STAGNATION -> Termination.NEWTON_STAGNATION;
            case SINGULAR -> Termination.SINGULAR_BLOCK;
            case NOT_FINITE -> Termination.NOT_FINITE;
        };
        final NewtonSolver newton = stepper.newton();
        final List<Double> updates = new ArrayList<>();
        for (final double update : newton.updates()) {
            updates.add(update);
        }
        final Level level = stepper.level();
        final int ion = newton.worstIon();
        return new Failure(
                reason,
                level.time(),
                step,
                newton.worstNode(),
                level.depth(newton.worstNode()),
                ion < 0 ? "potential" : problem.ions().get(ion).name(),
                updates,
                newton.accuracy());
    }

    /** The nodes' positions in time; a virgin start is put onto the first of them. */
    FrontMesh frontMesh(MeshMotion motion) {
        if (motion == MeshMotion.FIXED) {
            return FrontMesh.fixed(problem.mesh());
        }
        final NodeClusters known = problem.start().map(NppState::clusters).orElse(null);
        if (known != null) {
            return FrontMesh.goingOn(problem.mesh(), start.time(), known, model.ionCount());
        }
        if (problem.start().isPresent()) {
            return FrontMesh.followingFrom(
                    problem.mesh(), start.time(), start.fractions(), model.ionCount(), isEntering());
        }
        final FrontMesh mesh = FrontMesh.followingFromSurface(
                problem.mesh().thickness(), problem.mesh().size(), model.ionCount());
        start.place(mesh.positions(start.time()));
        return mesh;
    }

    /** The nodes of the problem, at rest. */
    FrontMesh restingMesh() {
        return FrontMesh.fixed(problem.mesh());
    }

    /** Whether the start is a profile on nodes that were not placed for its fronts. */
    boolean isForeignStart() {
        return problem.start().map(from -> from.clusters() == null).orElse(false);
    }

    /** Whether an ion that is not there yet may enter at the front. */
    private boolean isEntering() {
        for (int i = 0; i < model.ionCount(); i++) {
            double largest = 0;
            for (int k = 0; k < start.nodes(); k++) {
                largest = Math.max(largest, start.fraction(i, k));
            }
            if (largest < FrontMesh.LEAST_FRACTION
                    && !(problem.front().ions().get(i) instanceof IonCondition.Blocked)) {
                return true;
            }
        }
        return false;
    }

    /** Largest diffusivity of any ion anywhere at the start [m²/s]; that of a unit of thickness a second if all are 0. */
    double largestDiffusivity() {
        double largest = 0;
        final double[] densities = new double[model.ionCount()];
        final NodeMobility mobility =
                problem.mobility().map(law -> NodeMobility.of(law, model)).orElse(null);
        for (int k = 0; k < start.nodes(); k++) {
            for (int i = 0; i < densities.length; i++) {
                densities[i] = start.fraction(i, k) * model.referenceDensity();
            }
            if (mobility != null) {
                mobility.evaluate(densities);
            }
            for (int i = 0; i < densities.length; i++) {
                largest = Math.max(
                        largest,
                        mobility != null
                                ? mobility.diffusivity(i)
                                : model.diffusivities()[i].value(i, densities, model.temperature()));
            }
        }
        return largest > 0 ? largest : 1;
    }

    double charge(double scaledCharge) {
        return scaledCharge * model.chargeScale();
    }

    double surfacePotential(Level level) {
        return level.psi(0) * model.thermalVoltage();
    }

    /** Largest charge density of any cell over eN. */
    double excessCharge(Level level) {
        double largest = 0;
        for (int k = 0; k < level.nodes(); k++) {
            largest = Math.max(largest, Math.abs(level.chargeFraction(k)));
        }
        return largest;
    }

    /** Deepest depth at which the virgin ions are down to half; NaN if there is none. */
    double frontDepth(Level level) {
        for (int k = level.nodes() - 1; k > 0; k--) {
            final double right = virginIons(level, k) - 0.5;
            final double left = virginIons(level, k - 1) - 0.5;
            if (left < 0 != right < 0) {
                final double share = left / (left - right);
                return level.depth(k - 1) + share * (level.depth(k) - level.depth(k - 1));
            }
        }
        return Double.NaN;
    }

    private double virginIons(Level level, int node) {
        double sum = 0;
        for (int i = 0; i < model.ionCount(); i++) {
            sum += model.virginFractions()[i] > 0 ? level.fraction(i, node) : 0;
        }
        return sum;
    }

    NppState state(Level level) {
        final int nodes = level.nodes();
        final double[] x = new double[nodes];
        final double[] potential = new double[nodes];
        final double[] charge = new double[nodes];
        final double[][] densities = new double[model.ionCount()][nodes];
        for (int k = 0; k < nodes; k++) {
            x[k] = level.depth(k);
            potential[k] = level.psi(k) * model.thermalVoltage();
            charge[k] = level.chargeFraction(k) * model.chargeScale();
            for (int i = 0; i < densities.length; i++) {
                densities[i][k] = level.fraction(i, k) * model.referenceDensity();
            }
        }
        return NppState.of(
                level.time(), Mesh.of(x), potential, densities, charge, level.surfaceCharge() * model.chargeScale());
    }
}
