package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.exact.VoltageLaw;
import org.npp.core.mesh.Mesh;

/** Voltage at constant current, and front depth and current at constant voltage, for constant diffusivities. */
class VoltageLawTest {
    private static final double THICKNESS = 1e-6;
    private static final double NATIVE = 1e-17;
    private static final double FOREIGN = 1e-19;
    private static final VoltageLaw LAW = VoltageLaw.of(THICKNESS, NATIVE, FOREIGN, Glass.BULK, 1, Glass.TEMPERATURE);

    @Test
    void theVoltageRisesLinearlyAtConstantCurrent() {
        final double depth = 200e-9;
        final double time = 1e3;
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(NATIVE), Glass.constant(FOREIGN), Glass.beam(depth, time))
                .mesh(Mesh.uniform(THICKNESS, 401))
                .build();
        final List<History.Entry> entries = NppSolver.of(
                        SolverOptions.defaults().withMaxSteps(5000))
                .evolve(problem, time)
                .history()
                .entries();
        final double velocity = depth / time;
        int compared = 0;
        for (final History.Entry entry : entries) {
            // the front has formed once it is ten widths deep
            if (velocity * entry.time() > 10 * FOREIGN / velocity) {
                final double expected = LAW.voltageAtCurrent(Glass.CHARGE_DENSITY * velocity, entry.time());
                assertEquals(expected, entry.surfacePotential(), 1e-3 * expected);
                compared++;
            }
        }
        assertTrue(compared > 5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 50})
    void theFrontSlowsDownAtConstantVoltage(double volts) {
        final double time = 0.4 * LAW.transitTimeAtVoltage(volts);
        final NppProblem problem = Glass.poled(Glass.constant(NATIVE), Glass.constant(FOREIGN), volts)
                .mesh(Mesh.uniform(THICKNESS, 401))
                .build();
        final Trajectory run = NppSolver.of(
                        SolverOptions.defaults().withTolerance(1e-3).withMaxSteps(5000))
                .evolve(problem, time, 0.1 * time, 0.3 * time, time);
        for (final NppState state : run.outputs()) {
            final double depth = LAW.frontDepthAtVoltage(volts, state.time());
            assertEquals(depth, Glass.amount(state, 1), 3e-3 * depth);
            compareCharge(run, volts, state.time());
        }
        assertEquals(3, run.outputs().size());
    }

    /** The current means of the steps about a time against the charge that complete exchange takes. */
    private static void compareCharge(Trajectory run, double volts, double time) {
        final List<History.Entry> entries = run.history().entries();
        int i = 1;
        while (entries.get(i).time() < time) {
            i++;
        }
        final double begin = entries.get(i - 1).time();
        final double end = entries.get(i).time();
        final double current = Glass.CHARGE_DENSITY
                * (LAW.frontDepthAtVoltage(volts, end) - LAW.frontDepthAtVoltage(volts, begin))
                / (end - begin);
        assertEquals(current, entries.get(i).currentDensity(), 1.5e-2 * current);
    }
}
