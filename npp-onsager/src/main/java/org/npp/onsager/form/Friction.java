package org.npp.onsager.form;

import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;
import org.npp.onsager.internal.DefiniteMatrix;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.Linearization;
import org.npp.onsager.uncertainty.UpperTriangle;

/**
 * Friction of ions at one composition, \( S_{ij} = R_{ij} / \sqrt{n_i n_j} \) [J s/m&sup2;] of {@link MaxwellStefan}: from and
 * to \( L \), from and to diffusivities, and the derivatives of the whole way. Regular where ions are absent.
 */
final class Friction {
    private static final String LOCKED =
            "ions that do not move, or only together, have no Maxwell-Stefan diffusivities";

    /** \( n_i \) [1/m&sup3;]. */
    private final double[] n;

    /** \( n_0 \) [1/m&sup3;]. */
    private final double networkDensity;

    /** \( kT/n_T \) [J m&sup3;]. */
    private final double unit;

    private final UpperTriangle triangle;

    private Friction(double[] n, double networkDensity, double unit) {
        this.n = n;
        this.networkDensity = networkDensity;
        this.unit = unit;
        this.triangle = new UpperTriangle(n.length);
    }

    /** At densities that stay as they are, checked by the caller [1/m&sup3;], and a temperature [K]. */
    static Friction of(double[] densities, double networkDensity, double temperature) {
        double total = Arguments.positive("networkDensity", networkDensity, "1/m^3");
        for (double density : densities) {
            total += density;
        }
        final double thermal = Codata.BOLTZMANN * Arguments.positive("temperature", temperature, "K");
        return new Friction(densities, networkDensity, thermal / total);
    }

    int size() {
        return n.length;
    }

    static void checkNotZero(String name, double diffusivity) {
        if (!(Math.abs(diffusivity) > 0)) {
            throw Arguments.violation(name, "a number and not 0", diffusivity, "m^2/s");
        }
    }

    /** \( S_{ij} = R_{ij} / \sqrt{n_i n_j} \) [J s/m&sup2;] from \( L \). */
    DMatrixRMaj ofCoefficients(DMatrixRMaj l) {
        final DMatrixRMaj mobility = new DMatrixRMaj(n.length, n.length);
        for (int i = 0; i < n.length; i++) {
            for (int j = 0; j < n.length; j++) {
                mobility.unsafe_set(i, j, l.unsafe_get(i, j) / Math.sqrt(n[i]) / Math.sqrt(n[j]));
            }
        }
        return DefiniteMatrix.inverse("L", mobility, LOCKED);
    }

    /** The diffusivities of a friction matrix \( S \). */
    double[] diffusivities(DMatrixRMaj s) {
        final double[] values = new double[triangle.size()];
        for (int i = 0; i < n.length; i++) {
            double network = 0;
            for (int j = 0; j < n.length; j++) {
                final double root = Math.sqrt(n[i]) * Math.sqrt(n[j]);
                network += s.unsafe_get(i, j) * root;
                if (j > i) {
                    values[triangle.index(i, j)] = -unit * root / s.unsafe_get(i, j);
                }
            }
            values[triangle.index(i, i)] = unit * n[i] * networkDensity / network;
        }
        return values;
    }

    /** \( S \) of the diffusivities, regular where ions are absent. */
    DMatrixRMaj ofDiffusivities(double[] d) {
        final DMatrixRMaj s = new DMatrixRMaj(n.length, n.length);
        for (int i = 0; i < n.length; i++) {
            double sum = unit * networkDensity / d[triangle.index(i, i)];
            for (int j = 0; j < n.length; j++) {
                if (j != i) {
                    final double each = unit / d[triangle.index(i, j)];
                    sum += each * n[j];
                    s.unsafe_set(i, j, -each * Math.sqrt(n[i]) * Math.sqrt(n[j]));
                }
            }
            s.unsafe_set(i, i, sum);
        }
        return s;
    }

