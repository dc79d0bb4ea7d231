package org.npp.onsager.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.DefiniteMatrices;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.form.MaxwellStefan;
import org.npp.onsager.form.ReferenceFrame;
import org.npp.onsager.form.ThermodynamicFactors;
import org.npp.onsager.model.BinarySalt;
import org.npp.onsager.model.ConcentratedSolution;
import org.npp.onsager.model.IsotopeModel;
import org.npp.onsager.model.TwoIonExchange;

/** Every conversion: its values against the method of the class it belongs to, its Jacobian against central differences. */
final class ConversionPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double THERMAL = 1.380649e-23 * 300;

    /** Step of the central differences, relative: errors of the order of its square and of ulp over it. */
    private static final double STEP = 1e-5;

    /** With second derivatives up to a thousand times the first. */
    private static final double TOLERANCE = 1e-6;

    @Provide
    Arbitrary<DMatrixRMaj> mild() {
        return DefiniteMatrices.mild();
    }

    /** Each column of the Jacobian, relative to the row's sum of |J_km x_m|. */
    private static void assertJacobian(Conversion conversion, double... x) {
        final Linearization line = conversion.at(x);
        final DMatrixRMaj jacobian = line.jacobian();
        final double[] values = line.values();
        final double[] scale = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            scale[k] = Math.abs(values[k]);
            for (int m = 0; m < x.length; m++) {
                scale[k] += Math.abs(jacobian.get(k, m) * x[m]);
            }
        }
        for (int m = 0; m < x.length; m++) {
            final double[] up = x.clone();
            final double[] down = x.clone();
            up[m] *= 1 + STEP;
            down[m] *= 1 - STEP;
            final double[] high = conversion.at(up).values();
            final double[] low = conversion.at(down).values();
            for (int k = 0; k < values.length; k++) {
                final double difference = (high[k] - low[k]) / (2 * STEP);
                assertEquals(difference / scale[k], jacobian.get(k, m) * x[m] / scale[k], TOLERANCE);
            }
        }
    }

    private static OnsagerMatrix matrix(DMatrixRMaj r, double[] n, long seed) {
        final double[] scale = n.clone();
        for (int i = 0; i < n.length; i++) {
            scale[i] = Math.sqrt(n[i] * 1e4);
        }
        return OnsagerMatrix.of(DefiniteMatrices.scaled(r, scale), DefiniteMatrices.charges(n.length, seed));
    }

    @Property(seed = SEED, tries = 200)
    void conductivityAndTransferenceAreThoseOfTheMatrix(@ForAll("mild") DMatrixRMaj r, @ForAll long seed) {
        final double[] n = DefiniteMatrices.spread(r.getNumRows(), 1e27, 1, seed);
        final OnsagerMatrix l = matrix(r, n, seed);
        final Conversion conversion = MatrixConversions.conductivityAndTransference(l.chargeNumbers());
        final double[] entries = new UpperTriangle(l.size()).entries(l);
        final double[] values = conversion.at(entries).values();
        assertEquals(l.conductivity(), values[0], 1e-13 * l.conductivity());
        for (int i = 0; i < l.size(); i++) {
            assertEquals(l.transferenceNumber(i), values[i + 1], 1e-12);
        }
        assertJacobian(conversion, entries);
        final double[] d = MatrixConversions.conductivityDiffusivities(l.chargeNumbers(), n, 300)
                .at(entries)
                .values();
        for (int i = 0; i < l.size(); i++) {
            final double expected = l.conductivityDiffusivity(i, n[i], 300);
            assertEquals(expected, d[i], 1e-12 * THERMAL * l.entry(i, i) / n[i] * l.size() * 10);
        }
    }

    @Property(seed = SEED, tries = 200)
    void havenRatioIsThatOfMatrixAndTracers(@ForAll("mild") DMatrixRMaj r, @ForAll long seed) {
        final int size = r.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 1, seed);
        final double[] tracers = DefiniteMatrices.spread(size, 1e-17, 1, ~seed);
        final OnsagerMatrix l = matrix(r, n, seed);
        final Conversion conversion = MatrixConversions.havenRatio(l.chargeNumbers(), n, 300);
        final UpperTriangle triangle = new UpperTriangle(size);
        final double[] inputs = new double[triangle.size() + size];
        System.arraycopy(triangle.entries(l), 0, inputs, 0, triangle.size());
        System.arraycopy(tracers, 0, inputs, triangle.size(), size);
        final double expected = HavenRatio.of(l, tracers, n, 300).value();
        assertEquals(expected, conversion.at(inputs).values()[0], 1e-13 * expected);
        assertJacobian(conversion, inputs);
    }

    @Property(seed = SEED, tries = 200)
    void maxwellStefanDiffusivitiesConvertBothWays(@ForAll("mild") DMatrixRMaj r, @ForAll long seed) {
        final int size = r.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 1, seed);
        final OnsagerMatrix l = matrix(r, n, seed);
        final double[] entries = new UpperTriangle(size).entries(l);
        final MaxwellStefan set = MaxwellStefan.of(l, n, 5e28, 300);
        final Conversion there = MaxwellStefan.toDiffusivities(n, 5e28, 300);
        final Conversion back = MaxwellStefan.fromDiffusivities(n, 5e28, 300);
        final double[] d = there.at(entries).values();
        for (int k = 0; k < d.length; k++) {
            assertEquals(set.values()[k], d[k], 0);
        }
        assertInverse(back.at(d).jacobian(), there.at(entries).jacobian(), entries);
        final DMatrixRMaj expected = new DMatrixRMaj(size, size);
        set.matrix(l.chargeNumbers()).copyTo(expected);
        final DMatrixRMaj actual = new UpperTriangle(size).matrix(back.at(d).values());
        for (int k = 0; k < size * size; k++) {
            assertEquals(expected.data[k], actual.data[k], 4 * ULP * Math.abs(expected.data[k]));
        }
        // friction with the network may vanish between steps: differences of D -> L only
        if (size < 3) {
            assertJacobian(back, d);
        }
    }

    /** The product of the Jacobians of a conversion and its inverse is the identity, in units of the entries. */
    private static void assertInverse(DMatrixRMaj outer, DMatrixRMaj inner, double[] entries) {
        final DMatrixRMaj product = new DMatrixRMaj(outer.getNumRows(), inner.getNumCols());
        CommonOps_DDRM.mult(outer, inner, product);
        double largest = 0;
        for (double entry : entries) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double cancelling = 0;
        for (int i = 0; i < outer.getNumRows(); i++) {
            for (int j = 0; j < inner.getNumCols(); j++) {
                for (int k = 0; k < inner.getNumRows(); k++) {
                    cancelling = Math.max(cancelling, Math.abs(outer.get(i, k) * inner.get(k, j)));
                }
            }
        }
        for (int i = 0; i < product.getNumRows(); i++) {
            for (int j = 0; j < product.getNumCols(); j++) {
                assertEquals(i == j ? 1 : 0, product.get(i, j), 1e-10 * cancelling);
            }
        }
    }

    @Property(seed = SEED, tries = 200)
    void framesAndFickMatricesConvertBothWays(@ForAll("mild") DMatrixRMaj r, @ForAll long seed) {
        final int size = r.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 1, seed);
        final OnsagerMatrix l = matrix(r, n, seed);
        final UpperTriangle triangle = new UpperTriangle(size);
        final double[] entries = triangle.entries(l);
        final ReferenceFrame frame = ReferenceFrame.of(DefiniteMatrices.spread(size, 1e-25, 1, ~seed), n, 1e-25, 1e28);
        final DMatrixRMaj moved = frame.fromNetwork(l);
        final double[] converted = frame.fromNetworkConversion().at(entries).values();
        final double largest = CommonOps_DDRM.elementMaxAbs(moved) + entries[0];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                assertEquals(moved.get(i, j), converted[triangle.index(i, j)], 1e-12 * largest);
            }
        }
        final double[] same = frame.fromNetworkConversion()
                .andThen(frame.toNetworkConversion())
                .at(entries)
                .values();
        final ThermodynamicFactors ideal = ThermodynamicFactors.ideal(n, 300);
        final double[] fick = ideal.toFick().at(entries).values();
        final DMatrixRMaj expected = ideal.fickMatrix(l);
        for (int k = 0; k < fick.length; k++) {
            assertEquals(expected.data[k], fick[k], 4 * ULP * Math.abs(expected.data[k]));
        }
        final double[] again =
                ideal.toFick().andThen(ideal.fromFick()).at(entries).values();
        double scale = 0;
        for (double entry : entries) {
            scale = Math.max(scale, Math.abs(entry));
        }
        for (int k = 0; k < entries.length; k++) {
            assertEquals(entries[k], same[k], 1e-11 * scale);
            assertEquals(entries[k], again[k], 1e-13 * scale);
        }
    }

    @Property(seed = SEED, tries = 200)
    void exchangeOfTwoIonsConvertsBothWays(
            @ForAll @Scale(6) @DoubleRange(min = -0.5, max = 1.5) double transference,
            @ForAll @Scale(6) @DoubleRange(min = -19, max = -16) double decade) {
        final TwoIonExchange pair = new TwoIonExchange(1e28, 4e27, 2, 300, 1.7);
        final double chemical = Math.pow(10, decade);
        final Conversion there = pair.fromConductivity();
        final double[] entries = there.at(1e-6, transference, chemical).values();
        final OnsagerMatrix l = pair.matrixOfConductivity(1e-6, transference, chemical);
        final double scale = l.entry(0, 0) + l.entry(1, 1);
        assertEquals(l.entry(0, 0), entries[0], 16 * ULP * scale);
        assertEquals(l.entry(0, 1), entries[1], 16 * ULP * scale);
        assertEquals(l.entry(1, 1), entries[2], 16 * ULP * scale);
        assertEquals(1e-6, l.conductivity(), 1e-12 * 1e-6);
        assertEquals(transference, l.transferenceNumber(0), 1e-12);
        assertJacobian(there, 1e-6, transference == 0 ? 0.5 : transference, chemical);
        final double[] measured = pair.toConductivity().at(entries).values();
        assertEquals(pair.chemicalDiffusivity(l), measured[2], 1e-9 * chemical);
        assertJacobian(pair.toConductivity(), entries);
        assertInverse(
                there.at(1e-6, transference, chemical).jacobian(),
                pair.toConductivity().at(entries).jacobian(),
                entries);
    }

    @Property(seed = SEED, tries = 200)
    void binarySaltsConvertBothWays(
            @ForAll @Scale(6) @DoubleRange(min = -0.5, max = 1.5) double transference,
            @ForAll @Scale(6) @DoubleRange(min = 0.2, max = 5) double factor) {
        final BinarySalt salt = new BinarySalt(6e25, 1, 2, 2, -1, 300);
        final Conversion there = salt.fromConcentratedSolution();
        final double[] entries = there.at(1.2, 1.4e-9, transference, factor).values();
        final OnsagerMatrix l = salt.matrix(new ConcentratedSolution(1.2, 1.4e-9, transference, factor));
        assertEquals(l.entry(0, 1), entries[1], 0);
        assertJacobian(there, 1.2, 1.4e-9, transference, factor);
        assertJacobian(salt.toConcentratedSolution(), entries[0], entries[1], entries[2], factor);
        final double[] same = salt.toConcentratedSolution()
                .at(entries[0], entries[1], entries[2], factor)
                .values();
        assertEquals(1.4e-9, same[1], 1e-11 * 1.4e-9);
        assertEquals(transference, same[2], 1e-12);
    }

    @Example
    void isotopesConvertAsTheirModel() {
        final double[] n = {1e27, 4e27, 8e27};
        final double[] entries =
                IsotopeModel.fromDiffusivities(300, n).at(1e-17, 3e-18).values();
        final double[] expected = new UpperTriangle(3).entries(new IsotopeModel(1e-17, 3e-18, 1, 300).matrix(n));
        for (int k = 0; k < 6; k++) {
            assertEquals(expected[k], entries[k], 8 * ULP * expected[5]);
        }
        assertJacobian(IsotopeModel.fromDiffusivities(300, n), 1e-17, 3e-18);
    }

    @Example
    void triangleNumbersItsEntriesRowByRow() {
        final UpperTriangle triangle = new UpperTriangle(3);
        assertEquals(6, triangle.size());
        int next = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = i; j < 3; j++) {
                assertEquals(next, triangle.index(i, j));
                assertEquals(next++, triangle.index(j, i));
            }
        }
        assertEquals(5, triangle.matrix(1, 2, 3, 4, 5, 6).get(2, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> triangle.index(3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> triangle.index(0, -1));
        assertRejected("order must be at least 1: 0", () -> new UpperTriangle(0));
        assertRejected(
                "values must have one entry per coefficient of 3 ions: 2 entries, 6 coefficients",
                () -> triangle.matrix(1, 2));
        assertRejected(
                "l must have one entry per ion: 1 entries, 3 ions",
                () -> triangle.entries(OnsagerMatrix.of(new DMatrixRMaj(1, 1), new int[1])));
    }

    @Example
    void wrongInputsAreNamed() {
        final int[] z = {1, -1};
        assertRejected(
                "values must have 3 entries: 2",
                () -> MatrixConversions.conductivityAndTransference(z).at(1, 2));
        assertRejected(
                "conductivity must be finite and > 0: 0.0 S/m",
                () -> MatrixConversions.conductivityAndTransference(z).at(1, 1, 1));
        assertRejected(
                "conductivity must be finite and > 0: 0.0 S/m",
                () -> MatrixConversions.havenRatio(z, new double[] {1, 1}, 300).at(1, 1, 1, 1, 1));
        assertRejected(
                "chargeNumber must not be 0",
                () -> MatrixConversions.conductivityDiffusivities(new int[] {0}, new double[] {1}, 300));
        assertRejected(
                "jacobian must have one row per value: 2 rows, 1 values",
                () -> Linearization.of(new double[1], new DMatrixRMaj(2, 1)));
        final TwoIonExchange pair = new TwoIonExchange(1e28, 4e27, 1, 300, 1);
        assertRejected(
                "conductivity must be finite and > 0: 0.0 S/m",
                () -> pair.toConductivity().at(1, -1, 1));
    }

    @Example
    void estimatesGoThroughLinearConversionsExactly() {
        final Random random = new Random(5);
        final DMatrixRMaj b = new DMatrixRMaj(2, 3);
        final DMatrixRMaj half = new DMatrixRMaj(3, 3);
        for (int k = 0; k < 6; k++) {
            b.data[k] = random.nextGaussian();
        }
        for (int k = 0; k < 9; k++) {
            half.data[k] = random.nextGaussian();
        }
        final DMatrixRMaj covariance = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.multOuter(half, covariance);
        final Estimate result = Estimate.of(new double[] {1, 2, 3}, covariance).through(MatrixConversions.linear(b));
        for (int i = 0; i < 2; i++) {
            assertEquals(b.get(i, 0) + 2 * b.get(i, 1) + 3 * b.get(i, 2), result.value(i), 16 * ULP);
            for (int j = 0; j < 2; j++) {
                double expected = 0;
                for (int p = 0; p < 3; p++) {
                    for (int q = 0; q < 3; q++) {
                        expected += b.get(i, p) * covariance.get(p, q) * b.get(j, q);
                    }
                }
                assertEquals(expected, result.covariance().get(i, j), 100 * ULP * 10);
            }
        }
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
