package org.npp.onsager.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.DefiniteMatrices;
import org.npp.onsager.OnsagerMatrix;

final class ConductionFormPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final MathContext PRECISION = new MathContext(50);

    @Provide
    Arbitrary<DMatrixRMaj> definite() {
        return DefiniteMatrices.any();
    }

    /** Of any condition number up to 1e8 and coefficients over ten decades. */
    private static OnsagerMatrix matrix(DMatrixRMaj r, long seed) {
        final int size = r.getNumRows();
        final DMatrixRMaj l = DefiniteMatrices.scaled(r, DefiniteMatrices.spread(size, 1e15, 5, seed));
        return OnsagerMatrix.of(l, DefiniteMatrices.charges(size, seed));
    }

    private static double condition(OnsagerMatrix l) {
        double sum = 0;
        for (int i = 0; i < l.size(); i++) {
            sum += Math.abs(l.chargeNumber(i)) * Math.sqrt(l.entry(i, i));
        }
        return sum * sum / (l.conductivity() / (1.602176634e-19 * 1.602176634e-19));
    }

    @Property(seed = SEED)
    void matrixComesBackWithinTenTimesOrderTimesCondition(@ForAll("definite") DMatrixRMaj r, @ForAll long seed) {
        final OnsagerMatrix l = matrix(r, seed);
        final ConductionForm form = ConductionForm.of(l);
        final double[] carried = new double[l.size()];
        for (int i = 0; i < carried.length; i++) {
            carried[i] = form.carried(i);
        }
        final OnsagerMatrix back = form.matrix();
        final OnsagerMatrix measured = ConductionForm.of(
                        form.conductivity(), carried, form.currentFree(), l.chargeNumbers())
                .matrix();
        final double bound = 10 * l.size() * condition(l) * ULP;
        for (int i = 0; i < l.size(); i++) {
            for (int j = 0; j < l.size(); j++) {
                final double scale = Math.sqrt(l.entry(i, i)) * Math.sqrt(l.entry(j, j));
                assertEquals(l.entry(i, j), back.entry(i, j), bound * scale);
                assertEquals(l.entry(i, j), measured.entry(i, j), bound * scale);
            }
        }
    }

    @Property(seed = SEED)
    void conductivityAndTransferenceAreThoseOfTheMatrix(@ForAll("definite") DMatrixRMaj r, @ForAll long seed) {
        final OnsagerMatrix l = matrix(r, seed);
        final ConductionForm form = ConductionForm.of(l);
        final double bound = 10 * l.size() * condition(l) * ULP;
        assertEquals(l.conductivity(), form.conductivity(), bound * l.conductivity());
        for (int i = 0; i < l.size(); i++) {
            final double t = l.transferenceNumber(i);
            assertEquals(t, form.transferenceNumber(i), bound * (1 + Math.abs(t)));
        }
    }

    @Property(seed = SEED)
    void currentFreeFluxesAreThoseInAFieldThatStopsTheCurrent(@ForAll("definite") DMatrixRMaj r, @ForAll long seed) {
        final OnsagerMatrix l = matrix(r, seed);
        final int size = l.size();
        final DMatrixRMaj currentFree = ConductionForm.of(l).currentFree();
        final double bound = 10 * size * Math.sqrt(condition(l)) * ULP;
        for (int driven = 0; driven < size; driven++) {
            // J = L (x + f z) with f from z J = 0, in exact arithmetic
            BigDecimal current = BigDecimal.ZERO;
            BigDecimal conducting = BigDecimal.ZERO;
            for (int i = 0; i < size; i++) {
                current = current.add(exact(l, i, driven).multiply(BigDecimal.valueOf(l.chargeNumber(i))));
                for (int j = 0; j < size; j++) {
                    conducting = conducting.add(
                            exact(l, i, j).multiply(BigDecimal.valueOf((long) l.chargeNumber(i) * l.chargeNumber(j))));
                }
            }
            final BigDecimal field = current.negate().divide(conducting, PRECISION);
            for (int i = 0; i < size; i++) {
                BigDecimal flux = exact(l, i, driven);
                for (int j = 0; j < size; j++) {
                    flux = flux.add(exact(l, i, j).multiply(field).multiply(BigDecimal.valueOf(l.chargeNumber(j))));
                }
                final double scale = Math.sqrt(l.entry(i, i)) * Math.sqrt(l.entry(driven, driven));
                assertEquals(flux.doubleValue(), currentFree.get(i, driven), bound * scale);
            }
        }
    }

    private static BigDecimal exact(OnsagerMatrix l, int i, int j) {
        return new BigDecimal(l.entry(i, j));
    }

    @Example
    void neutralSpeciesAreCarriedAlong() {
        // a neutral species that the ion drags with half its own flux
        final OnsagerMatrix l =
                OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{4e31, 2e31}, {2e31, 3e31}}), new int[] {2, 0});
        final ConductionForm form = ConductionForm.of(l);
        assertEquals(0.5, form.carried(0), 4 * ULP);
        assertEquals(0.25, form.carried(1), 4 * ULP);
        assertEquals(0, form.transferenceNumber(1));
        assertEquals(2e31, form.currentFree().get(1, 1), 16 * ULP * 2e31);
    }

    @Example
    void transferenceOutsideTheUnitIntervalIsLegal() {
        final double[] carried = ConductionForm.carriedOf(new double[] {1.5, -0.5}, new int[] {1, -1});
        assertEquals(0.5, carried[1]);
        final DMatrixRMaj none = new DMatrixRMaj(new double[][] {{1e31, 1e31}, {1e31, 1e31}});
        final OnsagerMatrix l =
                ConductionForm.of(1e-6, carried, none, new int[] {1, -1}).matrix();
        assertEquals(1.5, l.transferenceNumber(0), 16 * ULP);
        assertEquals(1e-6, l.conductivity(), 16 * ULP * 1e-6);
    }

    @Example
    void independentIonsFollowFromConductivityAndTransferenceAlone() {
        final OnsagerMatrix l = ConductionForm.independentIons(2e-6, new double[] {0.9, 0.1}, new int[] {1, -2});
        assertEquals(0, l.entry(0, 1));
        assertEquals(2e-6, l.conductivity(), 8 * ULP * 2e-6);
        assertEquals(0.1, l.transferenceNumber(1), 8 * ULP);
        assertRejected(
                "transferenceNumbers[1] must be finite and >= 0: -0.5 [1]",
                () -> ConductionForm.independentIons(1, new double[] {1.5, -0.5}, new int[] {1, 1}));
        assertRejected(
                "sum of transference numbers must be 1: 0.9 [1]",
                () -> ConductionForm.independentIons(1, new double[] {0.9}, new int[] {1}));
        assertRejected(
                "chargeNumber must not be 0", () -> ConductionForm.independentIons(1, new double[] {1}, new int[] {0}));
    }

    @Example
    void constraintsAreNamed() {
        final int[] z = {1, 1};
        final double[] half = {0.5, 0.5};
        final DMatrixRMaj exchange = new DMatrixRMaj(new double[][] {{1e31, -1e31}, {-1e31, 1e31}});
        assertRejected(
                "sum of transference numbers must be 1: 1.1 [1]",
                () -> ConductionForm.of(1e-6, new double[] {0.5, 0.6}, exchange, z));
        assertRejected("conductivity must be finite and > 0: 0.0 S/m", () -> ConductionForm.of(0, half, exchange, z));
        assertRejected(
                "carried[1] must be finite: NaN [1]",
                () -> ConductionForm.of(1e-6, new double[] {1, Double.NaN}, exchange, z));
        assertRejected(
                "sum of currentFree[0][j] z_j over j must be 0: 1.0E31 1/(J m s)",
                () -> ConductionForm.of(1e-6, half, new DMatrixRMaj(new double[][] {{2e31, -1e31}, {-1e31, 1e31}}), z));
        assertRejected(
                "currentFree must be symmetric: currentFree[0][1] = -1.0, currentFree[1][0] = 1.0 1/(J m s)",
                () -> ConductionForm.of(1e-6, half, new DMatrixRMaj(new double[][] {{1, -1}, {1, 1}}), z));
        assertRejected(
                "currentFree must be 2 x 2: 1 x 1", () -> ConductionForm.of(1e-6, half, new DMatrixRMaj(1, 1), z));
        assertRejected(
                "conductivity must be finite and > 0: 0.0 S/m",
                () -> ConductionForm.of(OnsagerMatrix.of(new DMatrixRMaj(1, 1), new int[] {1})));
        assertRejected(
                "transferenceNumbers[0] must be 0 for a neutral species: 0.5 [1]",
                () -> ConductionForm.carriedOf(half, new int[] {0, 1}));
        assertEquals(0, ConductionForm.carriedOf(new double[] {0, 1}, new int[] {0, 1})[0]);
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
