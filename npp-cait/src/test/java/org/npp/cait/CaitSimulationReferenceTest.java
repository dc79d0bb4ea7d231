package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.core.MeshMotion;
import org.npp.core.PhysicalConstants;
import org.npp.core.PoissonModel;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.time.Integrator;

/** The example cases against profiles of an independent code; see reference/README.md among the test resources. */
class CaitSimulationReferenceTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "lithium-borate");

    private static CaitCase example(String name) throws CaseException {
        return CaseFile.read(EXAMPLES.resolve(name + ".yaml")).experiment();
    }

    @ParameterizedTest
    @CsvSource({"k, 1e-3", "rb, 1e-3", "cs, 1e-3"})
    void defaultRunsAreWithinTheirToleranceOfTheReference(String name, double tolerance) throws Exception {
        final CaitResult result = CaitSimulation.of(example(name)).run();
        final ReferenceProfile ours = ReferenceProfile.of(result.finalState());
        final ReferenceProfile reference = ReferenceProfile.read(name);
        assertTrue(result.complete());
        assertEquals(List.of(), result.warnings());
        assertTrue(ours.distance(reference) <= tolerance, () -> "L1 = " + ours.distance(reference));
        assertEquals(reference.foot(), ours.foot(), 0.01);
        assertEquals(1, ours.surfacePotential() / reference.surfacePotential(), 0.005);
    }

    @ParameterizedTest
    @CsvSource({"k", "rb", "cs"})
    void defaultRunsKeepIonsAndCharge(String name) throws Exception {
        final CaitResult result = CaitSimulation.of(example(name)).runOnce();
        assertTrue(result.statistics().ionBalanceError() <= 1e-10);
        assertTrue(result.statistics().currentUniformityError() <= 1e-9);
        assertTrue(result.statistics().minDensityFraction() >= 0);
        assertEquals(1, chargeFound(result) / (1.12953452697e-3 * 2e5), 1e-12);
    }

    /** Charge of the foreign ions found and of those still on the surface [C/m²]. */
    private static double chargeFound(CaitResult result) {
        final int last = result.finalState().mesh().size() - 1;
        double ions = 0;
        for (int k = 0; k <= last; k++) {
            final double right = result.finalState().mesh().node(Math.min(last, k + 1));
            final double left = result.finalState().mesh().node(Math.max(0, k - 1));
            ions += 0.5 * (right - left) * result.finalState().density(1, k);
        }
        return PhysicalConstants.ELEMENTARY_CHARGE * ions + result.finalState().surfaceCharge();
    }

    /** Late surface charge as derived in closed form, reached within 1.5 % for surface cells of 1 nm and less. */
    @ParameterizedTest
    @CsvSource({"k, 5.72e-4", "rb, 3.815e-3", "cs, 2.159e-2"})
    void theSurfaceKeepsTheChargeThatDrivesTheForeignIonIn(String name, double expected) throws Exception {
        final CaitResult result = CaitSimulation.of(example(name)).runOnce();
        assertEquals(1, result.finalState().surfaceCharge() / expected, 0.015);
    }

    @ParameterizedTest
    @CsvSource({
        "k, GRADED, BDF2, CENTRED, FULL, 5e-3",
        "rb, GRADED, BDF2, CENTRED, FULL, 5e-3",
        "cs, GRADED, BDF2, CENTRED, FULL, 1e-2",
        "k, GRADED, IMPLICIT_EULER, UPWIND, FULL, 2e-2",
        "cs, MOVING, IMPLICIT_EULER, CENTRED, FULL, 2e-3",
        "k, MOVING, TR_BDF2, CENTRED, FULL, 1e-3",
        "rb, MOVING, TR_BDF2, CENTRED, FULL, 1e-3",
        "cs, MOVING, TR_BDF2, CENTRED, FULL, 1e-3",
        "k, MOVING, BDF2, CENTRED, ELECTRONEUTRAL, 1e-3",
        "rb, MOVING, BDF2, HARMONIC, FULL, 3e-2"
    })
    void everyVariantFindsTheSameProfile(
            String name, String mesh, Integrator integrator, EdgeDiffusivity edges, PoissonModel poisson, double bound)
            throws Exception {
        final Numerics numerics = new Numerics(
                1e-3,
                OptionalInt.empty(),
                mesh.equals("GRADED") ? MeshMotion.FIXED : MeshMotion.FOLLOW_FRONTS,
                edges,
                poisson,
                integrator);
        final CaitResult result =
                CaitSimulation.of(example(name).withNumerics(numerics)).runOnce();
        final ReferenceProfile ours = ReferenceProfile.of(result.finalState());
        final double distance = ours.distance(ReferenceProfile.read(name));
        assertTrue(distance <= bound, () -> "L1 = " + distance);
    }

    /** On a mesh five times coarser than the front, the arithmetic mean puts the plateau at a tenth of its value. */
    @Test
    void theArithmeticMeanIsWrongWhereTheFrontIsThinnerThanTheMesh() throws CaseException, IOException {
        final Numerics numerics = new Numerics(
                1e-3,
                OptionalInt.of(260),
                MeshMotion.FIXED,
                EdgeDiffusivity.ARITHMETIC,
                PoissonModel.FULL,
                Integrator.IMPLICIT_EULER);
        final CaitResult arithmetic =
                CaitSimulation.of(example("cs").withNumerics(numerics)).runOnce();
        final double distance = ReferenceProfile.of(arithmetic.finalState()).distance(ReferenceProfile.read("cs"));
        assertTrue(distance > 1e-2, () -> "L1 = " + distance);
    }

    @ParameterizedTest
    @CsvSource({"k", "rb", "cs"})
    void theEstimatedErrorIsOfTheOrderOfTheError(String name) throws Exception {
        final CaitResult result = CaitSimulation.of(example(name)).run();
        final double error = ReferenceProfile.of(result.finalState()).distance(ReferenceProfile.read(name));
        final double estimate = result.profileError().orElseThrow();
        assertTrue(estimate > error / 5 && estimate < 5 * error, () -> "estimated " + estimate + ", found " + error);
    }
}
