package org.npp.onsager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.function.Executable;

final class SemidefiniteProjectionPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    @Provide
    Arbitrary<DMatrixRMaj> definite() {
        return DefiniteMatrices.any();
    }

    @Provide
    Arbitrary<RandomMatrices> semidefinite() {
        return RandomMatrices.any();
    }

    /** Unit diagonal, symmetric, definite or not, of order 1 to 6. */
    private static DMatrixRMaj noisy(int n, long seed) {
        final Random random = new Random(seed);
        final DMatrixRMaj a = CommonOps_DDRM.identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                final double value = 1.5 * random.nextGaussian();
                a.set(i, j, value);
                a.set(j, i, value);
            }
        }
        return a;
    }

    @Property(seed = SEED)
    void projectionMeetsTheConditionsOfTheNearestPoint(@ForAll("definite") DMatrixRMaj any, @ForAll long seed) {
        final int n = any.getNumRows();
        final DMatrixRMaj a = noisy(n, seed);
        final double[] scale = DefiniteMatrices.spread(n, 1e15, 6, seed);
        final SemidefiniteProjection projection =
                SemidefiniteProjection.of(DefiniteMatrices.scaled(a, scale), new int[n]);
        final DMatrixRMaj p = new DMatrixRMaj(n, n);
        projection.matrix().copyTo(p);
        final double[] inverse = scale.clone();
        for (int i = 0; i < n; i++) {
            inverse[i] = 1 / scale[i];
        }
        // P - A is semidefinite too, and orthogonal to P: no semidefinite matrix is nearer to A
        final DMatrixRMaj nearest = DefiniteMatrices.scaled(p, inverse);
        final DMatrixRMaj step = new DMatrixRMaj(n, n);
        CommonOps_DDRM.subtract(nearest, a, step);
        final double tolerance = 100 * n * n * ULP * CommonOps_DDRM.elementMaxAbs(a);
        assertTrue(factors(nearest, tolerance));
        assertTrue(factors(step, tolerance));
        assertEquals(
                0, CommonOps_DDRM.elementSum(product(nearest, step)), n * tolerance * CommonOps_DDRM.elementMaxAbs(a));
        assertEquals(CommonOps_DDRM.elementMaxAbs(step), projection.change(), tolerance);
        assertEquals(0, projection.asymmetry(), 8 * ULP * CommonOps_DDRM.elementMaxAbs(a));
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        final DMatrixRMaj out = new DMatrixRMaj(a.getNumRows(), a.getNumCols());
        CommonOps_DDRM.elementMult(a, b, out);
        return out;
    }

    private static boolean factors(DMatrixRMaj a, double shift) {
        final DMatrixRMaj shifted = new DMatrixRMaj(a);
        for (int i = 0; i < a.getNumRows(); i++) {
            shifted.add(i, i, shift);
        }
        return DecompositionFactory_DDRM.chol(a.getNumRows(), true).decompose(shifted);
    }

    @Property(seed = SEED)
    void secondProjectionChangesNothing(@ForAll("definite") DMatrixRMaj any, @ForAll long seed) {
        final int n = any.getNumRows();
        final SemidefiniteProjection first = SemidefiniteProjection.of(noisy(n, seed), new int[n]);
        final DMatrixRMaj p = new DMatrixRMaj(n, n);
        first.matrix().copyTo(p);
        assertEquals(0, SemidefiniteProjection.of(p, new int[n]).change(), 4 * ULP);
    }

    @Property(seed = SEED)
    void soundMatricesStayAsTheyAre(@ForAll("semidefinite") RandomMatrices given) {
        final SemidefiniteProjection projection = SemidefiniteProjection.of(given.l(), given.z());
        assertEquals(0, projection.change(), 8 * ULP);
        for (int i = 0; i < projection.matrix().size(); i++) {
            for (int j = 0; j < projection.matrix().size(); j++) {
                final double scale =
                        Math.sqrt(given.l().get(i, i)) * Math.sqrt(given.l().get(j, j));
                assertEquals(given.l().get(i, j), projection.matrix().entry(i, j), 8 * ULP * scale);
            }
        }
    }

    @Example
    void tridiagonalExampleHasItsClosedForm() {
        // eigenvalues 1 and 1 +- sqrt 2; the negative one belongs to (1, -sqrt 2, 1)/2
        final DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        final SemidefiniteProjection projection = SemidefiniteProjection.of(a, new int[] {1, 1, 1});
        final double negative = 1 - Math.sqrt(2);
        final double[] v = {0.5, -Math.sqrt(0.5), 0.5};
        assertEquals(negative, projection.leastEigenvalue(), 16 * ULP);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(
                        a.get(i, j) - negative * v[i] * v[j],
                        projection.matrix().entry(i, j),
                        32 * ULP);
            }
        }
        assertEquals(-negative / 2, projection.change(), 32 * ULP);
    }

    @Example
    void exampleOfTheClassCommentHolds() {
        final SemidefiniteProjection nearest = SemidefiniteProjection.of(
                new DMatrixRMaj(new double[][] {{4e31, -2.1e31}, {-2.0e31, 1e31}}), new int[] {1, 1});
        assertEquals(0.05, nearest.asymmetry(), 8 * ULP);
        // the mean -1.025 of sqrt(L_11 L_22) becomes -1.0125, the diagonal 1.0125
        assertEquals(0.0375, nearest.change(), 16 * ULP);
        assertEquals(-0.025, nearest.leastEigenvalue(), 16 * ULP);
        assertEquals(4.05e31, nearest.matrix().entry(0, 0), 16 * ULP * 4e31);
    }

    @Example
    void ionsWithoutPositiveDiagonalStandStill() {
        final SemidefiniteProjection projection =
                SemidefiniteProjection.of(new DMatrixRMaj(new double[][] {{4, -1}, {-1, -0.1}}), new int[] {1, 1});
        assertEquals(0, projection.matrix().entry(0, 1));
        assertEquals(0, projection.matrix().entry(1, 1));
        assertEquals(4, projection.matrix().entry(0, 0));
        assertEquals(Double.POSITIVE_INFINITY, projection.change());
        final SemidefiniteProjection absent =
                SemidefiniteProjection.of(new DMatrixRMaj(new double[][] {{4, 0}, {0, 0}}), new int[] {1, 1});
        assertEquals(0, absent.change());
        assertEquals(0, absent.leastEigenvalue());
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        assertRejected(
                "L must have at least one entry", () -> SemidefiniteProjection.of(new DMatrixRMaj(0, 0), new int[0]));
        assertRejected("L must be 2 x 2: 2 x 1", () -> SemidefiniteProjection.of(new DMatrixRMaj(2, 1), new int[2]));
        assertRejected(
                "L[0][0] must be finite: NaN 1/(J m s)",
                () -> SemidefiniteProjection.of(new DMatrixRMaj(new double[][] {{Double.NaN}}), new int[1]));
        assertRejected(
                "chargeNumbers must have one entry per ion: 2 entries, 1 ions",
                () -> SemidefiniteProjection.of(new DMatrixRMaj(1, 1), new int[2]));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
