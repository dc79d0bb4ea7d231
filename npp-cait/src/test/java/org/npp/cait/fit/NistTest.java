package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The nonlinear regression problems of the NIST Statistical Reference Datasets, from both of their starts.
 *
 * @see <a href="https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml">NIST StRD</a>
 */
class NistTest {
    /** Relative error of parameters: six digits. */
    private static final double PARAMETER = 1e-6;

    /** Relative error of standard deviations and of the sum of squares: four digits. */
    private static final double DEVIATION = 1e-4;

    @ParameterizedTest
    @MethodSource("org.npp.cait.fit.NistProblem#all")
    void parametersAndStandardDeviationsAreTheCertifiedOnes(NistProblem problem) {
        final int n = problem.certified.length;
        for (final double[] start : problem.starts) {
            final double[] free = new double[n];
            Arrays.fill(free, Double.POSITIVE_INFINITY);
            final double[] below = new double[n];
            Arrays.fill(below, Double.NEGATIVE_INFINITY);
            final Minimizer minimum =
                    Minimizer.run(problem, start, below, free, new Minimizer.Control(problem.step, 1e-15, 5000));
            final double[] found = minimum.point();
            final String from = problem + " from " + Arrays.toString(start) + ": " + Arrays.toString(found);
            assertEquals(problem.sum, minimum.cost(), DEVIATION * problem.sum, from);
            final int degrees = problem.size() - n;
            final Covariance covariance =
                    Covariance.of(problem.jacobian(found), 1e-12).times(minimum.cost() / degrees);
            for (int j = 0; j < n; j++) {
                assertEquals(problem.certified[j], found[j], PARAMETER * Math.abs(problem.certified[j]), from);
                final double deviation = Math.sqrt(covariance.at(j, j));
                assertEquals(problem.deviations[j], deviation, DEVIATION * problem.deviations[j], from);
                assertTrue(covariance.identifiable(j));
            }
        }
    }
}
