package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.discharged;
import static org.npp.core.boundary.IonCondition.neutral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.Ion;
import org.npp.core.MeshMotion;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.SolverOptions;
import org.npp.core.Trajectory;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantCorrelation;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.FadingCorrelation;
import org.npp.core.transport.IsotopeMobility;
import org.npp.core.transport.MobilityLaw;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.profile.DrivenProfile;
import org.npp.onsager.profile.LocalCoefficients;
import org.npp.onsager.profile.LocalLaw;
import org.npp.onsager.profile.OnsagerProfile;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/** Runs in which two ions drag each other, the diffusivity of one from a site energy distribution. */
class CrossCoupledRunTest {
    private static final double E = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double TEMPERATURE = 300;
    private static final double THERMAL = PhysicalConstants.BOLTZMANN * TEMPERATURE;
    private static final double BULK = 1.41e28;
    private static final double THICKNESS = 1e-6;
    private static final double TIME = 2e5;
    private static final double CURRENT = 1.12953452697e-3;

    /** Diffusion coefficient of the conductivity of isotopes [m&sup2;/s]. */
    private static final double ISOTOPES = 1e-20;

    /** Rounding of the potential, amplified by the steps of a run [1]. */
    private static final double ROUNDING = 1e-9;

    /** A few tolerances of the runs [1]: where nodes move, rounding decides whether an iteration more is made. */
    private static final double AGREEMENT = 3e-3;

    /** Fraction from which an ion counts [1]: below it the differences of amounts are rounding. */
    private static final double PRESENT = 1e-9;

    private static final int[] UNIVALENT = {1, 1};

