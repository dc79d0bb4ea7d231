package org.npp.sed;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.Arrays;

/**
 * An energy against a share of the sites as a table over the binades of the share: uniform in relative resolution down to
 * the smallest, and without a logarithm in its index. For one tail of a shape's quantile, \( Q(p) \) or \( Q(1 - q) \), or
 * of a {@linkplain LevelTail level at temperature}.
 *
 * <p>A binade is tabulated when it is first asked for; see {@link QuantilePiece} for how, and how exactly. Half of the
 * sites and more, and less than the table's last binade, are not tabulated.
 *
 * <p><strong>Threading.</strong> Thread-safe without locks: what fills a binade is immutable and the same whoever made it,
 * so that threads that ask at once at most make it twice.
 */
final class QuantileTable {
    /** Largest error of an energy [J]: \( 10^{-11} kT \) at 300 K. */
    static final double TOLERANCE = 1e-11 * 300 * BOLTZMANN;

    /** What is tabulated. */
    private final QuantilePiece.Function function;

    /** Largest error [J]. */
    private final double tolerance;

    /** The binades from [1/2, 1) on downwards; {@link QuantilePiece#NOWHERE} if not yet tabulated. */
    private final QuantilePiece[] pieces;

    private QuantileTable(QuantilePiece.Function function, int binades, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
        this.pieces = new QuantilePiece[binades + 1];
        Arrays.fill(pieces, QuantilePiece.NOWHERE);
    }

    /** Energy [J] against a share of the sites in \( [2^{-1-binades}, 1/2) \), to a tolerance [J]. */
    static QuantileTable of(QuantilePiece.Function function, int binades, double tolerance) {
        return new QuantileTable(function, binades, tolerance);
    }

    /** Energy against the share of sites below it, in \( [2^{-1-binades}, 1/2) \). */
    static QuantileTable ofLower(SiteEnergyDistribution shape, int binades) {
        return of(new ShapeTail(shape, false), binades, TOLERANCE);
    }

    /** Energy against the share of sites above it, in \( [2^{-1-binades}, 1/2) \). */
    static QuantileTable ofUpper(SiteEnergyDistribution shape, int binades) {
        return of(new ShapeTail(shape, true), binades, TOLERANCE);
    }

    /** The piece to evaluate at a share \( \ge 0 \); it gives NaN where the share is not tabulated. */
    QuantilePiece at(double share) {
        final int k = -1 - Math.getExponent(share);
        if (k > 0 && k < pieces.length) {
            final QuantilePiece piece = pieces[k];
            return piece == QuantilePiece.NOWHERE ? tabulate(k) : piece;
        }
        return QuantilePiece.NOWHERE;
    }

    private QuantilePiece tabulate(int k) {
        final QuantilePiece piece = QuantilePiece.of(function, -1 - k, tolerance);
        pieces[k] = piece;
        return piece;
    }

    /** Energy [J] without the table. */
    double value(double share) {
        return function.value(share);
    }

    /** Derivative of the energy to the share [J] without the table; infinite where there are no sites. */
    double slope(double share, double energy) {
        return function.slope(share, energy);
    }
}
