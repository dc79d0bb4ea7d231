package org.npp.onsager.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.DefiniteMatrices;
import org.npp.onsager.OnsagerMatrix;

final class MaxwellStefanPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double THERMAL = 1.380649e-23 * 300;

    private static final double NETWORK = 5e28;

    @Provide
    Arbitrary<DMatrixRMaj> definite() {
        return DefiniteMatrices.any();
    }

    /** The mobilities \( L_{ij}/(n_i n_j) \) are the given matrix in some unit. */
    private static OnsagerMatrix matrix(DMatrixRMaj mobility, double[] n) {
        final DMatrixRMaj l = DefiniteMatrices.scaled(mobility, n);
        CommonOps_DDRM.scale(1e-17 / (1e28 * THERMAL), l);
        return OnsagerMatrix.of(l, DefiniteMatrices.charges(n.length, 1));
    }

    @Property(seed = SEED)
    void matrixComesBackWithinTenTimesOrderTimesCondition(@ForAll("definite") DMatrixRMaj mobility, @ForAll long seed) {
        final int size = mobility.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 4, seed);
        final OnsagerMatrix l = matrix(mobility, n);
        final OnsagerMatrix back = MaxwellStefan.of(l, n, NETWORK, 300).matrix(DefiniteMatrices.charges(size, 1));
        final double unit = 1e-17 / (1e28 * THERMAL);
        final double bound =
                10 * size * NormOps_DDRM.conditionP2(mobility) * ULP * CommonOps_DDRM.elementMaxAbs(mobility);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                final double scale = n[i] * n[j] * unit;
                assertEquals(l.entry(i, j) / scale, back.entry(i, j) / scale, bound);
            }
        }
    }

    @Property(seed = SEED)
    void forcesBalanceTheFrictionOfAllPairs(@ForAll("definite") DMatrixRMaj mobility, @ForAll long seed) {
        final int size = mobility.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 4, seed);
        final OnsagerMatrix l = matrix(mobility, n);
        final MaxwellStefan friction = MaxwellStefan.of(l, n, NETWORK, 300);
        final double condition = NormOps_DDRM.conditionP2(mobility);
        final double total = NETWORK + Arrays.stream(n).sum();
        for (int moved = 0; moved < size; moved++) {
            // velocities under a force on one kind of ion
            final double force = 1e-12;
            final double[] v = new double[size];
            for (int i = 0; i < size; i++) {
                v[i] = l.entry(i, moved) * force / n[i];
            }
            for (int i = 0; i < size; i++) {
                double drag = THERMAL * n[i] * NETWORK / (total * friction.networkDiffusivity(i)) * v[i];
                double magnitude = Math.abs(drag);
                for (int j = 0; j < size; j++) {
                    if (j != i) {
                        final double each = THERMAL * n[i] * n[j] / (total * friction.diffusivity(i, j));
                        drag += each * (v[i] - v[j]);
                        magnitude += Math.abs(each) * (Math.abs(v[i]) + Math.abs(v[j]));
                    }
                }
                final double expected = i == moved ? n[i] * force : 0;
                // velocities are at least 1/condition of what the frictions alone would make of them
                assertEquals(
                        expected,
                        drag,
                        10 * size * ULP * condition * Math.max(magnitude, n[i] * force * n[moved] / n[i]));
            }
        }
    }

    @Example
    void twoIonsHaveTheirClosedForm() {
        final double[] n = {1e28, 4e27};
        final OnsagerMatrix l =
                OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{4e31, -1e31}, {-1e31, 2e31}}), new int[] {1, 1});
        final MaxwellStefan friction = MaxwellStefan.of(l, n, NETWORK, 300);
        final double share = THERMAL / (NETWORK + 1.4e28);
        // kT det L/(n_T L_12), and the network from the sum of a row of R = diag(n) L^-1 diag(n)
        assertEquals(-7e31 * share, friction.diffusivity(0, 1), 16 * ULP * 7e31 * share);
        assertEquals(friction.diffusivity(0, 1), friction.diffusivity(1, 0));
        final double row = (1e28 * 2e31 + 4e27 * 1e31) / 7e62;
        assertEquals(share * NETWORK / row, friction.networkDiffusivity(0), 16 * ULP * share * NETWORK / row);
        assertEquals(friction.networkDiffusivity(0), friction.values()[0]);
    }

    @Example
    void withoutFrictionBetweenThemIonsMoveIndependently() {
        final double infinite = Double.POSITIVE_INFINITY;
        final double[] n = {1e28, 4e27, 0};
        final DMatrixRMaj d = new DMatrixRMaj(
                new double[][] {{1e-17, infinite, infinite}, {infinite, 2e-21, infinite}, {infinite, infinite, 1e-20}});
        final OnsagerMatrix l = MaxwellStefan.of(d, n, NETWORK, 300).matrix(new int[] {1, 1, 1});
        final double ratio = (NETWORK + 1.4e28) / NETWORK;
        final double[] effective = {1e-17 * ratio, 2e-21 * ratio, 1e-20 * ratio};
        final OnsagerMatrix expected = OnsagerMatrix.nernstPlanck(effective, n, new int[] {1, 1, 1}, 300);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(expected.entry(i, j), l.entry(i, j), 16 * ULP * expected.entry(i, i));
            }
        }
        final DMatrixRMaj same = new DMatrixRMaj(3, 3);
        l.copyTo(same);
        final OnsagerMatrix two = OnsagerMatrix.of(CommonOps_DDRM.extract(same, 0, 2, 0, 2), new int[] {1, 1});
        assertTrue(Double.isInfinite(
                MaxwellStefan.of(two, new double[] {1e28, 4e27}, NETWORK, 300).diffusivity(0, 1)));
    }

    @Example
    void absentIonTakesNoPartInTheMotionOfTheOthers() {
        final DMatrixRMaj three =
                new DMatrixRMaj(new double[][] {{1e-17, 3e-17, 2e-18}, {3e-17, 2e-18, 1e-18}, {2e-18, 1e-18, 4e-18}});
        final OnsagerMatrix l = MaxwellStefan.of(three, new double[] {1e28, 4e27, 0}, NETWORK, 300)
                .matrix(new int[] {1, 1, 1});
        final OnsagerMatrix two = MaxwellStefan.of(
                        CommonOps_DDRM.extract(three, 0, 2, 0, 2), new double[] {1e28, 4e27}, NETWORK, 300)
                .matrix(new int[] {1, 1});
        assertEquals(0, l.entry(2, 2));
        assertEquals(0, l.entry(0, 2));
        assertEquals(two.entry(0, 1), l.entry(0, 1), 16 * ULP * two.entry(0, 1));
        assertEquals(two.entry(0, 0), l.entry(0, 0), 16 * ULP * two.entry(0, 0));
    }

    @Example
    void singularMatricesAndNegativeFrictionAreRejected() {
        final double[] n = {1e28, 1e28};
        final OnsagerMatrix locked =
                OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{1e31, 1e31}, {1e31, 1e31}}), new int[] {1, -1});
        final String meaning = "ions that do not move, or only together, have no Maxwell-Stefan diffusivities";
        final String message = messageOf(() -> MaxwellStefan.of(locked, n, NETWORK, 300));
        assertTrue(
                message.startsWith("L must be positive definite: least eigenvalue of L_ij/sqrt(L_ii L_jj) is "),
                message);
        assertTrue(message.endsWith("; " + meaning), message);
        final OnsagerMatrix still = OnsagerMatrix.nernstPlanck(new double[] {1e-17, 0}, n, new int[] {1, 1}, 300);
        assertRejected(
                "L must be positive definite: L[1][1] = 0.0; " + meaning,
                () -> MaxwellStefan.of(still, n, NETWORK, 300));
        final DMatrixRMaj attracting = new DMatrixRMaj(new double[][] {{1e-17, -1e-18}, {-1e-18, 1e-17}});
        final MaxwellStefan set = MaxwellStefan.of(attracting, n, 1e28, 300);
        final String negative = messageOf(() -> set.matrix(new int[] {1, 1}));
        assertTrue(negative.startsWith("R must be positive definite: R[0][0] = -"), negative);
        assertTrue(negative.endsWith("; these diffusivities and densities would produce negative entropy"), negative);
    }

    @Example
    void conversionsNameWhatHasNoErrorBar() {
        final double[] n = {1e28, 4e27};
        assertRejected(
                "diffusivities[1] must be finite: -Infinity m^2/s",
                () -> MaxwellStefan.toDiffusivities(n, NETWORK, 300).at(4e31, 0, 1e31));
        assertRejected(
                "values[1] must be a number and not 0: 0.0 m^2/s",
                () -> MaxwellStefan.fromDiffusivities(n, NETWORK, 300).at(1e-17, 0, 1e-17));
        assertRejected(
                "values must have 3 entries: 1",
                () -> MaxwellStefan.fromDiffusivities(n, NETWORK, 300).at(1e-17));
        final double[] entries = MaxwellStefan.fromDiffusivities(n, NETWORK, 300)
                .at(1e-17, Double.POSITIVE_INFINITY, 1e-18)
                .values();
        assertEquals(0, entries[1]);
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        final double[] n = {1e28};
        final DMatrixRMaj one = new DMatrixRMaj(new double[][] {{1e-17}});
        final OnsagerMatrix l = OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{1e31}}), new int[] {1});
        assertRejected("densities must have at least one entry", () -> MaxwellStefan.of(one, new double[0], 1, 300));
        assertRejected("diffusivities must be 2 x 2: 1 x 1", () -> MaxwellStefan.of(one, new double[] {1, 1}, 1, 300));
        assertRejected(
                "densities[0] must be finite and >= 0: -1.0 1/m^3",
                () -> MaxwellStefan.of(one, new double[] {-1}, 1, 300));
        assertRejected(
                "diffusivities[0][0] must be a number and not 0: 0.0 m^2/s",
                () -> MaxwellStefan.of(new DMatrixRMaj(1, 1), n, 1, 300));
        assertRejected(
                "diffusivities[0][1] must be the same as diffusivities[1][0]: 2.0 m^2/s",
                () -> MaxwellStefan.of(new DMatrixRMaj(new double[][] {{1, 2}, {3, 1}}), new double[] {1, 1}, 1, 300));
        assertRejected("networkDensity must be finite and > 0: 0.0 1/m^3", () -> MaxwellStefan.of(one, n, 0, 300));
        assertRejected("temperature must be finite and > 0: NaN K", () -> MaxwellStefan.of(l, n, 1, Double.NaN));
        assertRejected(
                "densities[0] must be finite and > 0: 0.0 1/m^3", () -> MaxwellStefan.of(l, new double[] {0}, 1, 300));
        assertRejected(
                "densities must have one entry per ion: 2 entries, 1 ions",
                () -> MaxwellStefan.of(l, new double[2], 1, 300));
        final MaxwellStefan set = MaxwellStefan.of(one, n, 1e28, 300);
        assertRejected("an ion has no friction with its own kind: i = j = 0", () -> set.diffusivity(0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> set.networkDiffusivity(1));
        assertRejected("chargeNumbers must have one entry per ion: 2 entries, 1 ions", () -> set.matrix(new int[2]));
    }

    private static String messageOf(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
