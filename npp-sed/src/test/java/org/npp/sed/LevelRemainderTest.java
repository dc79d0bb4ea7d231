package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.PhysicalConstants;

/**
 * The bound of the tables of a warm Gaussian's level from the remainder theorem, as in {@link QuantileTableTest}: the eighth and
 * ninth derivative of \( m = \mu/kT \) to the filling, by reversion of the series of \( p(m) \), whose coefficients are
 * integrals of the derivatives of Fermi and Dirac's function.
 */
class LevelRemainderTest {
    private static final double KT = 300 * PhysicalConstants.BOLTZMANN;
    private static final int BINADES = 50;
    private static final int ORDER = 9;

    /** Greatest square of the node polynomial on a segment of length 1, and its greatest slope. */
    private static final double OMEGA_SQUARED = 1.15e-4;

    private static final double OMEGA_SQUARED_SLOPE = QuantilePiece.SLOPE_FACTOR * OMEGA_SQUARED;

    /** Largest error of a level over kT and of its slope, relative, as documented. */
    private static final double VALUE = 1e-11;

    private static final double SLOPE = 1e-9;

    /** Step of the trapezoidal rule in the standardised energy; the nearest pole is \( \pi/s \) away. */
    private static final double STEP = 0.04;

    /** Rounding of the coefficients: the polynomials of the ninth derivative have coefficients up to 9!. */
    private static final double ROUNDING = 1e-9;

    /** Size of an eighth derivative that is 0 but for rounding, over its size a segment before. */
    private static final double ZERO = 1e-6;

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 2, 4.1, 8})
    void remainderOfEverySegmentIsWithinTheTolerance(double s) {
        final GaussianSed shape = GaussianSed.ofStandardDeviation(s * KT);
        final FermiDiracFilling filling = FermiDiracFilling.of(PopulatedSed.of(shape, 1e28, 0.1, 0));
        final QuantileTable table = QuantileTable.of(new LevelTail(filling, 300, false), BINADES, VALUE * KT);
        for (int k = 2; k <= BINADES + 1; k++) {
            final double start = Math.scalb(1.0, -k);
            final int segments = table.at(start).segments();
            final double h = start / segments;
            double[] left = derivatives(filling, s, start);
            for (int i = 0; i < segments; i++) {
                final double p = start + i * h;
                final double[] right = derivatives(filling, s, p + h);
                // Of one sign and falling in size, the eighth to 0 at one half: the left end has the largest.
                assertTrue(
                        left[8] < right[8] && right[8] < -ZERO * left[8] && left[9] > right[9] && right[9] > 0,
                        "p = " + p);
                final double eighth = -left[8] * Math.pow(h, 8) / 40320;
                final double ninth = left[9] * Math.pow(h, 9) / 362880;
                assertTrue(OMEGA_SQUARED * eighth <= VALUE, "p = " + p + ": " + OMEGA_SQUARED * eighth);
                final double slope = (OMEGA_SQUARED * ninth + OMEGA_SQUARED_SLOPE * eighth) / h;
                assertTrue(slope <= SLOPE * right[1], "p = " + p + ": slope " + slope / right[1]);
                assertTrue(Double.isFinite(table.at(p).value(p)), "tabulated");
                left = right;
            }
        }
    }

    @Test
    void derivativesOfOneEnergyAreThoseOfTheLatticeGas() {
        // m = ln p - ln(1 - p): all of its derivatives are known.
        for (double p : new double[] {1e-12, 0.01, 0.3, 0.49}) {
            final double[] found = reverted(Math.log(p / (1 - p)), 0, p);
            double factorial = 1;
            for (int k = 1; k <= ORDER; k++) {
                final double sign = k % 2 == 0 ? -1 : 1;
                final double exact = factorial * (sign / Math.pow(p, k) + 1 / Math.pow(1 - p, k));
                assertEquals(
                        exact, found[k], ROUNDING * Math.max(Math.abs(exact), factorial / Math.pow(p, k)), "k " + k);
                factorial *= k;
            }
        }
    }

    private static double[] derivatives(FermiDiracFilling filling, double s, double p) {
        return reverted(filling.chemicalPotentialAtFilling(p, 300) / KT, s, p);
    }

    /** Derivatives of m to p, from order 1 on, at m, where the filling is p. */
    private static double[] reverted(double m, double s, double p) {
        // Coefficients of (p(m + d) - p)/p in powers of d.
        final double[] b = new double[ORDER + 1];
        final double[][] polynomials = logistic();
        final int reach = s > 0 ? (int) Math.ceil((s + 10) / STEP) : 0;
        for (int j = -reach; j <= reach; j++) {
            final double u = j * STEP;
            final double weight = s > 0 ? STEP * Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) : 1;
            final double f = 1 / (1 + Math.exp(s * u - m));
            double factorial = 1;
            for (int k = 1; k <= ORDER; k++) {
                factorial *= k;
                double value = 0;
                for (int i = polynomials[k].length - 1; i >= 0; i--) {
                    value = polynomials[k][i] + f * value;
                }
                b[k] += weight * value / (factorial * p);
            }
        }
        // Lagrange's inversion by comparing coefficients: z = sum b_k d^k, d = sum c_k z^k.
        final double[] c = new double[ORDER + 1];
        c[1] = 1 / b[1];
        final double[][] power = new double[ORDER + 1][ORDER + 1];
        for (int k = 1; k <= ORDER; k++) {
            // With c_k still 0, the z^k coefficient of sum b_j d^j for j >= 2 needs only earlier c.
            double sum = 0;
            power[1] = c.clone();
            for (int j = 2; j <= k; j++) {
                power[j] = product(power[j - 1], c);
                sum += b[j] * power[j][k];
            }
            if (k > 1) {
                c[k] = -sum / b[1];
            }
        }
        double factorial = 1;
        final double[] derivatives = new double[ORDER + 1];
        for (int k = 1; k <= ORDER; k++) {
            factorial *= k;
            derivatives[k] = c[k] * factorial / Math.pow(p, k);
        }
        return derivatives;
    }

    private static double[] product(double[] a, double[] b) {
        final double[] c = new double[ORDER + 1];
        for (int i = 0; i <= ORDER; i++) {
            for (int j = 0; i + j <= ORDER; j++) {
                c[i + j] += a[i] * b[j];
            }
        }
        return c;
    }

    /** Derivatives of the occupation f to m as polynomials in f: f' = f (1 - f). */
    private static double[][] logistic() {
        final double[][] all = new double[ORDER + 1][];
        all[0] = new double[] {0, 1};
        for (int k = 1; k <= ORDER; k++) {
            all[k] = new double[k + 2];
            for (int i = 1; i <= k; i++) {
                all[k][i] += i * all[k - 1][i];
                all[k][i + 1] -= i * all[k - 1][i];
            }
        }
        return all;
    }
}
