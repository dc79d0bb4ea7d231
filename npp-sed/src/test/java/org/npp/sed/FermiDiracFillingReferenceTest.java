package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.core.PhysicalConstants;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.ExponentialSed;
import org.npp.sed.shape.GaussianMixtureSed;
import org.npp.sed.shape.GaussianMixtureSed.Component;
import org.npp.sed.shape.SkewNormalSed;

/** Relative errors of five shapes from 30 to 3000 K against quadratures at 40 digits. */
class FermiDiracFillingReferenceTest {
    private static final double UNIT = 1e-20;

    /** Shapes are given in decimals, levels in doubles: the rounding of both over kT, relative to the filling. */
    private static final double INTEGRAL = 1e-14;

    /** Error of the level over kT that the last step of Newton's method may leave. */
    private static final double LEVEL = 1e-12;

    @Test
    void fillingAndItsDerivativesAgreeWithTheirIntegrals() throws IOException {
        final double[] largest = new double[4];
        for (String[] row : ReferenceTable.rows("fermi.csv")) {
            final FermiDiracFilling filling = filling(row[0]);
            final double temperature = Double.parseDouble(row[1]);
            final double level = Double.parseDouble(row[2]);
            final double p = Double.parseDouble(row[3]);
            final double[] computed = {
                filling.filling(level, temperature),
                1 / filling.byFilling(level, temperature),
                1 + filling.thermodynamicExcess(level, temperature),
                filling.byTemperature(level, temperature)
            };
            final double[] exact = {
                p, Double.parseDouble(row[5]), Double.parseDouble(row[6]), Double.parseDouble(row[7])
            };
            for (int k = 0; k < 4; k++) {
                // A shift of the level by temperature is a difference about one of kT.
                final double scale = k == 3 ? PhysicalConstants.BOLTZMANN : 0;
                largest[k] = Math.max(largest[k], Math.abs(computed[k] - exact[k]) / (Math.abs(exact[k]) + scale));
            }
        }
        for (int k = 0; k < 4; k++) {
            final String message = "column " + k + ": " + largest[k];
            assertTrue(largest[k] <= INTEGRAL, message);
        }
    }

    @Test
    void chemicalPotentialUndoesTheFilling() throws IOException {
        double largest = 0;
        for (String[] row : ReferenceTable.rows("fermi.csv")) {
            final double temperature = Double.parseDouble(row[1]);
            final double level = Double.parseDouble(row[2]);
            final double p = Double.parseDouble(row[3]);
            final double vacant = Double.parseDouble(row[4]);
            if (p < 1e-300 || vacant < 1e-3) {
                continue;
            }
            final double kT = PhysicalConstants.BOLTZMANN * temperature;
            final double computed = filling(row[0]).chemicalPotentialAtFilling(p, temperature);
            // The rounding of p itself moves the level by an ulp of it times the thermodynamic factor.
            final double scale = kT * (1 + 1e-3 * Double.parseDouble(row[6]) / vacant) + 1e-3 * Math.abs(level);
            largest = Math.max(largest, Math.abs(computed - level) / scale);
        }
        final double found = largest;
        assertTrue(found <= LEVEL, () -> "largest error " + found);
    }

    private static FermiDiracFilling filling(String name) {
        final SiteEnergyDistribution shape = switch (name) {
            case "gaussian" -> GaussianSed.ofFwhm(UNIT);
            case "box" -> BoxSed.ofWidth(UNIT);
            case "exponential" -> ExponentialSed.ofDecay(UNIT);
            case "mixture" ->
                GaussianMixtureSed.of(List.of(new Component(0.75, 0, UNIT), new Component(0.25, 2e-20, 0.5e-20)));
            default -> SkewNormalSed.of(UNIT, 0.7);
        };
        return FermiDiracFilling.of(PopulatedSed.of(shape, 1e28, 0.1, 0));
    }
}
