package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;

/** Samples that charge up until they repel the beam. */
class BeamEnergyRunTest {
    private static final double E = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double THICKNESS = 1e-6;
    private static final double FAST = 1e-17;
    private static final double SLOW = 1e-19;
    private static final double VOLTS = 10;
    private static final double CURRENT = 1;
    private static final double TIME = 3e3;

    private static Attachment beam(int ion, double current, double volts, double spread) {
        return new Attachment(ion, Drive.constant(current), Optional.of(new BeamEnergy(volts * E, spread * E)));
    }

    /** The share by potential, of the logistic distribution, spread in V. */
    private static double share(double potential, double volts, double spread) {
        return 1 / (1 + Math.exp((potential - volts) / (spread * Math.sqrt(3) / Math.PI)));
    }

    private static NppProblem conductor(double current, double spread) {
        return NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .ion(Ion.of("Na", 1, Glass.BULK, Glass.constant(FAST)))
                .mesh(Mesh.uniform(THICKNESS, 41))
                .front(Boundary.of(beam(0, current, VOLTS, spread), neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), discharged()))
                .build();
    }

    private static final double RESISTANCE = THICKNESS * Glass.THERMAL_VOLTAGE / (Glass.CHARGE_DENSITY * FAST);

    /** j F(V) = V/R, by bisection; from a beam too weak to charge it up to one 10,000 times too strong. */
    @ParameterizedTest
    @CsvSource({"0.5,0.3", "0.99,0.3", "3,0.3", "100,0.3", "100,0.01", "10000,0.001"})
    void aConductorChargesUpToWhereWhatAttachesIsWhatItConducts(double overload, double spread) {
        final double current = overload * VOLTS / RESISTANCE;
        final double expected = new BrentSolver(1e-15, 1e-12)
                .solve(500, v -> overload * VOLTS * share(v, VOLTS, spread) - v, 0, 2 * VOLTS);
        final NppProblem problem = conductor(current, spread);
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED));
        assertEquals(expected, solver.steadyState(problem).potential(0), 1e-9 * expected);
        final Trajectory run = solver.evolve(problem, 1e4 * RESISTANCE * Glass.PERMITTIVITY / THICKNESS);
        assertEquals(expected, run.finalState().potential(0), 1e-6 * expected);
        assertTrue(run.statistics().currentUniformityError() <= 1e-9);
    }

    /** C dV/dt = j F(V) - V/R, by small steps of Runge and Kutta. */
    @Test
    void theChargingOfAConductorIsThatOfAResistorBesideACapacitorInSecondOrder() {
        final double spread = 2;
        final double current = 3 * VOLTS / RESISTANCE;
        final double capacitance = Glass.PERMITTIVITY / THICKNESS;
        final double duration = RESISTANCE * capacitance;
        final DoubleUnaryOperator slope = v -> (current * share(v, VOLTS, spread) - v / RESISTANCE) / capacitance;
        double expected = 0;
        final double h = duration / 10_000;
        for (int i = 0; i < 10_000; i++) {
            final double k1 = slope.applyAsDouble(expected);
            final double k2 = slope.applyAsDouble(expected + 0.5 * h * k1);
            final double k3 = slope.applyAsDouble(expected + 0.5 * h * k2);
            final double k4 = slope.applyAsDouble(expected + h * k3);
            expected += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        final double[] errors = new double[3];
        for (int i = 0; i < 3; i++) {
            final NppProblem problem = conductor(current, spread);
            final NppState end = EqualSteps.run(
                    problem,
                    EdgeDiffusivity.BLENDED,
                    PoissonModel.FULL,
                    2,
                    duration,
                    80 << i,
                    t -> problem.mesh().toArray());
            errors[i] = Math.abs(end.potential(0) / expected - 1);
        }
        assertEquals(2, Math.log(errors[0] / errors[1]) / Math.log(2), 0.1);
        assertEquals(2, Math.log(errors[1] / errors[2]) / Math.log(2), 0.1);
        assertTrue(errors[2] <= 1e-4);
    }

    private static NppProblem glass(double spread) {
        return Glass.ofIons(Glass.constant(FAST), Glass.constant(SLOW))
                .mesh(Mesh.uniform(THICKNESS, 401))
                .front(Boundary.of(beam(1, CURRENT, VOLTS, spread), blocked(), neutral()))
                .back(Glass.groundedBack())
                .build();
    }

    /**
     * With the front at x the plate conducts j at V = (kT/e)(j/eN)(A + B x), so j F(V) = V/that, dx/dt = j F/(eN); the
     * whole beam would carry the front more than twice as deep.
     */
    @ParameterizedTest
    @CsvSource({"BDF2,3e-3", "TR_BDF2,3e-3", "IMPLICIT_EULER,8e-3"})
    void aGlassChargesUpAndThenTakesInWhatItsVoltageLetsThrough(Integrator integrator, double tolerance) {
        final double spread = 0.2;
        double depth = 0;
        final int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            final double middle = depth + 0.5 * TIME / steps * attached(depth, spread) / Glass.CHARGE_DENSITY;
            depth += TIME / steps * attached(middle, spread) / Glass.CHARGE_DENSITY;
        }
        final double voltage = attached(depth, spread) * areaResistance(depth);
        final Trajectory run = NppSolver.of(SolverOptions.defaults().withIntegrator(integrator))
                .evolve(glass(spread), TIME);
        final NppState end = run.finalState();
        assertEquals(depth, Glass.amount(end, 1), tolerance * depth);
        assertEquals(voltage, end.potential(0), 1e-3 * voltage);
        assertTrue(depth < 0.5 * CURRENT * TIME / Glass.CHARGE_DENSITY, "depth " + depth);
        final List<History.Entry> entries = run.history().entries();
        final double last = entries.get(entries.size() - 1).currentDensity();
        assertEquals(attached(depth, spread), last, 2e-2 * last);
        assertTrue(run.statistics().ionBalanceError() <= 1e-10);
        assertTrue(run.statistics().currentUniformityError() <= 1e-9);
    }

    private static double areaResistance(double depth) {
        return Glass.THERMAL_VOLTAGE / Glass.CHARGE_DENSITY * (THICKNESS / FAST + depth * (1 / SLOW - 1 / FAST));
    }

    private static double attached(double depth, double spread) {
        final double resistance = areaResistance(depth);
        return new BrentSolver(1e-14, 1e-18, 1e-15)
                .solve(500, j -> CURRENT * share(j * resistance, VOLTS, spread) - j, 0, CURRENT);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void theChargeThatAttachedIsFoundInTheSampleAndOnItsSurface(Integrator integrator) {
        final Trajectory run = NppSolver.of(
                        SolverOptions.defaults().withTolerance(1e-2).withIntegrator(integrator))
                .evolve(glass(0.05), TIME);
        final NppState end = run.finalState();
        final double found = Glass.CHARGE_DENSITY * Glass.amount(end, 1) + end.surfaceCharge();
        final List<History.Entry> entries = run.history().entries();
        assertEquals(found, entries.get(entries.size() - 1).charge(), 1e-12 * found);
        double sum = 0;
        for (int i = 1; i < entries.size(); i++) {
            sum += entries.get(i).currentDensity()
                    * (entries.get(i).time() - entries.get(i - 1).time());
        }
        assertEquals(found, sum, 1e-12 * found);
        assertTrue(found < 0.5 * CURRENT * TIME, "repelled " + (1 - found / (CURRENT * TIME)));
    }

    /** A beam whose energy is never reached is a beam without. */
    @Test
    void aBeamFarAboveTheVoltageAttachesAsIfItHadNoEnergyLimit() {
        final NppProblem limited = Glass.ofIons(Glass.constant(FAST), Glass.constant(SLOW))
                .mesh(Mesh.uniform(THICKNESS, 101))
                .front(Boundary.of(beam(1, CURRENT, 1e4, 1), blocked(), neutral()))
                .back(Glass.groundedBack())
                .build();
        final NppProblem free = Glass.bombarded(Glass.constant(FAST), Glass.constant(SLOW), Drive.constant(CURRENT))
                .mesh(Mesh.uniform(THICKNESS, 101))
                .build();
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withTolerance(1e-2));
        final Trajectory one = solver.evolve(limited, 500);
        final Trajectory other = solver.evolve(free, 500);
        assertEquals(
                other.finalState().potential(0),
                one.finalState().potential(0),
                1e-9 * one.finalState().potential(0));
        assertEquals(other.history().entries().size(), one.history().entries().size());
    }
}
