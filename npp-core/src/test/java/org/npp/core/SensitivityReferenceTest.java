package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.npp.core.exact.TravellingFront;
import org.npp.core.mesh.Mesh;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.sensitivity.ProfileSensitivity;
import org.npp.core.sensitivity.Surface;

/** Derivatives of whole runs against those of the exact front and the exact voltage, constant diffusivities. */
class SensitivityReferenceTest {
    private static final double THICKNESS = 100e-9;
    private static final double NATIVE = 1e-18;
    private static final double FOREIGN = 1e-20;
    private static final double DEPTH = 40e-9;
    private static final double DURATION = 4000;
    private static final double VELOCITY = DEPTH / DURATION;

    private static final Parameter BY_NATIVE = new Parameter.Diffusivity(0, "diffusivity");
    private static final Parameter BY_FOREIGN = new Parameter.Diffusivity(1, "diffusivity");
    private static final Parameter BY_DENSITY = Parameter.VirginDensity.ofFixedLaws(0);
    private static final Parameter BY_TEMPERATURE = new Parameter.Temperature();
    private static final Parameter BY_FACTOR = new Parameter.DriveFactor(Surface.FRONT);
    private static final Parameter BY_CURRENT = new Parameter.DriveOffset(Surface.FRONT);

    /** Of the largest derivative in the profile: the discretisation error of the front, second order, as of its shape. */
    private static final double PROFILE_TOLERANCE = 4e-3;

    /** The resistance of the sample needs the amount of the foreign ion alone, which is exact: what is left is in time. */
    private static final double VOLTAGE_TOLERANCE = 5e-4;

    private static NppState end;

    @BeforeAll
    static void run() {
        final NppProblem problem = Glass.bombarded(
                        Glass.constant(NATIVE), Glass.constant(FOREIGN), Glass.beam(DEPTH, DURATION))
                .mesh(Mesh.uniform(THICKNESS, 401))
                .build();
        end = NppSolver.of(SolverOptions.defaults().withTolerance(1e-4))
                .evolve(
                        problem,
                        DURATION,
                        List.of(BY_NATIVE, BY_FOREIGN, BY_DENSITY, BY_TEMPERATURE, BY_FACTOR, BY_CURRENT))
                .finalState();
    }

    /** Compares the foreign ion's fraction differentiated to a parameter, times the parameter's value. */
    private static void compareProfile(Parameter parameter, double value, DoubleUnaryOperator expected) {
        final ProfileSensitivity found = end.sensitivity(parameter);
        double largest = 0;
        double worst = 0;
        for (int k = 0; k < found.size(); k++) {
            final double exact = expected.applyAsDouble(end.mesh().node(k) - DEPTH);
            largest = Math.max(largest, Math.abs(exact));
            worst = Math.max(worst, Math.abs(found.density(1, k) * value / Glass.BULK - exact));
        }
        assertEquals(0, worst, PROFILE_TOLERANCE * largest, parameter.toString());
    }

    @Test
    void theFrontWidensWithTheForeignDiffusivity() {
        final double width = TravellingFront.of(NATIVE, FOREIGN, VELOCITY).width();
        final double growth = NATIVE / (NATIVE - FOREIGN);
        compareProfile(BY_FOREIGN, FOREIGN, xi -> growth * (xi / width) * slope(xi));
    }

    @Test
    void theFrontThinsWithTheNativeDiffusivity() {
        final double width = TravellingFront.of(NATIVE, FOREIGN, VELOCITY).width();
        final double growth = -FOREIGN / (NATIVE - FOREIGN);
        compareProfile(BY_NATIVE, NATIVE, xi -> growth * (xi / width) * slope(xi));
    }

    @Test
    void theFrontIsDeeperAndThinnerWithMoreCurrent() {
        final double width = TravellingFront.of(NATIVE, FOREIGN, VELOCITY).width();
        compareProfile(BY_FACTOR, 1, xi -> (DEPTH - xi) / width * slope(xi));
        compareProfile(BY_CURRENT, Glass.CHARGE_DENSITY * VELOCITY, xi -> (DEPTH - xi) / width * slope(xi));
    }

    @Test
    void aDenserSampleTakesUpTheBeamInLessDepth() {
        final TravellingFront front = TravellingFront.of(NATIVE, FOREIGN, VELOCITY);
        compareProfile(
                BY_DENSITY, Glass.BULK, xi -> front.foreignFraction(xi) - (DEPTH - xi) / front.width() * slope(xi));
    }

    @Test
    void theFrontDoesNotFeelTheTemperature() {
        final ProfileSensitivity found = end.sensitivity(BY_TEMPERATURE);
        for (int k = 0; k < found.size(); k++) {
            assertEquals(0, found.density(1, k) * Glass.TEMPERATURE / Glass.BULK, PROFILE_TOLERANCE);
        }
    }

    /** c (1 - c) of the front. */
    private static double slope(double xi) {
        final TravellingFront front = TravellingFront.of(NATIVE, FOREIGN, VELOCITY);
        return front.foreignFraction(xi) * front.nativeFraction(xi);
    }

    private static void compareVoltage(Parameter parameter, double value, double expected) {
        final double found = end.sensitivity(parameter).potential(0) * value;
        assertEquals(expected, found, VOLTAGE_TOLERANCE * Math.abs(expected), parameter.toString());
    }

    @Test
    void theVoltageChangesAsItsLaw() {
        final double perVelocity = Glass.THERMAL_VOLTAGE * VELOCITY;
        final double behind = perVelocity * DEPTH / FOREIGN;
        final double ahead = perVelocity * (THICKNESS - DEPTH) / NATIVE;
        final double replaced = perVelocity * DEPTH / NATIVE;
        compareVoltage(BY_FOREIGN, FOREIGN, -behind);
        compareVoltage(BY_NATIVE, NATIVE, -ahead);
        compareVoltage(BY_TEMPERATURE, Glass.TEMPERATURE, behind + ahead);
        compareVoltage(BY_FACTOR, 1, 2 * behind + ahead - replaced);
        compareVoltage(BY_DENSITY, Glass.BULK, -(2 * behind + ahead - replaced));
    }
}
