package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.Integrator;

/** States between the steps: their error, what they keep, and that they are the steps' at the steps. */
class DenseOutputTest {
    private static final ExchangeFront FRONT = ExchangeFront.of(0.9, 0);
    private static final double THICKNESS = 60 * FRONT.width();
    private static final double DURATION = 4 * FRONT.width() / ExchangeFront.VELOCITY;

    /** Amounts are sums of a few hundred terms. */
    private static final double ROUNDING = 1e-13;

    /** Nodes that move along with the front, the faster the nearer to the middle. */
    private static Mesh mesh(double time) {
        final double[] x = Mesh.uniform(THICKNESS, 201).toArray();
        for (int k = 1; k < x.length - 1; k++) {
            x[k] += 0.75 * ExchangeFront.VELOCITY * time * Math.pow(Math.sin(Math.PI * x[k] / THICKNESS), 2);
        }
        return Mesh.of(x);
    }

    private static double middle(double time) {
        return 0.5 * THICKNESS + ExchangeFront.VELOCITY * time;
    }

    /** Largest error between exact levels in uneven steps. */
    private static double errorBetweenExactLevels(int steps, boolean parabolas) {
        final NppState[] levels = new NppState[steps + 1];
        final boolean[] curved = new boolean[steps + 1];
        for (int n = 0; n <= steps; n++) {
            final double t = DURATION * (n + 0.2 * Math.sin(n)) / (steps + 0.2 * Math.sin(steps));
            levels[n] = FRONT.state(mesh(t), middle(t)).at(t);
            curved[n] = parabolas && n > 1;
        }
        final DenseOutput dense = new DenseOutput(levels, curved);
        double worst = 0;
        for (int n = parabolas ? 1 : 0; n < steps; n++) {
            for (final double share : new double[] {0.2, 0.5, 0.8}) {
                final double t = (1 - share) * levels[n].time() + share * levels[n + 1].time();
                worst = Math.max(worst, FRONT.error(dense.at(t), middle(t)));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({"true,3", "false,2"})
    void theErrorBetweenExactLevelsFallsWithTheOrderOfTheInterpolation(boolean parabolas, int order) {
        final double coarse = errorBetweenExactLevels(80, parabolas);
        final double medium = errorBetweenExactLevels(160, parabolas);
        final double fine = errorBetweenExactLevels(320, parabolas);
        assertEquals(order, Math.log(coarse / medium) / Math.log(2), 0.15);
        assertEquals(order, Math.log(medium / fine) / Math.log(2), 0.1);
    }

    private static Trajectory bombardment(SolverOptions options, double... outputs) {
        final double[] times = {0, 3e3, 1e4};
        final double current = Glass.CHARGE_DENSITY * 100e-9 / 1e4;
        final Drive kinked = Drive.piecewiseLinear(times, new double[] {2 * current, 0.5 * current, current});
        final NppProblem problem = Glass.bombarded(Glass.steep(1e-17), Glass.constant(2e-21), kinked)
                .mesh(Mesh.logarithmic(1e-6, 5e-9, 121))
                .build();
        return NppSolver.of(options.withTolerance(1e-3).withDenseOutput(true)).evolve(problem, 1e4, outputs);
    }

    private static DenseOutput dense(Trajectory run) {
        return run.dense().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void whatIsKeptAtTheStepsIsKeptBetweenThem(Integrator integrator) {
        final DenseOutput dense = dense(bombardment(SolverOptions.defaults().withIntegrator(integrator)));
        // parabolas of a dose that grows reach beyond its ends at most by their curvature
        final double slack = 1e-3 * 100e-9;
        double largestGauss = 0;
        for (int n = 1; n < dense.size(); n++) {
            final NppState left = dense.level(n - 1);
            final NppState right = dense.level(n);
            for (final double share : new double[] {0.1, 0.5, 0.9}) {
                final NppState state = dense.at((1 - share) * left.time() + share * right.time());
                final double found = charge(state);
                assertTrue(found >= charge(left) - slack && found <= charge(right) + slack);
                for (int k = 0; k < state.mesh().size(); k++) {
                    assertTrue(state.density(0, k) >= 0 && state.density(1, k) >= 0);
                }
                largestGauss = Math.max(largestGauss, gauss(state));
            }
        }
        assertTrue(largestGauss <= 1e-9, "charge not of the field " + largestGauss);
    }

    /** Foreign ions in the sample and charge on its surface, over eN [m]. */
    private static double charge(NppState state) {
        return Glass.amount(state, 1) + state.surfaceCharge() / Glass.CHARGE_DENSITY;
    }

    /** Largest difference of a cell's charge to that of the field, over eN; the ends aside. */
    private static double gauss(NppState state) {
        double worst = 0;
        final Mesh mesh = state.mesh();
        for (int k = 1; k < mesh.size() - 1; k++) {
            final double right = (state.potential(k) - state.potential(k + 1)) / (mesh.node(k + 1) - mesh.node(k));
            final double left = (state.potential(k - 1) - state.potential(k)) / (mesh.node(k) - mesh.node(k - 1));
            final double volume = 0.5 * (mesh.node(k + 1) - mesh.node(k - 1));
            worst = Math.max(
                    worst,
                    Math.abs(Glass.PERMITTIVITY * (right - left) / volume - state.chargeDensity(k))
                            / Glass.CHARGE_DENSITY);
        }
        return worst;
    }

    /** Poled between blocking surfaces no ion passes: every state has as many as the first. */
    @ParameterizedTest
    @EnumSource(Integrator.class)
    void ionsThatDoNotPassKeepTheirAmountAtAnyTime(Integrator integrator) {
        final Mesh mesh = Mesh.uniform(100e-9, 201);
        final NppProblem problem = Glass.ofIons(Glass.constant(1e-17), Glass.constant(1e-18))
                .front(Boundary.of(ElectricCondition.potential(1), IonCondition.blocked(), IonCondition.blocked()))
                .back(Boundary.of(ElectricCondition.potential(0), IonCondition.blocked(), IonCondition.blocked()))
                .start(FRONT.state(mesh, 50e-9))
                .build();
        final NppSolver solver =
                NppSolver.of(SolverOptions.defaults().withIntegrator(integrator).withDenseOutput(true));
        final DenseOutput dense = dense(solver.evolve(problem, 10));
        final double first = Glass.amount(dense.level(0), 0);
        final double second = Glass.amount(dense.level(0), 1);
        for (int i = 0; i <= 500; i++) {
            final NppState state = dense.at(10 * Math.pow(i / 500.0, 4));
            assertEquals(first, Glass.amount(state, 0), ROUNDING * first);
            assertEquals(second, Glass.amount(state, 1), ROUNDING * second);
        }
    }

    @Test
    void atTheStepsTheStatesAreThoseOfTheSteps() {
        final Trajectory run = bombardment(SolverOptions.defaults(), 2500, 7000);
        final DenseOutput dense = dense(run);
        assertEquals(run.history().entries().size(), dense.size());
        for (int n = 0; n < dense.size(); n++) {
            assertSame(dense.level(n), dense.at(run.history().entries().get(n).time()));
        }
        assertEquals(0, dense.begin());
        assertEquals(1e4, dense.end());
        assertTrue(
                Arrays.equals(run.outputs().get(1).densities(1), dense.at(7000).densities(1)));
        assertTrue(Arrays.equals(run.finalState().potentials(), dense.at(1e4).potentials()));
    }

    /** Another run, made to end a step there. */
    @Test
    void betweenTheStepsTheStatesAreThoseOfARunThatStopsThere() {
        final DenseOutput dense = dense(bombardment(SolverOptions.defaults()));
        final double[] times = {500, 2999, 3100, 8123};
        final Trajectory stopped = bombardment(SolverOptions.defaults(), times);
        for (int i = 0; i < times.length; i++) {
            final NppState state = dense.at(times[i]);
            final NppState expected = stopped.outputs().get(i);
            assertEquals(expected.potential(0), state.potential(0), 3e-2 * expected.potential(0));
            assertEquals(Glass.amount(expected, 1), Glass.amount(state, 1), 1e-4 * Glass.amount(expected, 1));
        }
    }

    @Test
    void aRunGoesOnFromAStateBetweenTheSteps() {
        final Trajectory run = bombardment(SolverOptions.defaults());
        final NppState middle = dense(run).at(5000);
        final NppProblem rest = Glass.bombarded(Glass.steep(1e-17), Glass.constant(2e-21), Glass.beam(100e-9, 1e4))
                .start(middle)
                .build();
        final Trajectory more =
                NppSolver.of(SolverOptions.defaults().withTolerance(1e-2)).evolve(rest, 1000);
        assertTrue(more.statistics().ionBalanceError() <= 1e-10);
        final double found = Glass.amount(more.finalState(), 1)
                - Glass.amount(middle, 1)
                + (more.finalState().surfaceCharge() - middle.surfaceCharge()) / Glass.CHARGE_DENSITY;
        assertEquals(10e-9, found, 1e-6 * 10e-9);
    }

    @Test
    void itIsThereOnlyWhereAskedForAndOnlyWithinTheRun() {
        final Mesh mesh = Mesh.uniform(100e-9, 21);
        final NppProblem problem = Glass.poled(Glass.constant(1e-17), Glass.constant(1e-18), 1)
                .mesh(mesh)
                .build();
        assertTrue(NppSolver.of(SolverOptions.defaults())
                .evolve(problem, 1)
                .dense()
                .isEmpty());
        final DenseOutput dense = dense(
                NppSolver.of(SolverOptions.defaults().withDenseOutput(true)).evolve(problem, 1));
        for (final double outside : new double[] {-1e-9, 1.5, Double.NaN}) {
            final IllegalArgumentException thrown =
                    assertThrows(IllegalArgumentException.class, () -> dense.at(outside));
            assertEquals("time must be within the run, 0.0 to 1.0 s: " + outside + " s", thrown.getMessage());
        }
    }
}
