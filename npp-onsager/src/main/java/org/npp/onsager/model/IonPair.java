package org.npp.onsager.model;

import java.util.Arrays;
import java.util.Locale;
import org.npp.onsager.OnsagerMatrix;

/** Two ions of a matrix, and the determinant they have. */
final class IonPair {

    /** No instances. */
    private IonPair() {}

    /** Throws unless the matrix is that of two ions with the same given charge number. */
    static void check(OnsagerMatrix l, int chargeNumber) {
        if (l.size() != 2 || l.chargeNumber(0) != chargeNumber || l.chargeNumber(1) != chargeNumber) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "l must be of two ions with charge number %d: charge numbers %s",
                    chargeNumber,
                    Arrays.toString(l.chargeNumbers())));
        }
    }

    /** Throws unless the matrix is that of a cation and an anion with the given charge numbers. */
    static void check(OnsagerMatrix l, int cation, int anion) {
        if (l.size() != 2 || l.chargeNumber(0) != cation || l.chargeNumber(1) != anion) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "l must be of two ions with charge numbers %d and %d: charge numbers %s",
                    cation,
                    anion,
                    Arrays.toString(l.chargeNumbers())));
        }
    }

    /**
     * Returns \( L_{11} L_{22} - L_{12}^2 \), of a nearly singular matrix too: the product's rounding error, by fma, is kept.
     */
    static double determinant(double first, double cross, double second) {
        final double square = cross * cross;
        final double error = Math.fma(-cross, cross, square);
        return Math.fma(first, second, -square) + error;
    }
}
