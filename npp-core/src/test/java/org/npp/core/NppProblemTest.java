package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.boundary.ElectricCondition.SurfaceCharge;
import org.npp.core.mesh.Mesh;

class NppProblemTest {
    private static final Mesh MESH = Mesh.uniform(1e-6, 5);
    private static final Drive BEAM = Drive.constant(1);

    private static NppProblem.Builder complete() {
        return Glass.bombarded(Glass.constant(1e-17), Glass.constant(1e-20), BEAM)
                .mesh(MESH);
    }

    private static void assertRefused(String message, UnaryOperator<NppProblem.Builder> change) {
        final NppProblem.Builder builder = change.apply(complete());
        final IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, builder::build);
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void aProblemHoldsWhatItWasBuiltFrom() {
        final NppProblem problem = complete().build();
        assertEquals(Glass.TEMPERATURE, problem.temperature());
        assertEquals(Glass.PERMITTIVITY, problem.permittivity());
        assertEquals("Li", problem.ions().get(0).name());
        assertSame(MESH, problem.mesh());
        assertEquals(Boundary.of(new Attachment(1, BEAM), blocked(), neutral()), problem.front());
        assertEquals(Glass.groundedBack(), problem.back());
        assertTrue(problem.start().isEmpty());
    }

    @Test
    void aStartProfileBringsItsMesh() {
        final NppState start = NppState.of(3, Mesh.uniform(1, 2), new double[2], new double[2][2], new double[2], 0);
        final NppProblem problem = complete().start(start).build();
        assertEquals(start.mesh(), problem.mesh());
        assertSame(start, problem.start().orElseThrow());
    }

    @Test
    void quantitiesMustBePositive() {
        assertRefused("temperature must be finite and > 0: 0.0 K", b -> b.temperature(0));
        assertRefused("temperature must be finite and > 0: NaN K", b -> b.temperature(Double.NaN));
        assertRefused("permittivity must be finite and > 0: -1.0 F/m", b -> b.permittivity(-1));
        assertRefused("permittivity must be finite and > 0: Infinity F/m", b -> b.permittivity(1 / 0.0));
    }

    @Test
    void ionsAreNeededWithNamesOfTheirOwn() {
        assertRefused("ion names must differ: Li twice", b -> b.ion(Ion.of("Li", 1, 0, Glass.constant(1))));
        final NppProblem.Builder none = NppProblem.builder().temperature(300).permittivity(1);
        final IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, none::build);
        assertEquals("problem needs at least one ion", thrown.getMessage());
    }

    @Test
    void bothBoundariesAndAMeshAreNeeded() {
        final NppProblem.Builder bare = Glass.ofIons(Glass.constant(1), Glass.constant(1));
        assertEquals(
                "front: boundary is missing",
                assertThrows(IllegalArgumentException.class, bare::build).getMessage());
        bare.front(Boundary.of(ElectricCondition.potential(1), blocked(), neutral()));
        assertEquals(
                "back: boundary is missing",
                assertThrows(IllegalArgumentException.class, bare::build).getMessage());
        bare.back(Glass.groundedBack());
        assertEquals(
                "mesh is missing",
                assertThrows(IllegalArgumentException.class, bare::build).getMessage());
    }

    @Test
    void boundariesMustFitTheIons() {
        assertRefused(
                "front: needs one condition per ion: 1 conditions, 2 ions",
                b -> b.front(Boundary.of(ElectricCondition.potential(1), blocked())));
        assertRefused(
                "back: only one ion can keep the surface neutral",
                b -> b.back(Boundary.of(ElectricCondition.potential(0), neutral(), neutral())));
        assertRefused(
                "back: an uncharged ion can't keep the surface neutral: H2O",
                b -> b.ion(Ion.of("H2O", 0, 0, Glass.constant(1)))
                        .front(Boundary.of(new Attachment(1, BEAM), blocked(), neutral(), blocked()))
                        .back(Boundary.of(ElectricCondition.potential(0), blocked(), blocked(), neutral())));
    }

    @Test
    void attachmentBelongsToTheFrontAndToItsNeutralIon() {
        assertRefused(
                "back: attachment is a condition of the front",
                b -> b.back(Boundary.of(new Attachment(1, BEAM), discharged(), neutral())));
        assertRefused(
                "front: attached ion 2 of 2 ions",
                b -> b.front(Boundary.of(new Attachment(2, BEAM), blocked(), neutral())));
        assertRefused(
                "front: the attached ion must be neutral(): K",
                b -> b.front(Boundary.of(new Attachment(1, BEAM), blocked(), blocked())));
    }

    @Test
    void thePotentialMustBeFixedSomewhere() {
        assertRefused(
                "front or back must have a given potential",
                b -> b.back(Boundary.of(new SurfaceCharge(BEAM), discharged(), blocked())));
        final NppProblem turned = complete()
                .front(Boundary.of(ElectricCondition.potential(0), blocked(), neutral()))
                .back(Boundary.of(new SurfaceCharge(BEAM), blocked(), blocked()))
                .build();
        assertEquals(new SurfaceCharge(BEAM), turned.back().electric());
    }

    @Test
    void aStartProfileMustHaveTheIonsOfTheProblem() {
        final NppState start = NppState.of(3, MESH, new double[5], new double[1][5], new double[5], 0);
        assertRefused("start profile has 1 ions, problem 2", b -> b.start(start));
    }

    @Test
    void aProblemWithoutAnyIonsIsRefusedBySolvers() {
        final NppProblem empty = NppProblem.builder()
                .temperature(300)
                .permittivity(1)
                .ion(Ion.of("Li", 1, 0, Glass.constant(1)))
                .mesh(MESH)
                .front(Boundary.of(ElectricCondition.potential(1), blocked()))
                .back(Boundary.of(ElectricCondition.potential(0), blocked()))
                .build();
        final NppSolver solver = NppSolver.of(SolverOptions.defaults());
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> solver.evolve(empty, 1));
        assertEquals("problem has no ions: all densities of sample, surfaces and start are 0", thrown.getMessage());
    }

    @Test
    void anIonHasANameAndADensity() {
        assertEquals(
                "ion name must not be blank",
                assertThrows(IllegalArgumentException.class, () -> Ion.of(" ", 1, 0, Glass.constant(1)))
                        .getMessage());
        assertEquals(
                "virgin density of Li must be finite and >= 0: NaN 1/m^3",
                assertThrows(IllegalArgumentException.class, () -> Ion.of("Li", 1, Double.NaN, Glass.constant(1)))
                        .getMessage());
    }
}
