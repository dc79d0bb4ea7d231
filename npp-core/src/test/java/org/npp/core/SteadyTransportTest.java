package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.flux.ScharfetterGummelFlux;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.NodeFormula;

/** Steady states with a flux, and diffusion alone, against closed forms. */
class SteadyTransportTest {
    private static final double UNIT = 1e20;
    private static final double TOLERANCE = 1e-11;
    private static final SolverOptions FIXED = SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED);

    private static NppProblem.Builder oneIon(int charge, double virgin, DiffusivityLaw law) {
        return NppProblem.builder().temperature(300).permittivity(1).ion(Ion.of("tracer", charge, virgin, law));
    }

    private static double[] filled(Mesh mesh, double density) {
        final double[] densities = new double[mesh.size()];
        Arrays.fill(densities, density);
        return densities;
    }

    private static NppState uncharged(Mesh mesh, double[]... densities) {
        return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
    }

    private static Boundary fixed(double volts, double fraction) {
        return Boundary.of(ElectricCondition.potential(volts), density(fraction * UNIT));
    }

    /** -(D u' - v u)' = 0, v/D = 100: Sum u of the exponential scheme is that of the exact solution. */
    @Test
    void driftAndDiffusionOfATraceAreExactOnAnyMesh() {
        // a permittivity that keeps the field uniform whatever the ions do
        final NppState state = NppSolver.of(FIXED)
                .steadyState(oneIon(1, 0, ConstantDiffusivity.of(0.01))
                        .permittivity(1e25)
                        .mesh(Mesh.uniform(1, 11))
                        .front(fixed(100 * Glass.THERMAL_VOLTAGE, 0))
                        .back(fixed(0, 1))
                        .build());
        double sum = 0;
        for (int k = 0; k < 11; k++) {
            assertEquals(Math.expm1(10.0 * k) / Math.expm1(100), state.density(0, k) / UNIT, TOLERANCE);
            sum += state.density(0, k) / UNIT;
        }
        assertEquals(1.000045401991, sum, TOLERANCE);
    }

    /** D = 1 - u, u(0) = 1, u(L) = 0: u = 1 - sqrt(x/L). */
    @Test
    void aDiffusivityThatVanishesAtTheFrontGivesTheSquareRootProfile() {
        final DiffusivityLaw law = NodeFormula.of(n -> 1 - n[0] / UNIT, (n, v, j) -> -1 / UNIT);
        final NppState state = NppSolver.of(FIXED.withEdgeDiffusivity(EdgeDiffusivity.ARITHMETIC))
                .steadyState(oneIon(0, 0, law)
                        .mesh(Mesh.uniform(1, 101))
                        .front(fixed(0, 1))
                        .back(fixed(0, 0))
                        .build());
        for (int k = 0; k < 101; k++) {
            assertEquals(1 - Math.sqrt(k / 100.0), state.density(0, k) / UNIT, 1e-9);
        }
    }

    /** Cottrell: uptake 2 c sqrt(D t/pi); 1 mol/m^3, 1e-9 m^2/s, 1 s: 1.721418 A/m^2. */
    @Test
    void theCurrentIntoAFullSinkIsCottrells() {
        final double density = PhysicalConstants.AVOGADRO;
        final Mesh mesh = Mesh.logarithmic(5e-4, 1e-5, 801);
        final double[] start = filled(mesh, density);
        start[0] = 0;
        final Trajectory run = NppSolver.of(FIXED.withTolerance(1e-6))
                .evolve(
                        oneIon(0, density, ConstantDiffusivity.of(1e-9))
                                .start(uncharged(mesh, start))
                                .front(Boundary.of(ElectricCondition.potential(0), density(0)))
                                .back(Boundary.of(ElectricCondition.potential(0), blocked()))
                                .build(),
                        1);
        final NppState end = run.finalState();
        final double slope = 0.5 * (end.density(0, 1) / mesh.node(1) + end.density(0, 2) / mesh.node(2));
        assertEquals(1.721418, 1e-9 * slope * PhysicalConstants.ELEMENTARY_CHARGE, 5e-4);
    }

    /**
     * HCl | KCl, 0.1 mol/l, 298.15 K, ion conductivities 350.1, 73.5, 76.31: without current the KCl side is 26.875 mV
     * higher, after Henderson and, at equal densities, Planck.
     */
    @Test
    void theJunctionOfTwoChloridesCarriesNoCurrentAtHendersonsPotential() {
        final double[] conductivities = {350.1, 73.5, 76.31};
        final double[] current = new double[2];
        for (int i = 0; i < 2; i++) {
            current[i] = junctionCurrent(conductivities, i * 26.875e-3);
        }
        // the published value has five digits: 0.0005 mV of 26.875
        assertEquals(0, current[1], 2e-5 * Math.abs(current[0]));
    }

    /** Current, over e times the first conductivity, between HCl at potential 0 and KCl at the given one. */
    private static double junctionCurrent(double[] conductivities, double volts) {
        final double temperature = 298.15;
        final double thermal = PhysicalConstants.BOLTZMANN * temperature / PhysicalConstants.ELEMENTARY_CHARGE;
        final Mesh mesh = Mesh.uniform(1e-6, 51);
        final NppProblem.Builder builder =
                NppProblem.builder().temperature(temperature).permittivity(Glass.PERMITTIVITY);
        final int[] charges = {1, 1, -1};
        final double[][] densities = new double[3][mesh.size()];
        for (int i = 0; i < 3; i++) {
            builder.ion(Ion.of("ion " + i, charges[i], i == 1 ? 0 : UNIT, ConstantDiffusivity.of(conductivities[i])));
            Arrays.fill(densities[i], i == 2 ? UNIT : 0.5 * UNIT);
        }
        final NppState state = NppSolver.of(FIXED.withPoisson(PoissonModel.ELECTRONEUTRAL))
                .steadyState(builder.start(uncharged(mesh, densities))
                        .front(Boundary.of(ElectricCondition.potential(0), density(UNIT), density(0), density(UNIT)))
                        .back(Boundary.of(ElectricCondition.potential(volts), density(0), density(UNIT), density(UNIT)))
                        .build());
        final ScharfetterGummelFlux flux = ScharfetterGummelFlux.create();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            final double left = state.density(i, 25) / UNIT;
            final double right = state.density(i, 26) / UNIT;
            final double drop = charges[i] * (state.potential(26) - state.potential(25)) / thermal;
            flux.evaluate(conductivities[i] / conductivities[0], 1, drop, 0, left, right, left - right);
            sum += charges[i] * flux.flux();
        }
        return sum;
    }

    @Test
    void aSteadyStateNeedsConstantDrives() {
        final Drive ramp = Drive.piecewiseLinear(new double[] {0, 1}, new double[] {0, 1});
        final NppProblem problem = oneIon(1, UNIT, ConstantDiffusivity.of(1))
                .mesh(Mesh.uniform(1, 3))
                .front(Boundary.of(new ElectricCondition.Potential(ramp), blocked()))
                .back(fixed(0, 1))
                .build();
        final NppSolver solver = NppSolver.of(FIXED);
        final IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> solver.steadyState(problem));
        assertEquals("a steady state needs drives that are constant in time", thrown.getMessage());
    }

    @Test
    void aCancelledSearchGivesTheLastState() {
        final NppProblem problem = oneIon(1, UNIT, ConstantDiffusivity.of(1))
                .mesh(Mesh.uniform(1, 3))
                .front(Boundary.of(ElectricCondition.potential(1), blocked()))
                .back(fixed(0, 1))
                .build();
        final NppSolver solver = NppSolver.of(FIXED.withCancelled(() -> true));
        final SimulationException thrown = assertThrows(SimulationException.class, () -> solver.steadyState(problem));
        assertEquals("run stopped (CANCELLED) at t = 0.00000 s", thrown.getMessage());
        assertEquals(UNIT, thrown.partial().finalState().density(0, 1));
    }
}