    private static final DiffusivityLaw NATIVE =
            SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(0.25 * E), BULK, 0.10, 0), 1e-17);

    private static final DiffusivityLaw FOREIGN = ConstantDiffusivity.of(2e-21);

    private static MobilityLaw pair(double r) {
        return FadingCorrelation.of(ConstantCorrelation.of(List.of(NATIVE, FOREIGN), 1, r, r, 1));
    }

    /** Potassium onto lithium glass; ions with diffusivities of their own where there is no matrix. */
    private static NppProblem problem(Optional<MobilityLaw> mobility) {
        final NppProblem.Builder builder = NppProblem.builder()
                .temperature(TEMPERATURE)
                .permittivity(10 * PhysicalConstants.VACUUM_PERMITTIVITY)
                .mesh(Mesh.logarithmic(THICKNESS, 2e-8, 601))
                .front(Boundary.of(new ElectricCondition.Attachment(1, Drive.constant(CURRENT)), blocked(), neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), discharged(), blocked()));
        if (mobility.isPresent()) {
            builder.mobility(mobility.get()).ion(Ion.of("Li", 1, BULK)).ion(Ion.of("K", 1, 0));
        } else {
            builder.ion(Ion.of("Li", 1, BULK, NATIVE)).ion(Ion.of("K", 1, 0, FOREIGN));
        }
        return builder.build();
    }

    private static NppSolver solver(MeshMotion motion) {
        return NppSolver.of(SolverOptions.defaults().withMeshMotion(motion));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutCorrelationTheRunIsThatOfTheDiagonal(boolean moving) {
        final NppSolver solver = solver(moving ? SolverOptions.defaults().meshMotion() : MeshMotion.FIXED);
        final Trajectory whole = solver.evolve(problem(Optional.of(pair(0))), TIME);
        final Trajectory diagonal = solver.evolve(problem(Optional.empty()), TIME);
        assertEquals(diagonal.statistics().timeSteps(), whole.statistics().timeSteps());
        final NppState expected = diagonal.finalState();
        final NppState found = whole.finalState();
        final double close = moving ? AGREEMENT : ROUNDING;
        for (int k = 0; k < expected.mesh().size(); k++) {
            assertEquals(
                    expected.mesh().node(k),
                    found.mesh().node(k),
                    close * expected.mesh().node(k));
            assertEquals(expected.density(0, k), found.density(0, k), close * BULK);
            assertEquals(expected.density(1, k), found.density(1, k), close * BULK);
            assertEquals(expected.potential(k), found.potential(k), close * expected.potential(0));
        }
    }

    /** A run on a fixed mesh: what the ions did in a short time, and the state in its middle. */
    private static final class Sample {
        final NppState state;
        final OnsagerProfile profile;
        final double[] x;
        private final NppState before;
        private final NppState after;

        Sample(MobilityLaw law, LocalLaw local) {
            final double window = 2e-3 * TIME;
            final Trajectory run = solver(MeshMotion.FIXED)
                    .evolve(problem(Optional.of(law)), TIME, TIME - 2 * window, TIME - window, TIME);
            before = run.outputs().get(0);
            state = run.outputs().get(1);
            after = run.outputs().get(2);
            x = new double[state.mesh().size()];
            Arrays.setAll(x, state.mesh()::node);
            profile = profile(local);
        }

        /** Coefficients by a law, of which one that needs diffusivities gets those of the isotopes. */
        final OnsagerProfile profile(LocalLaw local) {
            final double[][] diffusivities = new double[2][x.length];
            Arrays.fill(diffusivities[0], ISOTOPES);
            Arrays.fill(diffusivities[1], ISOTOPES);
            final double[][] densities = {state.densities(0), state.densities(1)};
            return OnsagerProfile.of(x, densities, diffusivities, TEMPERATURE, local);
        }

        /** Whether an ion is there on both sides of a face. */
        boolean present(int ion, int k) {
            return Math.min(state.density(ion, k), state.density(ion, k + 1)) > PRESENT * BULK;
        }

        /** Flux through the face behind node k, from the amounts on one side: no formula of a flux. */
        double flux(int ion, int k) {
            double amount = 0;
            final int from = ion == 0 ? 0 : k + 1;
            final int to = ion == 0 ? k : x.length - 1;
            for (int m = from; m <= to; m++) {
                final double width = 0.5 * (x[Math.min(x.length - 1, m + 1)] - x[Math.max(0, m - 1)]);
                amount += width * (after.density(ion, m) - before.density(ion, m));
            }
            return (ion == 0 ? -amount : amount) / (after.time() - before.time());
        }

        /** Largest difference of the fluxes by the coefficients to those of the run, over their opposite parts. */
        double fluxError(OnsagerProfile coefficients) {
            final DrivenProfile driven = DrivenProfile.of(coefficients, state.potentials());
            double worst = 0;
            for (int k = 0; k < x.length - 1; k++) {
                final double step = x[k + 1] - x[k];
                for (int i = 0; i < 2; i++) {
                    double parts = CURRENT / E;
                    for (int j = 0; j < 2 && present(j, k); j++) {
                        parts += Math.abs(coefficients.matrix(k).entry(i, j))
                                * (THERMAL * Math.abs(Math.log(state.density(j, k + 1) / state.density(j, k)))
                                        + E * Math.abs(state.potential(k + 1) - state.potential(k)))
                                / step;
                    }
                    final double found = 0.5 * (driven.flux(i, k) + driven.flux(i, k + 1));
                    worst = Math.max(worst, Math.abs(found - flux(i, k)) / parts);
                }
            }
            return worst;
        }

        /** Drop of the electrochemical potential across the face behind node k [J]. */
        double force(int ion, int k) {
            return -THERMAL * Math.log(state.density(ion, k + 1) / state.density(ion, k))
                    - E * (state.potential(k + 1) - state.potential(k));
        }
    }

    /** The matrix that drives a run, at one place. */
    private static LocalLaw local(MobilityLaw law) {
        return (densities, diffusivities) -> {
            final double[] l = new double[4];
            law.linearize(densities, TEMPERATURE, l, new double[8]);
            return LocalCoefficients.of(OnsagerMatrix.of(new DMatrixRMaj(2, 2, true, l), UNIVALENT), new double[2]);
        };
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.8, -0.4, 0, 0.4, 0.8})
    void entropyIsProducedAtEveryFace(double r) {
        final MobilityLaw law = pair(r);
        final Sample sample = new Sample(law, local(law));
        for (int k = 0; k < sample.x.length - 1; k++) {
            double production = 0;
            for (int i = 0; i < 2; i++) {
                if (sample.present(i, k)) {
                    production += sample.flux(i, k) * sample.force(i, k);
                }
            }
            final int face = k;
            assertTrue(production > 0, () -> "r " + r + ", face " + face);
        }
    }

    /** Without the cross coefficient the fluxes would be off by more than a tenth. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.4, 0.4})
    void theIonsMoveByTheWholeMatrix(double r) {
        final MobilityLaw law = pair(r);
        final Sample sample = new Sample(law, local(law));
        assertTrue(sample.fluxError(sample.profile) < 0.02, () -> "error " + sample.fluxError(sample.profile));
        final OnsagerProfile diagonal = sample.profile(local(pair(0)));
        assertTrue(sample.fluxError(diagonal) > 0.1, () -> "error " + sample.fluxError(diagonal));
    }

    /** Equal tracer diffusivities and one Haven ratio: the isotopes of npp-core are Manning's alloy of npp-onsager. */
    @Test
    void theCoefficientsOfIsotopesAreThoseTheRunWasDrivenWith() {
        final IsotopeMobility law = IsotopeMobility.of(ISOTOPES, 0.3 * ISOTOPES);
        final Sample sample = new Sample(law, LocalLaw.commonHavenRatio(UNIVALENT, TEMPERATURE, new HavenRatio(0.3)));
        final double[] l = new double[4];
        for (int k = 0; k < sample.x.length; k++) {
            law.linearize(
                    new double[] {sample.state.density(0, k), sample.state.density(1, k)},
                    TEMPERATURE,
                    l,
                    new double[8]);
            for (int at = 0; at < 4; at++) {
                assertEquals(l[at], sample.profile.matrix(k).entry(at / 2, at % 2), 1e-13 * l[at]);
            }
        }
        assertTrue(sample.fluxError(sample.profile) < 1e-3, () -> "error " + sample.fluxError(sample.profile));
        final OnsagerProfile diagonal = sample.profile(LocalLaw.independent(UNIVALENT, TEMPERATURE));
        assertTrue(sample.fluxError(diagonal) > 0.05, () -> "error " + sample.fluxError(diagonal));
    }
}
