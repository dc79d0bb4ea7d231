package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.NernstEinstein;
import org.npp.onsager.OnsagerMatrix;

final class IsotopeModelPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double TEMPERATURE = 300;

    private static final double THERMAL = 1.380649e-23 * TEMPERATURE;

    /** Densities of 1 to 6 isotopes over four decades. */
    @Provide
    Arbitrary<double[]> densities() {
        return Arbitraries.doubles()
                .between(24, 28)
                .ofScale(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(IsotopeModelPropertyTest::powers);
    }

    private static double[] powers(List<Double> decades) {
        return decades.stream().mapToDouble(decade -> Math.pow(10, decade)).toArray();
    }

    @Property(seed = SEED)
    void labelsDoNotChangeTheConductivityAndShareItByNumber(
            @ForAll("densities") double[] n, @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 3) double havenRatio) {
        final OnsagerMatrix l = new IsotopeModel(1e-17, havenRatio * 1e-17, 1, TEMPERATURE).matrix(n);
        final double sum = Arrays.stream(n).sum();
        final double conductivity = new NernstEinstein(sum, 1, TEMPERATURE).conductivity(1e-17);
        // the tracer parts cancel: rounding is relative to the larger of the two diffusion coefficients
        final double scale = 32 * ULP * (1 + havenRatio);
        assertEquals(conductivity, l.conductivity(), scale * conductivity);
        for (int a = 0; a < n.length; a++) {
            assertEquals(n[a] / sum, l.transferenceNumber(a), scale);
        }
    }

    @Property(seed = SEED)
    void labelsInterdiffuseWithTheTracerCoefficient(
            @ForAll("densities") double[] n, @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 3) double havenRatio) {
        final double tracer = havenRatio * 1e-17;
        final OnsagerMatrix l = new IsotopeModel(1e-17, tracer, 1, TEMPERATURE).matrix(n);
        // the eigenvalues of (L - Lz(Lz)^T/(z^T L z)) kT diag(1/n), ideal mixing, made symmetric: 0 once, else D*
        final int size = n.length;
        final double[] flow = new double[size];
        double total = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                flow[a] += l.entry(a, b);
            }
            total += flow[a];
        }
        final DMatrixRMaj fick = new DMatrixRMaj(size, size);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                final double currentFree = l.entry(a, b) - flow[a] * flow[b] / total;
                fick.set(a, b, currentFree * THERMAL / Math.sqrt(n[a]) / Math.sqrt(n[b]));
            }
        }
        final EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, true);
        eigen.decompose(fick);
        final double[] values = new double[size];
        for (int a = 0; a < size; a++) {
            values[a] = eigen.getEigenvalue(a).getReal();
        }
        Arrays.sort(values);
        final double tolerance = 100 * ULP * (1e-17 + tracer);
        assertEquals(0, values[0], tolerance);
        for (int a = 1; a < size; a++) {
            assertEquals(tracer, values[a], tolerance);
        }
    }

    @Example
    void exampleOfTheClassCommentHolds() {
        final OnsagerMatrix l = new IsotopeModel(1e-17, 3e-18, 1, 300).matrix(0.08 * 1.4e28, 0.92 * 1.4e28);
        assertEquals(0.08, l.transferenceNumber(0), 4 * ULP);
    }

    @Example
    void haveNoCrossCoefficientOnlyAtTheHavenRatioOne() {
        final OnsagerMatrix l = new IsotopeModel(1e-17, 1e-17, 2, 300).matrix(1e27, 3e27);
        assertEquals(0, l.entry(0, 1));
        assertEquals(1e27 * 1e-17 / THERMAL, l.entry(0, 0), 4 * ULP * 1e27 * 1e-17 / THERMAL);
    }

    @Example
    void absentIsotopeHasAZeroRow() {
        final OnsagerMatrix l = new IsotopeModel(1e-17, 3e-18, 1, 300).matrix(0, 1e28);
        assertEquals(0, l.entry(0, 0));
        assertEquals(0, l.entry(0, 1));
        assertEquals(1, l.transferenceNumber(1));
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        assertRejected(
                "conductivityDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> new IsotopeModel(-1, 1, 1, 300));
        assertRejected(
                "tracerDiffusivity must be finite and >= 0: NaN m^2/s", () -> new IsotopeModel(1, Double.NaN, 1, 300));
        assertRejected("chargeNumber must not be 0", () -> new IsotopeModel(1, 1, 0, 300));
        assertRejected("temperature must be finite and > 0: -300.0 K", () -> new IsotopeModel(1, 1, 1, -300));
        final IsotopeModel model = new IsotopeModel(1, 1, 1, 300);
        assertRejected("densities[1] must be finite and >= 0: -1.0 1/m^3", () -> model.matrix(1, -1));
        assertRejected("sum of densities must be finite and > 0: 0.0 1/m^3", () -> model.matrix(0, 0));
        assertRejected("sum of densities must be finite and > 0: 0.0 1/m^3", model::matrix);
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
