package org.npp.onsager;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ejml.data.DMatrixRMaj;

/**
 * Positive semidefinite matrices \( L_{ij} = s_i s_j (A^T A)_{ij} \) of 1 to 6 ions with A of any rank and scales s that
 * spread the entries over twenty decades about 1e31, and charge numbers from -3 to 3.
 */
public final class RandomMatrices {
    private final DMatrixRMaj l;

    private final int[] z;

    private RandomMatrices(DMatrixRMaj l, int... z) {
        this.l = l;
        this.z = z;
    }

    public DMatrixRMaj l() {
        return l;
    }

    public int[] z() {
        return z;
    }

    /** What a failed property prints. */
    @Override
    public String toString() {
        return Arrays.toString(l.data) + " " + Arrays.toString(z);
    }

    public static Arbitrary<RandomMatrices> any() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(n -> Combinators.combine(
                                factors(n * n),
                                Arbitraries.integers().between(1, n),
                                Arbitraries.integers().between(-5, 5).list().ofSize(n),
                                Arbitraries.integers().between(-3, 3).list().ofSize(n))
                        .as(RandomMatrices::of))
                .withoutEdgeCases();
    }

    public static Arbitrary<RandomMatrices> ofTwoEqualCharges() {
        return Combinators.combine(
                        factors(4),
                        Arbitraries.integers().between(-5, 5).list().ofSize(2),
                        Arbitraries.of(-2, -1, 1, 2))
                .as((a, scales, z) -> of(a, 2, scales, List.of(z, z)))
                .withoutEdgeCases();
    }

    /** Some exact zeros among them, for absent ions and for cross coefficients that vanish. */
    private static Arbitrary<List<Double>> factors(int count) {
        final Arbitrary<Double> factor = Arbitraries.doubles().between(-1, 1).ofScale(6);
        return Arbitraries.frequencyOf(Tuple.of(9, factor), Tuple.of(1, Arbitraries.just(0.0)))
                .list()
                .ofSize(count);
    }

    private static RandomMatrices of(List<Double> a, int rank, List<Integer> scales, List<Integer> z) {
        final int n = z.size();
        final DMatrixRMaj l = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum += a.get(k * n + i) * a.get(k * n + j);
                }
                l.set(i, j, sum * Math.pow(10, scales.get(i) + scales.get(j)) * 1e31);
            }
        }
        return new RandomMatrices(l, z.stream().mapToInt(Integer::intValue).toArray());
    }
}
