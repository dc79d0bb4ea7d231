package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.npp.sed.shape.ExponentialSed;

/** Errors in ulp against 32-digit values; that of a rounded exponent is taken out. */
class ExponentialSedReferenceTest {
    @Test
    void sharesAndDensityAreAccurateBothNearTheEdgeAndFarBelow() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("exponential.csv")) {
            final ExponentialSed shape = ExponentialSed.ofDecay(Double.parseDouble(row[0]));
            final double energy = Double.parseDouble(row[1]);
            final double steepness = 1 - 0.5 * energy / shape.decay();
            error.add(shape.density(energy), row[3], steepness * Math.ulp(Double.parseDouble(row[3])));
            error.add(shape.cumulative(energy), row[4], steepness * Math.ulp(Double.parseDouble(row[4])));
            error.add(shape.complementaryCumulative(energy), row[5], 2 * Math.ulp(Double.parseDouble(row[5])));
        }
        assertWithin(error, 1.5, 0.5);
    }

    @Test
    void quantilesAreAccurateFromOneEMinusThreeHundredUp() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("exponential.csv")) {
            final ExponentialSed shape = ExponentialSed.ofDecay(Double.parseDouble(row[0]));
            final double p = Double.parseDouble(row[2]);
            error.add(shape.quantile(p), row[6]);
            error.add(shape.complementaryQuantile(p), row[7]);
        }
        assertWithin(error, 2, 0.6);
    }

    private static void assertWithin(UlpError error, double max, double rms) {
        assertTrue(error.max() <= max, () -> "largest error " + error.max());
        assertTrue(error.rms() <= rms, () -> "root mean square error " + error.rms());
    }
}
