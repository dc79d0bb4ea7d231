package org.npp.onsager;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;

/** Symmetric positive definite matrices of order 1 to 6 with a condition number from 1 to 1e8, a quarter of them 1e8. */
public final class DefiniteMatrices {

    private DefiniteMatrices() {}

    /** Largest eigenvalue 1, least 1e-8 to 1, eigenvectors in any direction. */
    public static Arbitrary<DMatrixRMaj> any() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(8.0)),
                                Tuple.of(3, Arbitraries.doubles().between(0, 8).ofScale(3))),
                        Arbitraries.longs())
                .as(DefiniteMatrices::of)
                .withoutEdgeCases();
    }

    /** The same with a condition number up to 100, for what is differentiated numerically. */
    public static Arbitrary<DMatrixRMaj> mild() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.doubles().between(0, 2).ofScale(3),
                        Arbitraries.longs())
                .as(DefiniteMatrices::of)
                .withoutEdgeCases();
    }

    private static DMatrixRMaj of(int n, double decades, long seed) {
        final Random random = new Random(seed);
        final DMatrixRMaj q = RandomMatrices_DDRM.orthogonal(n, n, random);
        final DMatrixRMaj half = new DMatrixRMaj(n, n);
        for (int k = 0; k < n; k++) {
            final double decade = k == 0 ? 0 : k == 1 ? -decades : -decades * random.nextDouble();
            for (int i = 0; i < n; i++) {
                half.set(i, k, q.get(i, k) * Math.pow(10, decade / 2));
            }
        }
        final DMatrixRMaj product = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multOuter(half, product);
        return product;
    }

    /** Scales a matrix by one factor on each side: \( s_i a_{ij} s_j \). */
    public static DMatrixRMaj scaled(DMatrixRMaj a, double... s) {
        final DMatrixRMaj out = new DMatrixRMaj(a);
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                out.set(i, j, s[i] * a.get(i, j) * s[j]);
            }
        }
        return out;
    }

    /** Numbers of either sign spread over some decades. */
    public static double[] spread(int n, double scale, double decades, long seed) {
        final Random random = new Random(seed);
        final double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = scale * Math.pow(10, decades * (random.nextDouble() - 0.5));
        }
        return values;
    }

    /** Charge numbers from -3 to 3, none zero. */
    public static int[] charges(int n, long seed) {
        final Random random = new Random(~seed);
        final int[] z = new int[n];
        for (int i = 0; i < n; i++) {
            z[i] = (1 + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
        }
        return z;
    }
}