    /** \( L \) from \( S \). */
    DMatrixRMaj coefficients(DMatrixRMaj s) {
        final DMatrixRMaj l =
                DefiniteMatrix.inverse("R", s, "these diffusivities and densities would produce negative entropy");
        for (int i = 0; i < n.length; i++) {
            for (int j = 0; j < n.length; j++) {
                l.unsafe_set(i, j, Math.sqrt(n[i]) * l.unsafe_get(i, j) * Math.sqrt(n[j]));
            }
        }
        return l;
    }

    /** \( D \) to the entries of \( L \). */
    Conversion fromDiffusivities() {
        return values -> {
            Arguments.inputs(values, triangle.size());
            for (int k = 0; k < values.length; k++) {
                checkNotZero("values[" + k + "]", values[k]);
            }
            final DMatrixRMaj l = coefficients(ofDiffusivities(values));
            final double[] out = new double[triangle.size()];
            final DMatrixRMaj jacobian = new DMatrixRMaj(triangle.size(), triangle.size());
            for (int p = 0; p < n.length; p++) {
                for (int q = p; q < n.length; q++) {
                    final int row = triangle.index(p, q);
                    out[row] = l.unsafe_get(p, q);
                    // dL = -L d(R_ij/(n_i n_j)) L; a pair adds f (e_i/n_i - e_j/n_j)(...)^T, the network f e_i
                    // e_i^T/n_i^2
                    for (int i = 0; i < n.length; i++) {
                        final int own = triangle.index(i, i);
                        jacobian.set(
                                row,
                                own,
                                unit
                                        * networkDensity
                                        / n[i]
                                        / values[own]
                                        / values[own]
                                        * l.unsafe_get(p, i)
                                        * l.unsafe_get(q, i));
                        for (int j = i + 1; j < n.length; j++) {
                            final int pair = triangle.index(i, j);
                            final double left = l.unsafe_get(p, i) / n[i] - l.unsafe_get(p, j) / n[j];
                            final double right = l.unsafe_get(q, i) / n[i] - l.unsafe_get(q, j) / n[j];
                            jacobian.set(row, pair, unit * n[i] / values[pair] * n[j] / values[pair] * left * right);
                        }
                    }
                }
            }
            return Linearization.of(out, jacobian);
        };
    }

    /** The entries of \( L \) to \( D \). */
    Conversion toDiffusivities() {
        return values -> {
            Arguments.inputs(values, triangle.size());
            final DMatrixRMaj s = ofCoefficients(triangle.matrix(values));
            final double[] d = diffusivities(s);
            for (int k = 0; k < d.length; k++) {
                Arguments.finite("diffusivities[" + k + "]", d[k], "m^2/s");
            }
            final DMatrixRMaj jacobian = new DMatrixRMaj(triangle.size(), triangle.size());
            // dS_ij = -sum_pq S_ip dM_pq S_qj, M = L/sqrt(n n)
            for (int i = 0; i < n.length; i++) {
                for (int j = i; j < n.length; j++) {
                    final int row = triangle.index(i, j);
                    for (int p = 0; p < n.length; p++) {
                        for (int q = 0; q < n.length; q++) {
                            final double each = 1 / (Math.sqrt(n[p]) * Math.sqrt(n[q]));
                            final double change;
                            if (i == j) {
                                double slope = 0;
                                for (int m = 0; m < n.length; m++) {
                                    slope -=
                                            s.unsafe_get(i, p) * s.unsafe_get(q, m) * Math.sqrt(n[i]) * Math.sqrt(n[m]);
                                }
                                change = -d[row] / (unit * n[i] * networkDensity) * d[row] * slope;
                            } else {
                                final double slope = -s.unsafe_get(i, p) * s.unsafe_get(q, j);
                                change = d[row] / (unit * Math.sqrt(n[i]) * Math.sqrt(n[j])) * d[row] * slope;
                            }
                            jacobian.add(row, triangle.index(p, q), change * each);
                        }
                    }
                }
            }
            return Linearization.of(d, jacobian);
        };
    }
}
