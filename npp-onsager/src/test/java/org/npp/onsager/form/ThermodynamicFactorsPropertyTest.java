package org.npp.onsager.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.DefiniteMatrices;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.SemidefiniteProjection;
import org.npp.onsager.model.TwoIonExchange;

final class ThermodynamicFactorsPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double THERMAL = 1.380649e-23 * 300;

    @Provide
    Arbitrary<DMatrixRMaj> definite() {
        return DefiniteMatrices.any();
    }

    /** \( \Gamma_{ij} = K_{ij} \sqrt{n_j/n_i} \) of a symmetric K. */
    private static DMatrixRMaj gamma(DMatrixRMaj k, double[] n) {
        final DMatrixRMaj gamma = new DMatrixRMaj(k);
        for (int i = 0; i < n.length; i++) {
            for (int j = 0; j < n.length; j++) {
                gamma.set(i, j, k.get(i, j) * Math.sqrt(n[j] / n[i]));
            }
        }
        return gamma;
    }

    @Property(seed = SEED)
    void matrixComesBackWithinTenTimesOrderTimesCondition(
            @ForAll("definite") DMatrixRMaj mobility, @ForAll("definite") DMatrixRMaj slopes, @ForAll long seed) {
        final int size = Math.min(mobility.getNumRows(), slopes.getNumRows());
        final DMatrixRMaj k = CommonOps_DDRM.extract(slopes, 0, size, 0, size);
        final double[] n = DefiniteMatrices.spread(size, 1e27, 4, seed);
        final double[] roots = n.clone();
        for (int i = 0; i < size; i++) {
            roots[i] = Math.sqrt(n[i] * 1e4);
        }
        final DMatrixRMaj m = CommonOps_DDRM.extract(mobility, 0, size, 0, size);
        final int[] z = DefiniteMatrices.charges(size, seed);
        final OnsagerMatrix l = OnsagerMatrix.of(DefiniteMatrices.scaled(m, roots), z);
        final ThermodynamicFactors factors = ThermodynamicFactors.of(gamma(k, n), n, 300);
        final OnsagerMatrix back = factors.matrix(factors.fickMatrix(l), z);
        final double bound = 10 * size * factors.conditionNumber() * ULP * CommonOps_DDRM.elementMaxAbs(m);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                final double scale = roots[i] * roots[j];
                assertEquals(l.entry(i, j) / scale, back.entry(i, j) / scale, bound);
            }
        }
        assertTrue(factors.stable());
    }

    @Property(seed = SEED)
    void independentIonsOfAnIdealMixtureHaveTheirOwnFickCoefficients(@ForAll long seed) {
        final double[] n = DefiniteMatrices.spread(6, 1e27, 6, seed);
        final double[] d = DefiniteMatrices.spread(6, 1e-17, 8, ~seed);
        final int[] z = DefiniteMatrices.charges(6, seed);
        final DMatrixRMaj fick =
                ThermodynamicFactors.ideal(n, 300).fickMatrix(OnsagerMatrix.nernstPlanck(d, n, z, 300));
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertEquals(i == j ? d[i] : 0, fick.get(i, j), 8 * ULP * d[i]);
            }
        }
    }

    @Example
    void exchangeOfTwoIonsIsTheInterdiffusionCoefficient() {
        final double[] n = {1e28, 4e27};
        final TwoIonExchange pair = new TwoIonExchange(n[0], n[1], 1, 300, 1);
        final OnsagerMatrix l = pair.matrix(1e-17, 2e-18, 5e-18);
        final DMatrixRMaj fick = ThermodynamicFactors.ideal(n, 300).currentFreeFickMatrix(ConductionForm.of(l));
        // on dn_2 = -dn_1
        assertEquals(5e-18, fick.get(0, 0) - fick.get(0, 1), 64 * ULP * 5e-18);
        assertEquals(-5e-18, fick.get(1, 0) - fick.get(1, 1), 64 * ULP * 5e-18);
    }

    @Example
    void measuredFickMatrixGoesThroughTheProjection() {
        final double[] n = {1e28, 4e27};
        final ThermodynamicFactors factors = ThermodynamicFactors.ideal(n, 300);
        final DMatrixRMaj fick = new DMatrixRMaj(new double[][] {{1e-17, 1e-18}, {5e-19, 2e-18}});
        final String message = messageOf(() -> factors.matrix(fick, new int[] {1, 1}));
        assertTrue(message.startsWith("fick must have a symmetric L: L[0][1] = "), message);
        final SemidefiniteProjection nearest = SemidefiniteProjection.of(factors.coefficients(fick), new int[] {1, 1});
        final double first = 1e28 * 1e-17;
        final double second = 4e27 * 2e-18;
        final double difference = Math.abs(4e27 * 1e-18 - 1e28 * 5e-19) / Math.sqrt(first * second);
        assertEquals(difference, nearest.asymmetry(), 32 * ULP);
        final DMatrixRMaj uphill = new DMatrixRMaj(new double[][] {{1e-17, 4e-17}, {1.6e-17, 1e-18}});
        final String indefinite = messageOf(() -> factors.matrix(uphill, new int[] {1, 1}));
        assertTrue(
                indefinite.startsWith(
                        "fick must have a positive semidefinite L: least eigenvalue of L_ij/sqrt(L_ii L_jj) is -7.000e+00"),
                indefinite);
    }

    @Example
    void unstableMixturesAreAdmittedAndSpinodalsHaveNoWayBack() {
        final double[] n = {1e28, 1e28};
        final ThermodynamicFactors unstable =
                ThermodynamicFactors.of(new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}}), n, 300);
        assertFalse(unstable.stable());
        final OnsagerMatrix l =
                OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{4e31, -1e31}, {-1e31, 2e31}}), new int[] {1, 1});
        final OnsagerMatrix back = unstable.matrix(unstable.fickMatrix(l), new int[] {1, 1});
        assertEquals(-1e31, back.entry(0, 1), 32 * ULP * 4e31);
        final ThermodynamicFactors spinodal =
                ThermodynamicFactors.of(new DMatrixRMaj(new double[][] {{1, 1}, {1, 1}}), n, 300);
        final String message = "gamma must not be singular: at a spinodal no L follows from a Fick matrix";
        assertRejected(message, () -> spinodal.coefficients(new DMatrixRMaj(2, 2)));
        assertRejected(message, spinodal::fromFick);
        assertEquals(THERMAL / 1e28, spinodal.potentialSlopes().get(0, 1), 4 * ULP * THERMAL / 1e28);
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        final double[] n = {1e28, 4e27};
        assertRejected(
                "gamma must obey gamma_ij n_i = gamma_ji n_j: gamma[0][1] n = 1.0E27, gamma[1][0] n = 4.0E26 1/m^3",
                () -> ThermodynamicFactors.of(new DMatrixRMaj(new double[][] {{1, 0.1}, {0.1, 1}}), n, 300));
        assertRejected(
                "densities[1] must be finite and > 0: 0.0 1/m^3",
                () -> ThermodynamicFactors.ideal(new double[] {1, 0}, 300));
        assertRejected("temperature must be finite and > 0: 0.0 K", () -> ThermodynamicFactors.ideal(n, 0));
        assertRejected("gamma must be 2 x 2: 1 x 1", () -> ThermodynamicFactors.of(new DMatrixRMaj(1, 1), n, 300));
        final ThermodynamicFactors ideal = ThermodynamicFactors.ideal(n, 300);
        assertRejected("fick must be 2 x 2: 3 x 3", () -> ideal.coefficients(new DMatrixRMaj(3, 3)));
        final OnsagerMatrix one = OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{1}}), new int[] {1});
        assertRejected("l must have one entry per ion: 1 entries, 2 ions", () -> ideal.fickMatrix(one));
        assertRejected(
                "form must have one entry per ion: 1 entries, 2 ions",
                () -> ideal.currentFreeFickMatrix(ConductionForm.of(one)));
    }

    private static String messageOf(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Example
    void factorsThatVanishAltogetherAreSingularToo() {
        final ThermodynamicFactors none =
                ThermodynamicFactors.of(new DMatrixRMaj(2, 2), new double[] {1e28, 1e27}, 300);
        assertEquals(Double.POSITIVE_INFINITY, none.conditionNumber());
        assertThrows(IllegalArgumentException.class, () -> none.coefficients(new DMatrixRMaj(2, 2)));
    }
}
