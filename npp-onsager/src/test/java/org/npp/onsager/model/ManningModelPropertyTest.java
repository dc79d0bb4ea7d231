package org.npp.onsager.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.DefiniteMatrices;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.form.ConductionForm;

final class ManningModelPropertyTest {
    private static final String SEED = "20261122";

    private static final double ULP = Math.ulp(1.0);

    private static final double THERMAL = 1.380649e-23 * 300;

    @Property(seed = SEED)
    void everyIonHasTheSameHavenRatioAndTracersInterdiffuse(
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 3) double ratio, @ForAll long seed) {
        final int size = 1 + (int) Math.floorMod(seed, 6L);
        final double[] n = DefiniteMatrices.spread(size, 1e27, 4, seed);
        final double[] tracers = DefiniteMatrices.spread(size, 1e-18, 4, ~seed);
        final int[] z = DefiniteMatrices.charges(size, seed);
        final OnsagerMatrix l = new ManningModel(new HavenRatio(ratio), 300).matrix(tracers, n, z);
        final double tolerance = 64 * size * ULP * (1 + ratio);
        for (int i = 0; i < size; i++) {
            final double expected = tracers[i] / ratio;
            assertEquals(expected, l.conductivityDiffusivity(i, n[i], 300), tolerance * expected);
        }
        assertEquals(ratio, HavenRatio.of(l, tracers, n, 300).value(), tolerance * ratio);
        final DMatrixRMaj free = ConductionForm.of(l).currentFree();
        final DMatrixRMaj independent = ConductionForm.of(OnsagerMatrix.nernstPlanck(tracers, n, z, 300))
                .currentFree();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                final double scale = Math.sqrt(l.entry(i, i) * l.entry(j, j))
                        + Math.sqrt(n[i] * tracers[i] * n[j] * tracers[j]) / THERMAL;
                assertEquals(independent.get(i, j), free.get(i, j), tolerance * scale);
            }
        }
    }

    @Example
    void equalIonsAreIsotopes() {
        final double[] n = {1e27, 4e27, 8e27};
        final OnsagerMatrix l = new ManningModel(new HavenRatio(0.3), 300)
                .matrix(new double[] {3e-18, 3e-18, 3e-18}, n, new int[] {1, 1, 1});
        final OnsagerMatrix isotopes = new IsotopeModel(1e-17, 3e-18, 1, 300).matrix(n);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(isotopes.entry(i, j), l.entry(i, j), 16 * ULP * isotopes.entry(i, j));
            }
        }
    }

    @Example
    void alloyHasTheCoefficientsOfManning() {
        // face-centred cubic, f_0 = 0.78145; L_AA = n_A D_A/kT (1 + 2 c_A D_A/(M_0 sum c D)), M_0 = 2 f_0/(1 - f_0) =
        // 7.15
        final double correlation = 0.78145;
        final double[] n = {3e28, 5e28};
        final double[] d = {2e-16, 7e-17};
        final OnsagerMatrix l = new ManningModel(new HavenRatio(correlation), 300).matrix(d, n, new int[] {1, 1});
        final double m0 = 7.15;
        final double mean = n[0] * d[0] + n[1] * d[1];
        final double threeDigits = 2e-4; // of the correction, which M_0 has to three digits
        assertEquals(
                n[0] * d[0] / THERMAL * (1 + 2 * n[0] * d[0] / (m0 * mean)),
                l.entry(0, 0),
                threeDigits * l.entry(0, 0));
        assertEquals(2 * n[0] * d[0] * n[1] * d[1] / (THERMAL * m0 * mean), l.entry(0, 1), 1e-3 * l.entry(0, 1));
    }

    @Example
    void absentImmobileAndNeutralSpeciesHaveNoCrossCoefficients() {
        final ManningModel model = new ManningModel(new HavenRatio(0.5), 300);
        final OnsagerMatrix l = model.matrix(
                new double[] {1e-18, 1e-18, 0, 1e-18}, new double[] {1e28, 0, 1e28, 1e27}, new int[] {1, 1, 1, 0});
        assertEquals(0, l.entry(0, 1));
        assertEquals(0, l.entry(0, 2));
        assertEquals(0, l.entry(0, 3));
        assertEquals(1e27 * 1e-18 / THERMAL, l.entry(3, 3), 4 * ULP * 1e9 / THERMAL);
        assertEquals(
                0,
                model.matrix(new double[] {0}, new double[] {1}, new int[] {1}).entry(0, 0));
    }

    @Example
    void argumentsOutOfRangeAreNamed() {
        final HavenRatio half = new HavenRatio(0.5);
        assertEquals(
                "temperature must be finite and > 0: 0.0 K",
                assertThrows(IllegalArgumentException.class, () -> new ManningModel(half, 0))
                        .getMessage());
        final ManningModel model = new ManningModel(half, 300);
        assertEquals(
                "tracerDiffusivities[0] must be finite and >= 0: -1.0 m^2/s",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> model.matrix(new double[] {-1}, new double[] {1}, new int[] {1}))
                        .getMessage());
    }
}
