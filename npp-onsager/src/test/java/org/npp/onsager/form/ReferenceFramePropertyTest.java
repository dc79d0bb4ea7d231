package org.npp.onsager.form;

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
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.function.Executable;
import org.npp.onsager.DefiniteMatrices;
import org.npp.onsager.OnsagerMatrix;

final class ReferenceFramePropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    @Provide
    Arbitrary<DMatrixRMaj> definite() {
        return DefiniteMatrices.any();
    }

    /** \( A \) in units in which every density is one: \( \delta_{ij} - n_j \omega_j / W \). */
    private static DMatrixRMaj scaledFrame(double[] weights, double[] n, double network) {
        double total = network;
        for (int i = 0; i < n.length; i++) {
            total += weights[i] * n[i];
        }
        final DMatrixRMaj a = CommonOps_DDRM.identity(n.length);
        for (int i = 0; i < n.length; i++) {
            for (int j = 0; j < n.length; j++) {
                a.add(i, j, -n[j] * weights[j] / total);
            }
        }
        return a;
    }

    @Property(seed = SEED)
    void matrixComesBackWithinTenTimesOrderTimesCondition(
            @ForAll("definite") DMatrixRMaj mobility,
            @ForAll @Scale(6) @DoubleRange(min = -3, max = 3) double networkDecade,
            @ForAll long seed) {
        final int size = mobility.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 2, seed);
        final double[] weights = DefiniteMatrices.spread(size, 1e-25, 2, ~seed);
        final double networkDensity = 1e27 * Math.pow(10, networkDecade);
        final OnsagerMatrix l = OnsagerMatrix.of(DefiniteMatrices.scaled(mobility, n), new int[size]);
        final ReferenceFrame frame = ReferenceFrame.of(weights, n, 1e-25, networkDensity);
        final OnsagerMatrix back = frame.toNetwork(frame.fromNetwork(l), new int[size]);
        final double condition = NormOps_DDRM.conditionP2(scaledFrame(weights, n, 1e-25 * networkDensity));
        final double bound = 10 * size * condition * condition * ULP * CommonOps_DDRM.elementMaxAbs(mobility);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                final double scale = n[i] * n[j];
                assertEquals(l.entry(i, j) / scale, back.entry(i, j) / scale, bound);
            }
        }
    }

    @Property(seed = SEED)
    void weightedFluxesOfAllParticlesAddUpToZero(@ForAll("definite") DMatrixRMaj mobility, @ForAll long seed) {
        final int size = mobility.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 2, seed);
        final double[] weights = DefiniteMatrices.spread(size, 1e-25, 2, ~seed);
        final ReferenceFrame frame = ReferenceFrame.of(weights, n, 2e-26, 6e28);
        final double[] flux = new double[size];
        final Random random = new Random(seed);
        double total = 2e-26 * 6e28;
        double drift = 0;
        double magnitude = 0;
        for (int i = 0; i < size; i++) {
            flux[i] = n[i] * random.nextGaussian();
            total += weights[i] * n[i];
            drift += weights[i] * flux[i];
            magnitude += Math.abs(weights[i] * flux[i]);
        }
        final double[] moved = new double[size];
        frame.fluxFromNetwork(flux, moved);
        // the network at rest moves with minus the velocity of the frame
        double sum = -2e-26 * 6e28 * drift / total;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * moved[i];
        }
        assertEquals(0, sum, 32 * ULP * magnitude);
        final double[] back = new double[size];
        frame.fluxToNetwork(moved, back);
        for (int i = 0; i < size; i++) {
            assertEquals(flux[i], back[i], 64 * ULP * (Math.abs(flux[i]) + n[i] * magnitude / (2e-26 * 6e28)));
        }
    }

    @Property(seed = SEED)
    void entropyProductionDoesNotDependOnTheFrame(@ForAll("definite") DMatrixRMaj mobility, @ForAll long seed) {
        final int size = mobility.getNumRows();
        final double[] n = DefiniteMatrices.spread(size, 1e27, 2, seed);
        final double[] masses = DefiniteMatrices.spread(size, 1e-25, 2, ~seed);
        final double networkDensity = 4e28;
        final double networkMass = 3e-26;
        final OnsagerMatrix l = OnsagerMatrix.of(DefiniteMatrices.scaled(mobility, n), new int[size]);
        final DMatrixRMaj moved =
                ReferenceFrame.of(masses, n, networkMass, networkDensity).fromNetwork(l);
        final Random random = new Random(seed);
        final double[] x = new double[size];
        double network = 0; // force on a particle of the network, in mechanical equilibrium
        double scale = 0;
        for (int i = 0; i < size; i++) {
            x[i] = random.nextGaussian() / n[i];
            network -= n[i] * x[i] / networkDensity;
        }
        double expected = 0;
        double actual = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                expected += x[i] * l.entry(i, j) * x[j];
                final double left = x[i] - masses[i] / networkMass * network;
                final double right = x[j] - masses[j] / networkMass * network;
                actual += left * moved.get(i, j) * right;
                scale += Math.abs(left * moved.get(i, j) * right);
            }
        }
        assertEquals(expected, actual, 64 * size * ULP * scale);
    }

    @Example
    void transformationIsTheOneOfTheCentreOfMass() {
        // L' = A L A^T takes centre of mass to network with A_ij = delta_ij + n_i m_j/(n_0 m_0)
        final double[] n = {1e28, 4e27};
        final double[] m = {6.5e-26, 2.2e-25};
        final double network = 4e28 * 4.6e-26;
        final DMatrixRMaj simulated = new DMatrixRMaj(new double[][] {{4e31, -1e31}, {-1e31, 2e31}});
        final OnsagerMatrix l = ReferenceFrame.of(m, n, 4.6e-26, 4e28).toNetwork(simulated, new int[] {1, 1});
        final double[][] a = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                a[i][j] = (i == j ? 1 : 0) + n[i] * m[j] / network;
            }
        }
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double sum = 0;
                for (int p = 0; p < 2; p++) {
                    for (int q = 0; q < 2; q++) {
                        sum += a[i][p] * simulated.get(p, q) * a[j][q];
                    }
                }
                assertEquals(sum, l.entry(i, j), 32 * ULP * 1e32);
            }
        }
    }

    @Example
    void networkFrameChangesNothingAndAbsentIonsStayAbsent() {
        final DMatrixRMaj given = new DMatrixRMaj(new double[][] {{4e31, -1e31, 0}, {-1e31, 2e31, 0}, {0, 0, 0}});
        final OnsagerMatrix l = OnsagerMatrix.of(given, new int[] {1, 1, 1});
        final DMatrixRMaj same = ReferenceFrame.network(3).fromNetwork(l);
        final DMatrixRMaj massFrame = ReferenceFrame.of(
                        new double[] {1e-26, 2e-26, 1e-25}, new double[] {1e28, 1e28, 0}, 1e-26, 1e28)
                .fromNetwork(l);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(given.get(i, j), same.get(i, j), 16 * ULP * 4e31);
            }
            assertEquals(0, massFrame.get(i, 2));
        }
        assertEquals(3, ReferenceFrame.network(3).size());
    }

    @Example
    void nullFramesAndOtherArgumentsOutOfRangeAreNamed() {
        final double[] one = {1};
        assertRejected(
                "networkWeight must be finite and > 0: 0.0 in the unit of the weights",
                () -> ReferenceFrame.of(one, one, 0, 1));
        assertRejected("networkDensity must be finite and > 0: 0.0 1/m^3", () -> ReferenceFrame.of(one, one, 1, 0));
        assertRejected(
                "weight of everything per volume must be finite and > 0: 0.0 in the unit of the weights per m^3",
                () -> ReferenceFrame.of(new double[] {-1}, one, 1, 1));
        assertRejected(
                "weights[0] must be finite: NaN in the unit of the weights",
                () -> ReferenceFrame.of(new double[] {Double.NaN}, one, 1, 1));
        assertRejected(
                "densities must have one entry per ion: 2 entries, 1 ions",
                () -> ReferenceFrame.of(one, new double[2], 1, 1));
        assertRejected("weights must have at least one entry", () -> ReferenceFrame.network(0));
        final ReferenceFrame frame = ReferenceFrame.of(one, one, 1, 1);
        assertRejected(
                "l must have one entry per ion: 2 entries, 1 ions",
                () -> frame.fromNetwork(OnsagerMatrix.of(new DMatrixRMaj(2, 2), new int[2])));
        assertRejected("L must be 1 x 1: 2 x 2", () -> frame.toNetwork(new DMatrixRMaj(2, 2), new int[1]));
        assertRejected(
                "flux must have one entry per ion: 2 entries, 1 ions",
                () -> frame.fluxFromNetwork(new double[2], new double[1]));
    }

    private static void assertRejected(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
