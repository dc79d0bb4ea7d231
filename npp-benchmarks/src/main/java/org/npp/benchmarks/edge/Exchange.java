package org.npp.benchmarks.edge;

import java.util.function.DoubleUnaryOperator;
import org.npp.core.transport.DiffusivityLaw;

/**
 * Exchange of a native ion for a foreign one of equal valence at constant total flux, electroneutral.
 *
 * <p>With \( c \) the native fraction, \( S = D_1 c + D_2 (1 - c) \), the native flux over the bulk density is
 * \( v f(c) - \tilde D(c)\,\partial c/\partial x \), \( f = D_1 c/S \), \( \tilde D = D_1 D_2/S \). \( D_1 \) is tabulated
 * on points that are equal steps of \( s = \ln(1 + c/\epsilon)/\ln(1 + 1/\epsilon) \); linear in between, which is the
 * law itself to 1e-6. Immutable and thread-safe.
 */
final class Exchange {
    /** Steps of the table. */
    private static final int STEPS = 1 << 15;

    /** Native fraction below which the points of the table stand at equal distances. */
    private static final double LEAST = 1e-4;

    private static final double SPAN = Math.log1p(1 / LEAST);

    /** Total flux over the bulk density, v [m/s]. */
    final double velocity;

    /** Diffusivity of the foreign ion [m&sup2;/s]. */
    final double foreign;

    private final double[] nativeTable = new double[STEPS + 1];

    private Exchange(double velocity, double foreign) {
        this.velocity = velocity;
        this.foreign = foreign;
    }

    /**
     * Tabulates a law.
     *
     * @param law diffusivity of the native ion
     * @param bulk its bulk density [1/m&sup3;]
     * @param temperature temperature [K]
     * @param foreign diffusivity of the foreign ion [m&sup2;/s]
     * @param velocity total flux over the bulk density [m/s]
     */
    static Exchange of(DiffusivityLaw law, double bulk, double temperature, double foreign, double velocity) {
        final Exchange exchange = new Exchange(velocity, foreign);
        final double[] densities = new double[2];
        for (int i = 0; i <= STEPS; i++) {
            final double c = i == STEPS ? 1 : fraction((double) i / STEPS);
            densities[0] = c * bulk;
            densities[1] = (1 - c) * bulk;
            exchange.nativeTable[i] = law.value(0, densities, temperature);
        }
        return exchange;
    }

    /** Coordinate of the table, 0 at c = 0 and 1 at c = 1. */
    static double coordinate(double c) {
        return Math.log1p(c / LEAST) / SPAN;
    }

    /** Native fraction at a coordinate. */
    static double fraction(double coordinate) {
        return LEAST * Math.expm1(SPAN * coordinate);
    }

    /** Diffusivity of the native ion [m²/s]; constant beyond [0, 1]. */
    double nativeDiffusivity(double c) {
        return atCoordinate(coordinate(Math.max(0, c)));
    }

    /** Diffusivity of the native ion at a coordinate [m²/s]. */
    double atCoordinate(double s) {
        final double at = Math.max(0, s * STEPS);
        final int i = (int) Math.min(STEPS - 1, at);
        final double share = Math.min(1, at - i);
        return nativeTable[i] + share * (nativeTable[i + 1] - nativeTable[i]);
    }

    /** Share of the current that the native ion carries by drift, f [1]. */
    double drift(double c) {
        final double first = nativeDiffusivity(c) * c;
        return first / (first + foreign * (1 - c));
    }

    /** Interdiffusion coefficient [m²/s]. */
    double interdiffusivity(double c) {
        final double first = nativeDiffusivity(c);
        return first * foreign / (first * c + foreign * (1 - c));
    }

    /** The native ion's law. */
    DoubleUnaryOperator nativeLaw() {
        return this::nativeDiffusivity;
    }
}
