package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;

import org.junit.jupiter.api.Test;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.NodeFormula;

class StartAndLawTest {
    /** Cottrell from a uniform start: the front's density jumps to 0 in the first step. */
    @Test
    void aBoundaryDensityMayDifferFromTheStart() {
        final double density = PhysicalConstants.AVOGADRO;
        final Mesh mesh = Mesh.logarithmic(5e-4, 1e-5, 801);
        final NppProblem problem = NppProblem.builder()
                .temperature(300)
                .permittivity(1)
                .ion(Ion.of("tracer", 0, density, ConstantDiffusivity.of(1e-9)))
                .mesh(mesh)
                .front(Boundary.of(ElectricCondition.potential(0), density(0)))
                .back(Boundary.of(ElectricCondition.potential(0), blocked()))
                .build();
        final NppState end = NppSolver.of(SolverOptions.defaults()
                        .withMeshMotion(MeshMotion.FIXED)
                        .withMaxSteps(10_000)
                        .withTolerance(1e-4))
                .evolve(problem, 1)
                .finalState();
        final double slope = 0.5 * (end.density(0, 1) / mesh.node(1) + end.density(0, 2) / mesh.node(2));
        assertEquals(1.721418, 1e-9 * slope * PhysicalConstants.ELEMENTARY_CHARGE, 1e-2);
    }

    @Test
    void aLawThatBreaksDownIsReportedWithItsNodeAndIon() {
        final NodeFormula broken = NodeFormula.of(n -> n[0] < 0.5 * Glass.BULK ? Double.NaN : 1e-17, (n, v, j) -> 0);
        final NppProblem problem = Glass.bombarded(broken, Glass.constant(1e-18), Glass.beam(100e-9, 1e4))
                .mesh(Mesh.uniform(1e-6, 201))
                .build();
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED));
        final SimulationException thrown = assertThrows(SimulationException.class, () -> solver.evolve(problem, 1e4));
        assertEquals(Termination.NOT_FINITE, thrown.failure().termination());
        assertEquals("Li", thrown.failure().unknown());
        assertTrue(thrown.failure().node() <= 1, "node " + thrown.failure().node());
    }

    /** The published sum of the lattice gas; mu_ex = -ln(1 - c) at c = 0.99995. */
    @Test
    void theCrowdedLatticeGasOfAnotherCodeIsFound() {
        final double sites = 1e20;
        final double least = 1e-5;
        final double volt = Glass.THERMAL_VOLTAGE;
        final NodeFormula crowding = NodeFormula.of(
                n -> {
                    final double vacant = Math.max(least, 1 - n[0] / sites);
                    return -Math.log(vacant) + (n[0] / sites - (1 - vacant)) / least;
                },
                (n, v, j) -> 1 / (sites * Math.max(least, 1 - n[0] / sites)));
        final NppState state = NppSolver.of(SolverOptions.defaults())
                .steadyState(NppProblem.builder()
                        .temperature(Glass.TEMPERATURE)
                        .permittivity(1e-3 * PhysicalConstants.ELEMENTARY_CHARGE * sites / volt)
                        .ion(Ion.of("anion", -2, 0.5 * sites, ConstantDiffusivity.of(1))
                                .withExcessPotential(crowding))
                        .mesh(Mesh.uniform(1, 21))
                        .front(Boundary.of(ElectricCondition.potential(5 * volt), blocked()))
                        .back(Boundary.of(ElectricCondition.potential(0), density(0.5 * sites)))
                        .build());
        double sum = 0;
        for (int k = 0; k < 21; k++) {
            sum += state.potential(k) / volt + state.density(0, k) / sites;
        }
        assertEquals(18.721369939565655, sum, 1e-11);
    }
}
