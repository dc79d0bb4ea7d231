package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.npp.sed.shape.SkewNormalSed;

/** Against quadratures, roots and difference quotients at 40 digits. */
class SkewNormalSedReferenceTest {
    @Test
    void densityAndSharesAreAccurateInBothTails() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("skew-normal.csv")) {
            final SkewNormalSed shape = shape(row);
            final double energy = Double.parseDouble(row[2]);
            final double a = shape.alpha();
            final double u = energy / shape.scale() + Math.sqrt(2 / Math.PI) * a / Math.hypot(1, a);
            // What an ulp of u, of alpha or of the scale is worth; alpha is an ill-conditioned function of a skewness
            // near the family's end.
            final double condition = 1 + (1 - 2 / Math.PI) * a * a;
            final double unit = 0x1p-52 * (4 + condition * Math.abs(u) * (1 + Math.abs(u)) * (1 + a * a));
            error.add(shape.density(energy), row[4], unit * Double.parseDouble(row[4]));
            error.add(shape.cumulative(energy), row[5], unit * Double.parseDouble(row[5]));
            error.add(shape.complementaryCumulative(energy), row[6], unit * Double.parseDouble(row[6]));
        }
        assertTrue(error.max() <= 4, () -> "largest error " + error.max());
        assertTrue(error.rms() <= 0.8, () -> "root mean square error " + error.rms());
    }

    @Test
    void quantileIsAccurateFromOneEMinusThreeHundredUp() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("skew-normal.csv")) {
            final SkewNormalSed shape = shape(row);
            final double p = Double.parseDouble(row[3]);
            final boolean below = Double.parseDouble(row[5]) < Double.parseDouble(row[6]);
            final double energy = below ? shape.quantile(p) : shape.complementaryQuantile(p);
            final double a = shape.alpha();
            final double scale = (Math.abs(energy) + shape.standardDeviation()) * (1 + (1 - 2 / Math.PI) * a * a);
            error.add(energy, row[7], 0x1p-52 * scale);
        }
        assertTrue(error.max() <= 8, () -> "largest error " + error.max());
        assertTrue(error.rms() <= 2, () -> "root mean square error " + error.rms());
    }

    @Test
    void derivativeToTheSkewnessAgreesWithDifferenceQuotients() throws IOException {
        double largest = 0;
        final double[] byParameter = new double[2];
        for (String[] row : ReferenceTable.rows("skew-normal.csv")) {
            final SkewNormalSed shape = shape(row);
            shape.quantileByParameters(Double.parseDouble(row[2]), byParameter);
            final double exact = Double.parseDouble(row[8]);
            largest =
                    Math.max(largest, Math.abs(byParameter[1] - exact) / (Math.abs(exact) + shape.standardDeviation()));
        }
        final double found = largest;
        assertTrue(found <= 1e-11, () -> "largest error " + found);
    }

    private static SkewNormalSed shape(String[] row) {
        return SkewNormalSed.of(Double.parseDouble(row[0]), Double.parseDouble(row[1]));
    }
}
