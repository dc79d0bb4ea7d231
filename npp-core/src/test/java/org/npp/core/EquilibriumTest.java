package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.NodeFormula;

/** Steady states without current: Boltzmann's distribution, and discrete ones that other codes have published. */
class EquilibriumTest {
    private static final double TEMPERATURE = 298.15;
    private static final double THERMAL_VOLTAGE =
            PhysicalConstants.BOLTZMANN * TEMPERATURE / PhysicalConstants.ELEMENTARY_CHARGE;

    /** Both compute the same discrete solution; what differs is rounding. */
    private static final double SAME_SCHEME = 1e-11;

    private static final NppSolver SOLVER =
            NppSolver.of(SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED));

    private static NppProblem doubleLayer(
            double temperature, double permittivity, double density, double volts, Mesh mesh) {
        return NppProblem.builder()
                .temperature(temperature)
                .permittivity(permittivity)
                .ion(Ion.of("cation", 1, density, ConstantDiffusivity.of(1e-9)))
                .ion(Ion.of("anion", -1, density, ConstantDiffusivity.of(2e-9)))
                .mesh(mesh)
                .front(Boundary.of(ElectricCondition.potential(volts), blocked(), blocked()))
                .back(Boundary.of(ElectricCondition.potential(0), density(density), density(density)))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"0.025,0.0187722", "0.050,0.0420761", "0.100,0.127235", "0.200,0.908973"})
    void theSurfaceChargeIsGouyAndChapmansToFourDigits(double volts, double published) {
        final double permittivity = 78.4 * PhysicalConstants.VACUUM_PERMITTIVITY;
        final double density = 100 * PhysicalConstants.AVOGADRO;
        final Mesh mesh = Mesh.logarithmic(30e-9, 0.05e-9, 2001);
        final NppState state = SOLVER.steadyState(doubleLayer(TEMPERATURE, permittivity, density, volts, mesh));
        final double exact = Math.sqrt(8 * permittivity * PhysicalConstants.BOLTZMANN * TEMPERATURE * density)
                * Math.sinh(volts / (2 * THERMAL_VOLTAGE));
        assertEquals(published, exact, 5e-6 * exact);
        assertEquals(exact, state.surfaceCharge(), 1e-4 * exact);
    }

    @Test
    void densitiesFollowBoltzmannAndThePotentialGouyAndChapman() {
        final double permittivity = 78.4 * PhysicalConstants.VACUUM_PERMITTIVITY;
        final double density = 100 * PhysicalConstants.AVOGADRO;
        final double volts = 0.1;
        final Mesh mesh = Mesh.logarithmic(30e-9, 0.05e-9, 2001);
        final NppState state = SOLVER.steadyState(doubleLayer(TEMPERATURE, permittivity, density, volts, mesh));
        final double debye = 0.961370e-9;
        final double slope = Math.tanh(volts / (4 * THERMAL_VOLTAGE));
        for (int k = 0; k < mesh.size(); k++) {
            final double psi = state.potential(k) / THERMAL_VOLTAGE;
            assertEquals(density * Math.exp(-psi), state.density(0, k), 1e-10 * state.density(0, k));
            assertEquals(density * Math.exp(psi), state.density(1, k), 1e-10 * state.density(1, k));
            final double decayed = slope * Math.exp(-mesh.node(k) / debye);
            assertEquals(2 * Math.log((1 + decayed) / (1 - decayed)), psi, 1e-4);
        }
    }

    @Test
    void theBlockingElectrodeOfAnotherCodeIsFound() {
        final double gasConstant = 8.3144598;
        final double faraday = 96485.33289;
        // temperature and density that give the other code's RT/F and F c
        final double temperature = TEMPERATURE
                * (gasConstant / faraday)
                / (PhysicalConstants.BOLTZMANN / PhysicalConstants.ELEMENTARY_CHARGE);
        final double density = 0.1 * faraday / PhysicalConstants.ELEMENTARY_CHARGE;
        final Mesh mesh = Mesh.uniform(100e-9, 201);
        final NppState state =
                SOLVER.steadyState(doubleLayer(temperature, 79 * 8.854187817620389e-12, density, 0.05, mesh));
        assertEquals(4.905524707126e-02, state.potential(1), SAME_SCHEME);
        assertEquals(4.148510756491e-02, state.potential(10), SAME_SCHEME);
        assertEquals(3.465690177372e-02, state.potential(20), SAME_SCHEME);
        assertEquals(2.446739809848e-02, state.potential(40), SAME_SCHEME);
        assertEquals(8.722412739267e-03, state.potential(100), SAME_SCHEME);
    }

    /** Permittivity [F/m] that makes a Debye length squared of 1e-3 m² at the given density. */
    private static double permittivityAt(double density) {
        return 1e-3 * PhysicalConstants.ELEMENTARY_CHARGE * density / THERMAL_VOLTAGE;
    }

    /** -eps u'' + e^u - e^-u = f: two mobile ions in equilibrium, f from two immobile ones. */
    @Test
    void theNonlinearPoissonProblemOfAnotherCodeIsFound() {
        final double unit = 1e20;
        final Mesh mesh = Mesh.uniform(1, 11);
        final double[][] densities = new double[4][11];
        for (int k = 0; k < 11; k++) {
            densities[0][k] = unit;
            densities[1][k] = unit;
            densities[k <= 5 ? 2 : 3][k] = unit;
        }
        final List<IonCondition> grounded = List.of(density(unit), density(unit), blocked(), blocked());
        final List<IonCondition> raised =
                List.of(density(unit * Math.exp(-1)), density(unit * Math.exp(1)), blocked(), blocked());
        final NppState state = SOLVER.steadyState(NppProblem.builder()
                .temperature(TEMPERATURE)
                .permittivity(permittivityAt(unit))
                .ion(Ion.of("plus", 1, 0, ConstantDiffusivity.of(1)))
                .ion(Ion.of("minus", -1, 0, ConstantDiffusivity.of(1)))
                .ion(Ion.of("donor", 1, 0, ConstantDiffusivity.of(0)))
                .ion(Ion.of("acceptor", -1, 0, ConstantDiffusivity.of(0)))
                .front(new Boundary(ElectricCondition.potential(0), grounded))
                .back(new Boundary(ElectricCondition.potential(THERMAL_VOLTAGE), raised))
                .start(NppState.of(0, mesh, new double[11], densities, chargeOf(densities), 0))
                .build());
        double sum = 0;
        for (int k = 0; k < 11; k++) {
            sum += state.potential(k) / THERMAL_VOLTAGE;
        }
        assertEquals(1.5247901344230088, sum, SAME_SCHEME);
    }

    private static double[] chargeOf(double[][] densities) {
        final double[] charge = new double[densities[0].length];
        for (int k = 0; k < charge.length; k++) {
            charge[k] = PhysicalConstants.ELEMENTARY_CHARGE * (densities[2][k] - densities[3][k]);
        }
        return charge;
    }

    /** Fraction of vacant sites below which crowding goes on as its tangent: laws are finite at any density. */
    private static final double LEAST_VACANT = 1e-5;

    private static double crowding(double filled) {
        final double vacant = Math.max(LEAST_VACANT, 1 - filled);
        return -Math.log(vacant) + (filled - (1 - vacant)) / LEAST_VACANT;
    }

    /** Anions of charge 2 on a lattice, mu_ex = -ln(1 - c), at half filling in the virgin sample. */
    @ParameterizedTest
    @CsvSource({"1,12.343002224216821", "2,13.924349087530621", "3,15.459300589433853"})
    void theLatticeGasIsFoundAsByNewtonsMethodInFortyDigits(double scaledPotential, double expected) {
        final double sites = 1e20;
        final NodeFormula crowding = NodeFormula.of(
                n -> crowding(n[0] / sites), (n, v, j) -> 1 / (sites * Math.max(LEAST_VACANT, 1 - n[0] / sites)));
        final NppState state = SOLVER.steadyState(NppProblem.builder()
                .temperature(TEMPERATURE)
                .permittivity(permittivityAt(sites))
                .ion(Ion.of("anion", -2, 0.5 * sites, ConstantDiffusivity.of(1)).withExcessPotential(crowding))
                .mesh(Mesh.uniform(1, 21))
                .front(Boundary.of(ElectricCondition.potential(scaledPotential * THERMAL_VOLTAGE), blocked()))
                .back(Boundary.of(ElectricCondition.potential(0), density(0.5 * sites)))
                .build());
        double sum = 0;
        for (int k = 0; k < 21; k++) {
            sum += state.potential(k) / THERMAL_VOLTAGE + state.density(0, k) / sites;
        }
        assertEquals(expected, sum, SAME_SCHEME);
    }
}
