package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.boundary.IonCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantCorrelation;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.FadingCorrelation;
import org.npp.core.transport.IsotopeMobility;
import org.npp.core.transport.MobilityLaw;

/** Runs with a full mobility matrix against exact solutions, the diagonal code and what every run must keep. */
class CrossFluxTest {
    private static final double THICKNESS = 1e-6;
    /** Steady fluxes are those of Scharfetter and Gummel. */
    private static final SolverOptions NEUTRAL = SolverOptions.defaults()
            .withPoisson(PoissonModel.ELECTRONEUTRAL)
            .withEdgeDiffusivity(EdgeDiffusivity.BLENDED)
            .withMeshMotion(MeshMotion.FIXED);

    private static NppProblem.Builder glass(MobilityLaw law) {
        return NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .mobility(law)
                .ion(Ion.of("Li", 1, Glass.BULK))
                .ion(Ion.of("K", 1, 0));
    }

    private static NppProblem.Builder bombarded(MobilityLaw law, double depth, double time) {
        return glass(law)
                .front(Boundary.of(new Attachment(1, Glass.beam(depth, time)), blocked(), neutral()))
                .back(Glass.groundedBack());
    }

    private static ConstantCorrelation pair(DiffusivityLaw one, DiffusivityLaw other, double r) {
        return ConstantCorrelation.of(List.of(one, other), 1, r, r, 1);
    }

    /** j = sigma V/L, sigma = e^2 z^T L z with L_ij = r_ij sqrt(n_i D_i n_j D_j)/kT. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.2, 0, 0.45})
    void theConductivityIsThatOfTheWholeMatrix(double r) {
        final int[] z = {1, 2, -1};
        final double[] n = {0.5 * Glass.BULK, 0.2 * Glass.BULK, 0.3 * Glass.BULK};
        final double[] d = {1e-17, 3e-19, 2e-18};
        final MobilityLaw law = ConstantCorrelation.of(
                List.of(Glass.constant(d[0]), Glass.constant(d[1]), Glass.constant(d[2])), 1, r, r, r, 1, r, r, r, 1);
        final IonCondition[] ends = {density(n[0]), density(n[1]), density(n[2])};
        final double volts = 0.7;
        final NppProblem problem = NppProblem.builder()
                .temperature(Glass.TEMPERATURE)
                .permittivity(Glass.PERMITTIVITY)
                .mobility(law)
                .ion(Ion.of("Li", z[0], n[0]))
                .ion(Ion.of("Ca", z[1], n[1]))
                .ion(Ion.of("F", z[2], n[2]))
                .mesh(Mesh.logarithmic(THICKNESS, 1e-8, 21))
                .front(Boundary.of(ElectricCondition.potential(volts), ends))
                .back(Boundary.of(ElectricCondition.potential(0), ends))
                .build();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += z[i] * z[j] * (i == j ? 1 : r) * Math.sqrt(n[i] * d[i] * n[j] * d[j]);
            }
        }
        final double expected = PhysicalConstants.ELEMENTARY_CHARGE / Glass.THERMAL_VOLTAGE * sum * volts / THICKNESS;
        final List<History.Entry> entries =
                NppSolver.of(NEUTRAL).evolve(problem, 100).history().entries();
        assertEquals(expected, entries.get(entries.size() - 1).currentDensity(), 1e-10 * expected);
    }

    /** Two ions without current between two mixtures: integral of the interdiffusion coefficient linear in depth. */
    private static final class SteadyMixture {
        private static final double NATIVE = 1e-17;
        private static final double FOREIGN = 2e-19;
        private static final double LEFT = 0.9;
        private static final double RIGHT = 0.1;
        private final double r;

        SteadyMixture(double r) {
            this.r = r;
        }

        private double root(double c) {
            return r * Math.sqrt(c * (1 - c) * NATIVE * FOREIGN);
        }

        /** kT N det L/[n_1 n_2 (L_11 + L_22 + 2 L_12)]; c is the foreign fraction. */
        private double interdiffusivity(double c) {
            return NATIVE * FOREIGN * (1 - r * r) / ((1 - c) * NATIVE + c * FOREIGN + 2 * root(c));
        }

        /** dpsi/dc where no current flows: (a_1/n_1 - a_2/n_2)/(a_1 + a_2), a_i = L_ii + L_12. */
        private double potentialSlope(double c) {
            final double first = (1 - c) * NATIVE + root(c);
            final double second = c * FOREIGN + root(c);
            return (first / (1 - c) - second / c) / (first + second);
        }

        private static double integral(DoubleUnaryOperator f, double from, double to) {
            return from == to
                    ? 0
                    : new SimpsonIntegrator(1e-11, 1e-30, 3, 40)
                                    .integrate(1_000_000, f::applyAsDouble, Math.min(from, to), Math.max(from, to))
                            * Math.signum(to - from);
        }

        private double depth(double c) {
            return THICKNESS
                    * integral(this::interdiffusivity, LEFT, c)
                    / integral(this::interdiffusivity, LEFT, RIGHT);
        }

        private static Boundary end(double volts, double c) {
            return Boundary.of(
                    ElectricCondition.potential(volts), density((1 - c) * Glass.BULK), density(c * Glass.BULK));
        }

        private static NppState linear(Mesh mesh) {
            final double[][] densities = new double[2][mesh.size()];
            for (int k = 0; k < mesh.size(); k++) {
                densities[1][k] = Glass.BULK * (LEFT + (RIGHT - LEFT) * mesh.node(k) / THICKNESS);
                densities[0][k] = Glass.BULK - densities[1][k];
            }
            return NppState.of(0, mesh, new double[mesh.size()], densities, new double[mesh.size()], 0);
        }

