package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.casefile.CaseFile;

/** What a tolerance means: the error of the profile it leads to, and the work it costs. */
class ToleranceTest {
    private static final double[] TOLERANCES = {1e-2, 1e-3, 1e-4, 1e-5};

    /** Tolerance of the run the others are held against: what it is off by itself hardly matters at 1e-5. */
    private static final double CONVERGED = 3e-6;

    /** Most by which the error over the tolerance may differ from its mean. */
    private static final double FACTOR = 5;

    @ParameterizedTest
    @ValueSource(strings = {"k", "rb", "cs"})
    void theErrorFollowsTheToleranceAndWorkGrowsNoFasterThanItsInverse(String name) throws Exception {
        final CaitCase example = CaseFile.read(Path.of("..", "examples", "lithium-borate", name + ".yaml"))
                .experiment();
        final ReferenceProfile converged =
                ReferenceProfile.of(run(example, CONVERGED).finalState());
        final int count = TOLERANCES.length;
        final double[] shares = new double[count];
        final double[] errors = new double[count];
        final double[] work = new double[count];
        double meanLog = 0;
        for (int j = 0; j < count; j++) {
            final CaitResult result = run(example, TOLERANCES[j]);
            assertTrue(result.statistics().minDensityFraction() >= 0);
            errors[j] = ReferenceProfile.of(result.finalState()).distance(converged);
            shares[j] = errors[j] / TOLERANCES[j];
            meanLog += Math.log(shares[j]) / count;
            work[j] = (double) result.finalState().mesh().size()
                    * result.statistics().timeSteps();
        }
        for (int j = 0; j < count; j++) {
            final double share = shares[j];
            final double mean = Math.exp(meanLog);
            final String what = String.format(
                    Locale.ROOT, "error %.2g at tolerance %.0e, mean share %.2g", errors[j], TOLERANCES[j], mean);
            assertTrue(share <= 1 && share <= FACTOR * mean && share >= mean / FACTOR, what);
        }
        final double growth = Math.log(work[count - 1] / work[0]) / Math.log(errors[0] / errors[count - 1]);
        assertTrue(growth <= 1, () -> "work grows with the inverse error to the power of " + growth);
    }

    private static CaitResult run(CaitCase example, double tolerance) throws Exception {
        final Numerics defaults = example.numerics();
        return CaitSimulation.of(example.withNumerics(new Numerics(
                        tolerance,
                        OptionalInt.empty(),
                        defaults.mesh(),
                        defaults.edgeDiffusivity(),
                        defaults.poisson(),
                        defaults.integrator())))
                .runOnce();
    }
}
