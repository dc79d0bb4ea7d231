package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.RandomMatrices;

final class TwoIonExchangePropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double THERMAL = 1.380649e-23 * 300;

    private static final MathContext PRECISION = new MathContext(60);

    private static BigDecimal exact(double value) {
        return new BigDecimal(value);
    }

    @Provide
    Arbitrary<RandomMatrices> pairs() {
        return RandomMatrices.ofTwoEqualCharges();
    }

    @Property(seed = SEED)
    void chemicalCoefficientIsTheFluxWithoutCurrentDownAGibbsDuhemGradient(
            @ForAll("pairs") RandomMatrices given,
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double fraction,
            @ForAll @Scale(9) @DoubleRange(min = 0.1, max = 10) double factor) {
        final OnsagerMatrix l = OnsagerMatrix.of(given.l(), given.z());
        Assume.that(l.conductivity() > 0);
        final double n1 = fraction * 1.4e28;
        final double n2 = (1 - fraction) * 1.4e28;
        final double computed = new TwoIonExchange(n1, n2, given.z()[0], 300, factor).chemicalDiffusivity(l);
        // forces per unit gradient of n1: dmu1 = kT gamma/n1, dmu2 = -kT gamma/n2, and a field f that stops the current
        final BigDecimal thermal =
                new BigDecimal("1.380649e-23").multiply(BigDecimal.valueOf(300)).multiply(exact(factor));
        final BigDecimal mu1 = thermal.divide(exact(n1), PRECISION);
        final BigDecimal mu2 = thermal.negate().divide(exact(n2), PRECISION);
        final BigDecimal l11 = exact(l.entry(0, 0));
        final BigDecimal l12 = exact(l.entry(0, 1));
        final BigDecimal l22 = exact(l.entry(1, 1));
        final BigDecimal total = l11.add(l22).add(l12).add(l12);
        final BigDecimal f = l11.add(l12)
                .multiply(mu1)
                .add(l12.add(l22).multiply(mu2))
                .negate()
                .divide(total, PRECISION);
        // below zero only where the entries' own rounding made a singular matrix indefinite
        final double expected = l11.multiply(mu1.add(f))
                .add(l12.multiply(mu2.add(f)))
                .max(BigDecimal.ZERO)
                .doubleValue();
        final double residue = 1e-50 * l.entry(0, 0) * mu1.doubleValue(); // of the 60 digits
        assertEquals(expected, computed, 8 * ULP * Math.abs(expected) + residue);
    }

    @Property(seed = SEED)
    void diffusionCoefficientsComeBackWithinTheirBounds(
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double fraction,
            @ForAll @Scale(9) @DoubleRange(min = -6, max = 0) double decade,
            @ForAll @Scale(9) @DoubleRange(min = -6, max = 3) double chemicalDecade,
            @ForAll @Scale(9) @DoubleRange(min = 0.1, max = 10) double factor) {
        final double n1 = fraction * 1.4e28;
        final double n2 = (1 - fraction) * 1.4e28;
        final double d2 = 1e-17 * Math.pow(10, decade);
        final double chemical = d2 * Math.pow(10, chemicalDecade);
        final TwoIonExchange exchange = new TwoIonExchange(n1, n2, 1, 300, factor);
        final OnsagerMatrix l = exchange.matrix(1e-17, d2, chemical);
        final double a1 = n1 * 1e-17 / THERMAL;
        final double a2 = n2 * d2 / THERMAL;
        final double m = n1 * n2 / (n1 + n2) * chemical / (THERMAL * factor);
        final double a = a1 + a2;
        final double bound = 8 * ULP * (1 + 4 * a1 * a1 * a2 * a2 / (a * a * a * m));
        assertEquals(chemical, exchange.chemicalDiffusivity(l), bound * chemical);
        // L_ii and L_12 cancel where m is the larger part
        assertEquals(1e-17, l.conductivityDiffusivity(0, n1, 300), 16 * ULP * (1 + m / a1) * 1e-17);
        assertEquals(d2, l.conductivityDiffusivity(1, n2, 300), 16 * ULP * (1 + m / a2) * d2);
    }

    @Property(seed = SEED)
    void independentIonsInterdiffuseAsNernstAndPlanckSay(
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double fraction,
            @ForAll @Scale(9) @DoubleRange(min = -8, max = 0) double decade) {
        final double n1 = fraction * 1.4e28;
        final double n2 = (1 - fraction) * 1.4e28;
        final double d2 = 1e-17 * Math.pow(10, decade);
        final OnsagerMatrix l =
                OnsagerMatrix.nernstPlanck(new double[] {1e-17, d2}, new double[] {n1, n2}, new int[] {1, 1}, 300);
        final double expected = (n1 + n2) * 1e-17 * d2 / (n1 * 1e-17 + n2 * d2);
        assertEquals(expected, new TwoIonExchange(n1, n2, 1, 300, 1).chemicalDiffusivity(l), 16 * ULP * expected);
    }

    @Property(seed = SEED)
    void isotopesInterdiffuseWithTheTracerCoefficientAndHaveTheSameMatrix(
            @ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double fraction,
            @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 3) double havenRatio) {
        final double n1 = fraction * 1.4e28;
        final double n2 = (1 - fraction) * 1.4e28;
        final double tracer = havenRatio * 1e-17;
        final TwoIonExchange exchange = new TwoIonExchange(n1, n2, 1, 300, 1);
        final OnsagerMatrix isotopes = new IsotopeModel(1e-17, tracer, 1, 300).matrix(n1, n2);
        final double tolerance = 32 * ULP * (1e-17 + tracer);
        assertEquals(tracer, exchange.chemicalDiffusivity(isotopes), tolerance);
        final OnsagerMatrix same = exchange.matrix(1e-17, 1e-17, tracer);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(isotopes.entry(i, j), same.entry(i, j), tolerance / THERMAL * (i == 0 ? n1 : n2));
            }
        }
    }

    @Example
    void exampleOfTheClassCommentHolds() {
        final TwoIonExchange pair = new TwoIonExchange(1.0e28, 0.4e28, 1, 300, 1.0);
        final OnsagerMatrix l = pair.matrix(1e-17, 2e-21, 5e-21);
        assertEquals(5e-21, pair.chemicalDiffusivity(l), 8 * ULP * 5e-21);
    }

    @Example
    void ionDraggedAgainstTheFieldIsAdmitted() {
        final OnsagerMatrix l = new TwoIonExchange(1e28, 1e28, 1, 300, 1).matrix(3e-17, -1e-17, 1e-17);
        assertEquals(1.5, l.transferenceNumber(0), 4 * ULP);
        assertTrue(l.entry(0, 1) < 0);
    }

    @Example
    void lockedIonsDoNotInterdiffuse() {
        final TwoIonExchange exchange = new TwoIonExchange(0.3e28, 1.1e28, 1, 300, 1);
        final double upperLimit = exchange.matrix(1e-17, 3e-18, 0).entry(0, 1);
        assertEquals(0, exchange.chemicalDiffusivity(exchange.matrix(1e-17, 3e-18, 0)), 8 * ULP * 1e-17);
        assertTrue(upperLimit > 0);
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        assertRejected("firstDensity must be finite and > 0: 0.0 1/m^3", () -> new TwoIonExchange(0, 1, 1, 300, 1));
        assertRejected(
                "secondDensity must be finite and > 0: NaN 1/m^3", () -> new TwoIonExchange(1, Double.NaN, 1, 300, 1));
        assertRejected("chargeNumber must not be 0", () -> new TwoIonExchange(1, 1, 0, 300, 1));
        assertRejected("temperature must be finite and > 0: 0.0 K", () -> new TwoIonExchange(1, 1, 1, 0, 1));
        assertRejected(
                "thermodynamicFactor must be finite and > 0: -1.0 [1]", () -> new TwoIonExchange(1, 1, 1, 300, -1));
        final TwoIonExchange exchange = new TwoIonExchange(1e28, 1e28, 1, 300, 1);
        assertRejected(
                "firstDiffusivity must be finite: Infinity m^2/s",
                () -> exchange.matrix(Double.POSITIVE_INFINITY, 1, 1));
        assertRejected("secondDiffusivity must be finite: NaN m^2/s", () -> exchange.matrix(1, Double.NaN, 1));
        assertRejected("chemicalDiffusivity must be finite and >= 0: -1.0 m^2/s", () -> exchange.matrix(1, 1, -1));
        assertRejected(
                "(n_1 D_1 + n_2 D_2)/(kT) must be finite and > 0: 0.0 1/(J m s)", () -> exchange.matrix(1, -1, 1));
    }

    @Example
    void matricesOfOtherIonsAreRejected() {
        final TwoIonExchange exchange = new TwoIonExchange(1e28, 1e28, 1, 300, 1);
        final DMatrixRMaj identity = new DMatrixRMaj(new double[][] {{1, 0}, {0, 1}});
        assertRejected(
                "l must be of two ions with charge number 1: charge numbers [1, 2]",
                () -> exchange.chemicalDiffusivity(OnsagerMatrix.of(identity, new int[] {1, 2})));
        assertRejected(
                "l must be of two ions with charge number 1: charge numbers [-1, 1]",
                () -> exchange.chemicalDiffusivity(OnsagerMatrix.of(identity, new int[] {-1, 1})));
        assertRejected(
                "l must be of two ions with charge number 1: charge numbers [1]",
                () -> exchange.chemicalDiffusivity(
                        OnsagerMatrix.of(new DMatrixRMaj(new double[][] {{1}}), new int[] {1})));
        assertRejected(
                "conductivity must be finite and > 0: 0.0 S/m",
                () -> exchange.chemicalDiffusivity(OnsagerMatrix.of(new DMatrixRMaj(2, 2), new int[] {1, 1})));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