        /** Largest error in depth of the profile, over the thickness. */
        double error(int cells) {
            final double volts = Glass.THERMAL_VOLTAGE * integral(this::potentialSlope, RIGHT, LEFT);
            final NppState state = NppSolver.of(NEUTRAL)
                    .steadyState(glass(pair(Glass.constant(NATIVE), Glass.constant(FOREIGN), r))
                            .start(linear(Mesh.uniform(THICKNESS, cells + 1)))
                            .front(end(volts, LEFT))
                            .back(end(0, RIGHT))
                            .build());
            double worst = 0;
            for (int k = 1; k < cells; k++) {
                final double exact = depth(state.density(1, k) / Glass.BULK);
                worst = Math.max(worst, Math.abs(exact - state.mesh().node(k)) / THICKNESS);
            }
            return worst;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.6, 0.8})
    void steadyInterdiffusionHasTheCoefficientOfTheWholeMatrixInSecondOrder(double r) {
        final SteadyMixture mixture = new SteadyMixture(r);
        final double coarse = mixture.error(40);
        final double medium = mixture.error(80);
        final double fine = mixture.error(160);
        assertEquals(2, Math.log(coarse / medium) / Math.log(2), 0.1);
        assertEquals(2, Math.log(medium / fine) / Math.log(2), 0.1);
        assertTrue(fine < 1e-5, () -> "error " + fine);
    }

    /** Constant diffusivities without correlation: the Scharfetter-Gummel flux has no error. */
    @Test
    void steadyInterdiffusionWithoutCorrelationIsExactOnAnyMesh() {
        assertTrue(new SteadyMixture(0).error(7) < 1e-11);
    }

    @ParameterizedTest
    @EnumSource(MeshMotion.class)
    void withoutCorrelationTheResultIsThatOfTheDiagonal(MeshMotion motion) {
        final double depth = 100e-9;
        final double time = 1e4;
        final DiffusivityLaw steep = Glass.steep(1e-17);
        final DiffusivityLaw foreign = Glass.constant(2e-21);
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 5e-9, 121);
        final NppSolver solver = NppSolver.of(SolverOptions.defaults().withMeshMotion(motion));
        final Trajectory whole = solver.evolve(
                bombarded(pair(steep, foreign, 0), depth, time).mesh(mesh).build(), time);
        final Trajectory diagonal = solver.evolve(
                Glass.bombarded(steep, foreign, Glass.beam(depth, time))
                        .mesh(mesh)
                        .build(),
                time);
        assertEquals(diagonal.statistics().timeSteps(), whole.statistics().timeSteps());
        final NppState expected = diagonal.finalState();
        final NppState found = whole.finalState();
        for (int k = 0; k < mesh.size(); k++) {
            assertEquals(expected.mesh().node(k), found.mesh().node(k), 1e-10 * THICKNESS);
            assertEquals(expected.density(0, k), found.density(0, k), 1e-9 * Glass.BULK);
            assertEquals(expected.density(1, k), found.density(1, k), 1e-9 * Glass.BULK);
            assertEquals(expected.potential(k), found.potential(k), 1e-9 * expected.potential(0));
        }
    }

    private static void checkKept(MobilityLaw law, double uniformity) {
        final double depth = 100e-9;
        final double time = 1e4;
        for (final MeshMotion motion : MeshMotion.values()) {
            for (final PoissonModel poisson : PoissonModel.values()) {
                final SolverOptions options =
                        SolverOptions.defaults().withMeshMotion(motion).withPoisson(poisson);
                final Trajectory run = NppSolver.of(options)
                        .evolve(
                                bombarded(law, depth, time)
                                        .mesh(Mesh.logarithmic(THICKNESS, 5e-9, 121))
                                        .build(),
                                time);
                final RunStatistics statistics = run.statistics();
                final String variant = motion + " " + poisson + " " + statistics;
                assertEquals(Termination.COMPLETED, statistics.termination(), variant);
                assertTrue(statistics.ionBalanceError() <= 1e-10, variant);
                assertTrue(statistics.currentUniformityError() <= uniformity, variant);
                assertTrue(statistics.minDensityFraction() >= 0, variant);
                final double dose = Glass.CHARGE_DENSITY * depth;
                final NppState end = run.finalState();
                final double found = Glass.CHARGE_DENSITY * Glass.amount(end, 1) + end.surfaceCharge();
                assertEquals(dose, found, 1e-12 * dose, variant);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 2, 5})
    void ionsAndChargeAreKeptWhereAnIsotopeEnters(double havenRatio) {
        checkKept(IsotopeMobility.of(1e-20, havenRatio * 1e-20), 1e-8);
    }

    /** A front between ions of diffusivities in the ratio of 5000, whose correlations fade. */
    @ParameterizedTest
    @CsvSource({"-0.5,1e-8", "0.5,1e-7", "0.9,1e-7"})
    void ionsAndChargeAreKeptWhereAForeignIonEnters(double r, double uniformity) {
        checkKept(FadingCorrelation.of(pair(Glass.constant(1e-17), Glass.constant(2e-21), r)), uniformity);
        checkKept(FadingCorrelation.of(pair(Glass.steep(1e-17), Glass.constant(2e-21), r)), uniformity);
    }
}
