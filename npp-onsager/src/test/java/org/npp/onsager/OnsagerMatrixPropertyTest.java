package org.npp.onsager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;

final class OnsagerMatrixPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    /** e^2 of the SI, exact. */
    private static final BigDecimal E_SQUARED = new BigDecimal("1.602176634e-19").pow(2);

    @Provide
    Arbitrary<RandomMatrices> matrices() {
        return RandomMatrices.any();
    }

    @Property(seed = SEED)
    void entriesComeBackUnchanged(@ForAll("matrices") RandomMatrices given) {
        final DMatrixRMaj out = new DMatrixRMaj(1, 1);
        OnsagerMatrix.of(given.l(), given.z()).copyTo(out);
        assertTrue(MatrixFeatures_DDRM.isEquals(given.l(), out));
    }

    @Property(seed = SEED)
    void conductivityStaysWithinItsBoundOfExactArithmetic(@ForAll("matrices") RandomMatrices given) {
        final int n = given.z().length;
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal magnitude = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final BigDecimal term = new BigDecimal(given.l().get(i, j))
                        .multiply(BigDecimal.valueOf((long) given.z()[i] * given.z()[j]))
                        .multiply(E_SQUARED);
                exact = exact.add(term);
                magnitude = magnitude.add(term.abs());
            }
        }
        final double computed = OnsagerMatrix.of(given.l(), given.z()).conductivity();
        final double error = new BigDecimal(computed).subtract(exact).abs().doubleValue();
        assertTrue(error <= 2 * n * ULP * magnitude.doubleValue(), () -> "error " + error);
        assertTrue(computed >= 0);
    }

    @Property(seed = SEED)
    void conductivityAndTransferenceAgreeWithDenseProducts(@ForAll("matrices") RandomMatrices given) {
        final int n = given.z().length;
        final OnsagerMatrix matrix = OnsagerMatrix.of(given.l(), given.z());
        Assume.that(matrix.conductivity() > 0);
        final DMatrixRMaj z = new DMatrixRMaj(n, 1);
        final DMatrixRMaj magnitudes = new DMatrixRMaj(given.l());
        CommonOps_DDRM.abs(magnitudes);
        for (int i = 0; i < n; i++) {
            z.set(i, given.z()[i]);
        }
        final DMatrixRMaj lz = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.mult(given.l(), z, lz);
        final double total = VectorVectorMult_DDRM.innerProd(z, lz);
        final double e = 1.602176634e-19;
        CommonOps_DDRM.abs(z);
        final double bound = 4 * n * ULP * VectorVectorMult_DDRM.innerProdA(z, magnitudes, z);
        assertEquals(e * e * total, matrix.conductivity(), e * e * bound);
        final double[] t = matrix.transferenceNumbers();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            final double expected = given.z()[i] * lz.get(i) / total;
            assertEquals(expected, t[i], bound / total * (2 + Math.abs(expected)));
            assertEquals(t[i], matrix.transferenceNumber(i), 0);
            sum += t[i];
        }
        assertEquals(1, sum, 2 * bound / total);
    }

    @Property(seed = SEED)
    void partialConductivitiesFollowFromTheirDiffusionCoefficients(@ForAll("matrices") RandomMatrices given) {
        final OnsagerMatrix matrix = OnsagerMatrix.of(given.l(), given.z());
        Assume.that(matrix.conductivity() > 0);
        for (int i = 0; i < given.z().length; i++) {
            if (given.z()[i] != 0) {
                final double diffusivity = matrix.conductivityDiffusivity(i, 3e27, 450);
                final double magnitude =
                        new NernstEinstein(3e27, given.z()[i], 450).conductivity(Math.abs(diffusivity));
                final double partial = matrix.transferenceNumber(i) * matrix.conductivity();
                assertEquals(partial, Math.copySign(magnitude, diffusivity), 16 * ULP * magnitude);
            }
        }
    }

    @Property(seed = SEED)
    void molarCoefficientsComeBackToFourUlp(@ForAll("matrices") RandomMatrices given) {
        final OnsagerMatrix matrix = OnsagerMatrix.of(given.l(), given.z());
        final OnsagerMatrix back = OnsagerMatrix.ofMolar(matrix.toMolar(), given.z());
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < matrix.size(); j++) {
                final double expected = matrix.entry(i, j);
                assertEquals(expected, back.entry(i, j), 4 * ULP * Math.abs(expected));
            }
        }
    }

    @Property(seed = SEED)
    void independentIonsConductTheSumOfTheirNernstEinsteinConductivities(
            @ForAll("decades") List<Integer> diffusivity, @ForAll("decades") List<Integer> density) {
        final double[] d = new double[6];
        final double[] n = new double[6];
        final int[] z = {1, -1, 2, 1, -2, 3};
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            d[i] = 1.3 * Math.pow(10, diffusivity.get(i) - 17);
            n[i] = 1.4 * Math.pow(10, density.get(i) + 24);
            sum += new NernstEinstein(n[i], z[i], 300).conductivity(d[i]);
        }
        final OnsagerMatrix matrix = OnsagerMatrix.nernstPlanck(d, n, z, 300);
        assertEquals(sum, matrix.conductivity(), 16 * ULP * sum);
        for (double t : matrix.transferenceNumbers()) {
            assertTrue(t >= 0 && t <= 1);
        }
    }

    @Provide
    Arbitrary<List<Integer>> decades() {
        return Arbitraries.integers().between(-5, 5).list().ofSize(6).withoutEdgeCases();
    }

    @Property(seed = SEED)
    void semidefiniteMatricesAreThoseThatCholeskyFactors(@ForAll("correlations") DMatrixRMaj r) {
        final int n = r.getNumRows();
        final DMatrixRMaj l = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                l.set(i, j, r.get(i, j) * Math.pow(10, 3.0 * (i + j)));
            }
        }
        final double margin = 1e-9;
        final boolean definite = factors(r, -margin);
        Assume.that(definite == factors(r, margin));
        if (definite) {
            assertEquals(n, OnsagerMatrix.of(l, new int[n]).size());
        } else {
            assertThrows(IllegalArgumentException.class, () -> OnsagerMatrix.of(l, new int[n]));
        }
    }

    /** Symmetric with unit diagonal, definite or not. */
    @Provide
    Arbitrary<DMatrixRMaj> correlations() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 6),
                        Arbitraries.doubles()
                                .between(-0.8, 0.8)
                                .ofScale(4)
                                .list()
                                .ofSize(15))
                .as((n, values) -> {
                    final DMatrixRMaj r = CommonOps_DDRM.identity(n);
                    int next = 0;
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < i; j++) {
                            r.set(i, j, values.get(next));
                            r.set(j, i, values.get(next++));
                        }
                    }
                    return r;
                })
                .withoutEdgeCases();
    }

    private static boolean factors(DMatrixRMaj r, double shift) {
        final DMatrixRMaj shifted = new DMatrixRMaj(r);
        for (int i = 0; i < r.getNumRows(); i++) {
            shifted.add(i, i, shift);
        }
        return DecompositionFactory_DDRM.chol(r.getNumRows(), true).decompose(shifted);
    }
}
