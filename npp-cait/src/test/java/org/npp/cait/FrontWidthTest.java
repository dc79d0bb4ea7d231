package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.core.Ion;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.PhysicalConstants;
import org.npp.core.SolverOptions;
import org.npp.core.Trajectory;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.exact.DriftLimit;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/**
 * Fronts of any sharpness, w = D2/v from 400 nm down to 0.0002 nm, with default options: their cost, and their depth
 * against the exact drift limit.
 */
class FrontWidthTest {
    private static final double BULK = 1.41e28;
    private static final double BULK_DIFFUSIVITY = 1e-17;
    private static final double TIME = 2e5;

    /** vt [m]. */
    private static final double WAY = 100e-9;

    private static final double SPEED = WAY / TIME;

    /** D2/D1, with D1 that of the bulk. */
    private static final double[] CONTRASTS = {2e-2, 2e-3, 2e-4, 2e-5, 1e-6, 1e-7, 1e-8};

    /** Front width below which the drift limit is exact to {@link #DEPTH} [m]. */
    private static final double THIN = 1e-9;

    private static final double DEPTH = 0.1e-9;

    /** Most of the work of the costliest front over that of the cheapest. */
    private static final double SPREAD = 3;

    @Test
    void fiveDecadesOfFrontWidthCostAboutTheSameAndLieWhereTheDriftLimitPutsThem() {
        final List<Integer> steps = new ArrayList<>();
        for (final double contrast : CONTRASTS) {
            final double foreign = contrast * BULK_DIFFUSIVITY;
            final Trajectory run = NppSolver.of(SolverOptions.defaults()).evolve(exchange(foreign), TIME);
            steps.add(run.statistics().timeSteps());
            assertTrue(run.statistics().minDensityFraction() >= 0);
            if (foreign / SPEED < THIN) {
                final var entries = run.history().entries();
                final double depth =
                        entries.get(entries.size() - 1).frontDepth().orElseThrow();
                assertEquals(
                        driftLimit(foreign).frontDepth(WAY),
                        depth,
                        DEPTH,
                        "front depth at D2/D1 = " + contrast + " [m]");
            }
        }
        final int least = steps.stream().mapToInt(Integer::intValue).min().orElseThrow();
        final int most = steps.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(most <= SPREAD * least, () -> "steps " + steps);
    }

    private static DiffusivityLaw nativeLaw() {
        final double fwhm = 0.25 * PhysicalConstants.ELEMENTARY_CHARGE;
        return SedDiffusivity.of(PopulatedSed.of(GaussianSed.ofFwhm(fwhm), BULK, 0.1, 0), BULK_DIFFUSIVITY);
    }

    private static NppProblem exchange(double foreign) {
        final double current = PhysicalConstants.ELEMENTARY_CHARGE * BULK * SPEED;
        return NppProblem.builder()
                .temperature(300)
                .permittivity(10 * PhysicalConstants.VACUUM_PERMITTIVITY)
                .ion(Ion.of("Li", 1, BULK, nativeLaw()))
                .ion(Ion.of("M", 1, 0, ConstantDiffusivity.of(foreign)))
                .mesh(Mesh.logarithmic(0.5e-3, 0.2e-9, 80))
                .front(Boundary.of(
                        new ElectricCondition.Attachment(1, Drive.constant(current)),
                        IonCondition.blocked(),
                        IonCondition.neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), IonCondition.discharged(), IonCondition.blocked()))
                .build();
    }

    private static DriftLimit driftLimit(double foreign) {
        final GaussianSed sed = GaussianSed.ofFwhm(0.25 * PhysicalConstants.ELEMENTARY_CHARGE);
        final double kT = PhysicalConstants.BOLTZMANN * 300;
        final double bulk = sed.quantile(0.9);
        return DriftLimit.of(
                c -> c > 0 ? BULK_DIFFUSIVITY * Math.exp((sed.quantile(0.9 * c) - bulk) / kT) : 0, foreign);
    }
}
