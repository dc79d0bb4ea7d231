package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.boundary.ElectricCondition.SurfaceCharge;
import org.npp.core.boundary.IonCondition;
import org.npp.core.impedance.ImpedanceSpectrum;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.NodeFormula;

/** The impedance against closed forms of the linearised equations, and against the steady solver. */
class ImpedanceTest {
    private static final double E = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double KT = PhysicalConstants.BOLTZMANN * Glass.TEMPERATURE;
    private static final double[] DECADES = {1e-3, 1e-2, 0.1, 0.5, 1, 2, 10, 100, 1e3};

    /** Where the discrete equations are exact: rounding of a few hundred potential drops. */
    private static final double ROUNDING = 1e-9;

    private static final NppSolver SOLVER = NppSolver.of(SolverOptions.defaults());
    private static final NppSolver NEUTRAL =
            NppSolver.of(SolverOptions.defaults().withPoisson(PoissonModel.ELECTRONEUTRAL));

    private static NppState uniform(Mesh mesh, double... densities) {
        final double[][] profiles = new double[densities.length][mesh.size()];
        for (int i = 0; i < densities.length; i++) {
            Arrays.fill(profiles[i], densities[i]);
        }
        return NppState.of(0, mesh, new double[mesh.size()], profiles, new double[mesh.size()], 0);
    }

    private static NppProblem.Builder sample() {
        return NppProblem.builder().temperature(Glass.TEMPERATURE).permittivity(Glass.PERMITTIVITY);
    }

    private static double[] times(double[] factors, double unit) {
        return Arrays.stream(factors).map(f -> f * unit).toArray();
    }

