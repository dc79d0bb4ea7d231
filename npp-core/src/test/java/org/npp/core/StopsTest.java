package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.neutral;

import org.junit.jupiter.api.Test;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition.Potential;
import org.npp.core.boundary.ElectricCondition.SurfaceCharge;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;

class StopsTest {
    private static final double[] NONE = {};

    private static Drive kinks(double... times) {
        return Drive.piecewiseLinear(times, new double[times.length]);
    }

    private static NppProblem.Builder problem() {
        return Glass.ofIons(Glass.constant(1), Glass.constant(1))
                .mesh(Mesh.uniform(1, 3))
                .front(Boundary.of(new SurfaceCharge(kinks(-1, 0, 2)), blocked(), neutral()))
                .back(Boundary.of(new Potential(kinks(5, 10)), new IonCondition.Flux(kinks(7, 100)), blocked()));
    }

    @Test
    void kinksOfAllDrivesOutputTimesAndTheEndAreStops() {
        final Stops stops = Stops.of(problem().build(), 10, new double[] {2, 3, 10});
        assertEquals(10, stops.duration());
        assertEquals(10, stops.end());
        double time = 0;
        for (final double next : new double[] {2, 3, 5, 7, 10}) {
            time = stops.next(time);
            assertEquals(next, time);
        }
        assertTrue(stops.isStop(2));
        assertTrue(stops.isOutput(2));
        assertFalse(stops.isStop(2.5));
        assertTrue(stops.isOutput(3));
        assertTrue(stops.isStop(7));
        assertFalse(stops.isOutput(7));
        assertTrue(stops.isStop(10));
        assertFalse(stops.isEnd(Math.nextDown(10.0)));
        assertTrue(stops.isEnd(10));
        assertEquals(3, stops.next(2.5));
    }

    private static Stops stops(Drive current) {
        return Stops.of(
                Glass.bombarded(Glass.constant(1), Glass.constant(1), current)
                        .mesh(Mesh.uniform(1, 3))
                        .build(),
                10,
                NONE);
    }

    @Test
    void aKinkIsStrongWhereTheDriveLeavesItsLineByMoreThanTwoPerCent() {
        final Stops stops = stops(
                Drive.piecewiseLinear(new double[] {0, 1, 2, 3, 5, 7}, new double[] {1, 1, 1.015, 1.06, 0.5, 0.5}));
        assertFalse(stops.isStrongKink(1), "0.015 in the second after");
        assertTrue(stops.isStrongKink(2), "0.03 in the second after");
        assertTrue(stops.isStrongKink(3));
        assertTrue(stops.isStrongKink(5));
        assertTrue(stops.isStop(1));
    }

    @Test
    void aDriveThatJumpsHasStrongKinks() {
        final Drive jump = new Drive() {
            @Override
            public double value(double time) {
                return time < 4 ? 1 : 2;
            }

            @Override
            public double integral(double from, double to) {
                return to - from + Math.max(0, to - 4) - Math.max(0, from - 4);
            }

            @Override
            public double[] kinks() {
                return new double[] {4};
            }
        };
        assertTrue(stops(jump).isStrongKink(4));
    }

    @Test
    void aRunBeginsAtTheTimeOfItsStart() {
        final NppState start = NppState.of(4, Mesh.uniform(1, 2), new double[2], new double[2][2], new double[2], 0);
        final Stops stops = Stops.of(problem().start(start).build(), 2, NONE);
        assertEquals(6, stops.end());
        assertEquals(2, stops.duration());
        assertEquals(5, stops.next(4));
    }

    @Test
    void stepsEndAtStopsWithoutLeavingCrumbs() {
        final Stops stops = Stops.of(problem().build(), 10, NONE);
        assertEquals(0.5, stops.fit(0, 0.5));
        assertEquals(1, stops.fit(0, 1));
        assertEquals(1, stops.fit(0, 1.1));
        assertEquals(1, stops.fit(0, 1.999));
        assertEquals(2, stops.fit(0, 2));
        assertEquals(2, stops.fit(0, 50));
    }

    @Test
    void drivesWithPointsHaveKinks() {
        assertTrue(Stops.hasKinks(problem().build()));
        assertFalse(Stops.hasKinks(Glass.poled(Glass.constant(1), Glass.constant(1), 1)
                .mesh(Mesh.uniform(1, 3))
                .build()));
    }

    @Test
    void brokenRulesAreNamed() {
        assertRefused("duration must be finite and > 0: 0.0 s from t = 0.0 s", 0);
        assertRefused("duration must be finite and > 0: NaN s from t = 0.0 s", Double.NaN);
        assertRefused("duration must be finite and > 0: Infinity s from t = 0.0 s", 1 / 0.0);
        final String rule = "output times must increase strictly within the run, 0.0 to 10.0 s: ";
        assertRefused(rule + "0.0 s", 10, 0);
        assertRefused(rule + "10.5 s", 10, 3, 10.5);
        assertRefused(rule + "3.0 s", 10, 3, 3);
        assertRefused(rule + "NaN s", 10, Double.NaN);
    }

    private static void assertRefused(String message, double duration, double... outputs) {
        final NppProblem problem = problem().build();
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> solver.evolve(problem, duration, outputs))
                        .getMessage());
    }
}