    /** Largest |Z - expected| over |expected|. */
    private static double error(ImpedanceSpectrum spectrum, Complex[] expected) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            final Complex z = new Complex(spectrum.real(i), spectrum.imaginary(i));
            worst = Math.max(worst, z.subtract(expected[i]).abs() / expected[i].abs());
        }
        return worst;
    }

    /** Z = R/(1 + i omega R C), R = L kT/(e^2 z^2 n D), C = eps/L, whatever drives the front. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, -1})
    void aUniformConductorBetweenReversibleContactsIsAResistorBesideACapacitor(int charge) {
        final double diffusivity = 1e-15;
        final double density = 1e27;
        final Mesh mesh = Mesh.logarithmic(1e-6, 1e-10, 81);
        final double resistance = 1e-6 * KT / (E * E * charge * charge * density * diffusivity);
        final double capacitance = Glass.PERMITTIVITY / 1e-6;
        final double[] omegas = times(DECADES, 1 / (resistance * capacitance));
        final Complex[] expected = Arrays.stream(DECADES)
                .mapToObj(x -> new Complex(resistance).divide(new Complex(1, x)))
                .toArray(Complex[]::new);
        final ElectricCondition[] fronts = {
            ElectricCondition.potential(0.3), new SurfaceCharge(Drive.constant(0)), new Attachment(0, Drive.constant(1))
        };
        for (final ElectricCondition front : fronts) {
            final NppProblem problem = sample().ion(Ion.of("a", charge, density, Glass.constant(diffusivity)))
                    .mesh(mesh)
                    .front(Boundary.of(front, neutral()))
                    .back(Boundary.of(ElectricCondition.potential(0), neutral()))
                    .build();
            assertTrue(error(SOLVER.impedance(problem, uniform(mesh, density), omegas), expected) <= ROUNDING);
        }
    }

    /**
     * Between blocking electrodes, kappa^2 = 1/lambda^2 + i omega/D: Z = 2/(i omega C' kappa^2) [tanh(kappa L/2)/(kappa
     * lambda^2) + i omega L/(2 D)], C' = eps, for one ion in a fixed counter-charge as for two of equal diffusivity.
     */
    private static Complex[] polarisation(double[] omegas, double thickness, double debye, double diffusivity) {
        return Arrays.stream(omegas)
                .mapToObj(omega -> {
                    final Complex square = new Complex(1 / (debye * debye), omega / diffusivity);
                    final Complex kappa = square.sqrt();
                    final Complex layers =
                            kappa.multiply(thickness / 2).tanh().divide(kappa).divide(debye * debye);
                    return layers.add(new Complex(0, omega * thickness / (2 * diffusivity)))
                            .multiply(2)
                            .divide(square)
                            .divide(new Complex(0, omega * Glass.PERMITTIVITY));
                })
                .toArray(Complex[]::new);
    }

    private static double polarisationError(int cells, int... charges) {
        final double density = 1e24;
        final double diffusivity = 1e-14;
        final double thickness = 60e-9;
        final double debye = Math.sqrt(Glass.PERMITTIVITY * KT / (E * E * density * charges.length));
        final double[] omegas = times(DECADES, diffusivity / (debye * thickness));
        final Mesh mesh = Mesh.uniform(thickness, cells + 1);
        final NppProblem.Builder builder = sample().mesh(mesh);
        final double[] densities = new double[charges.length];
        for (int i = 0; i < charges.length; i++) {
            densities[i] = density;
            builder.ion(Ion.of("ion " + i, charges[i], density, Glass.constant(diffusivity)));
        }
        final NppProblem problem = builder.front(charges.length == 1 ? end(blocked()) : end(blocked(), blocked()))
                .back(charges.length == 1 ? end(blocked()) : end(blocked(), blocked()))
                .build();
        return error(
                SOLVER.impedance(problem, uniform(mesh, densities), omegas),
                polarisation(omegas, thickness, debye, diffusivity));
    }

    private static Boundary end(IonCondition... conditions) {
        return Boundary.of(ElectricCondition.potential(0), conditions);
    }

    @Test
    void blockingElectrodesPolariseAsTheLinearTheorySaysInSecondOrder() {
        for (final int[] charges : new int[][] {{1}, {1, -1}}) {
            final double coarse = polarisationError(120, charges);
            final double fine = polarisationError(240, charges);
            final double finest = polarisationError(960, charges);
            assertEquals(2, Math.log(coarse / fine) / Math.log(2), 0.1);
            assertEquals(4, Math.log(fine / finest) / Math.log(2), 0.2);
            assertTrue(finest <= 1e-4, "error " + finest);
        }
    }

    /**
     * Two ions that share the conduction, one blocked: J_1 = 0 at both ends makes n_2' D~ = -t_1 J there, so
     * Z S = L + (D_1 - D_2) t_1 (2/(s D~)) tanh(s L/2), s^2 = i omega/D~, in units of the electroneutral model.
     */
    @Test
    void anIonThatCanNotPassAddsAFiniteWarburgImpedance() {
        final double d1 = 1e-14;
        final double d2 = 2e-15;
        final double n1 = 0.7e27;
        final double n2 = 0.3e27;
        final double thickness = 1e-6;
        final double s = d1 * n1 + d2 * n2;
        final double exchange = (n1 + n2) * d1 * d2 / s;
        final double t1 = d1 * n1 / s;
        final double[] omegas = times(DECADES, exchange / (thickness * thickness));
        final Complex[] expected = Arrays.stream(omegas)
                .mapToObj(omega -> {
                    final Complex root = new Complex(0, omega / exchange).sqrt();
                    return root.multiply(thickness / 2)
                            .tanh()
                            .divide(root)
                            .multiply(2 * (d1 - d2) * t1 / exchange)
                            .add(thickness)
                            .multiply(KT / (E * E * s));
                })
                .toArray(Complex[]::new);
        final double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            final Mesh mesh = Mesh.uniform(thickness, (200 << i) + 1);
            final NppProblem problem = sample().ion(Ion.of("1", 1, n1, Glass.constant(d1)))
                    .ion(Ion.of("2", 1, n2, Glass.constant(d2)))
                    .mesh(mesh)
                    .front(end(blocked(), neutral()))
                    .back(end(blocked(), neutral()))
                    .build();
            errors[i] = error(NEUTRAL.impedance(problem, uniform(mesh, n1, n2), omegas), expected);
        }
        assertEquals(2, Math.log(errors[0] / errors[1]) / Math.log(2), 0.1);
        assertTrue(errors[1] <= 3e-4, "error " + errors[1]);
    }

    private static NppProblem.Builder stagnant(double current) {
        final DiffusivityLaw foreign = NodeFormula.exponential(4e-17, 0, 2 / Glass.BULK);
        return Glass.ofIons(Glass.constant(1e-17), foreign)
                .front(Boundary.of(new Attachment(1, Drive.constant(current)), blocked(), neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), density(0.8 * Glass.BULK), neutral()));
    }

    private static double steadyVoltage(Mesh mesh, double current) {
        return SOLVER.steadyState(stagnant(current).mesh(mesh).build()).potential(0);
    }

    /** A native ion held back by its own diffusion against a current of the foreign one: V(j) is not linear. */
    @Test
    void theLimitOfLowFrequencyIsTheSlopeOfTheSteadyVoltage() {
        final double current = Glass.CHARGE_DENSITY * 4e-17 / 100e-9;
        final double h = 0.02 * current;
        final Mesh mesh = Mesh.uniform(100e-9, 101);
        final double slope = (8 * (steadyVoltage(mesh, current + h) - steadyVoltage(mesh, current - h))
                        - (steadyVoltage(mesh, current + 2 * h) - steadyVoltage(mesh, current - 2 * h)))
                / (12 * h);
        final double chord = steadyVoltage(mesh, current) / current;
        assertTrue(Math.abs(slope / chord - 1) > 0.05, "not linear: " + slope / chord);
        final NppProblem problem = stagnant(current).mesh(mesh).build();
        final ImpedanceSpectrum low = SOLVER.impedance(problem, SOLVER.steadyState(problem), 1e-12);
        assertEquals(slope, low.real(0), 1e-6 * slope);
        assertEquals(0, low.phase(0), 1e-6);
        assertEquals(low.real(0), low.magnitude(0), 1e-9 * slope);
    }

    /** Faster than any diffusion, an electroneutral sample shows the resistance of its layers in series. */
    @Test
    void aFrozenProfileShowsTheResistanceOfItsLayers() {
        final double foreign = 2e-18;
        final double d1 = 1e-17;
        final Mesh mesh = Mesh.uniform(200e-9, 801);
        final NppProblem problem = Glass.bombarded(Glass.constant(d1), Glass.constant(foreign), Glass.beam(50e-9, 1e4))
                .mesh(mesh)
                .build();
        final NppState late = NEUTRAL.evolve(problem, 1e4).finalState();
        double resistance = 0;
        for (int k = 1; k < late.mesh().size(); k++) {
            final double left = d1 * late.density(0, k - 1) + foreign * late.density(1, k - 1);
            final double right = d1 * late.density(0, k) + foreign * late.density(1, k);
            resistance += (late.mesh().node(k) - late.mesh().node(k - 1)) * 0.5 * (1 / left + 1 / right);
        }
        resistance *= KT / (E * E);
        final ImpedanceSpectrum spectrum = NEUTRAL.impedance(problem, late, 1e9);
        assertEquals(resistance, spectrum.real(0), 2e-4 * resistance);
        assertEquals(0, spectrum.imaginary(0), 1e-6 * resistance);
    }

    @Test
    void whatHasNoImpedanceIsRefused() {
        final Mesh mesh = Mesh.uniform(1e-6, 11);
        final NppProblem.Builder builder =
                sample().ion(Ion.of("a", 1, 1e27, Glass.constant(0))).mesh(mesh).front(end(neutral()));
        final NppProblem charged = builder.back(Boundary.of(new SurfaceCharge(Drive.constant(0)), neutral()))
                .build();
        assertEquals(
                "impedance: the back must have a given potential",
                message(() -> SOLVER.impedance(charged, uniform(mesh, 1e27), 1)));
        final NppProblem immobile = builder.back(end(neutral())).build();
        assertEquals(
                "impedance: state has 2 ions, problem 1",
                message(() -> SOLVER.impedance(immobile, uniform(mesh, 1e27, 0), 1)));
        assertEquals(
                "angular frequency must be finite and > 0: omega[1] = 0.0 rad/s",
                message(() -> SOLVER.impedance(immobile, uniform(mesh, 1e27), 1, 0)));
        assertEquals(
                "impedance at omega = 1.0 rad/s: no ion can answer the current at node 0 (x = 0.00000 nm)",
                message(() -> NEUTRAL.impedance(immobile, uniform(mesh, 1e27), 1)));
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
