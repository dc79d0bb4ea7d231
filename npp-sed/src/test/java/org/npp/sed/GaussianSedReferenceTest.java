package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Errors in ulp against 35-digit values; the bounds are what was measured, rounded up. */
class GaussianSedReferenceTest {
    private static final GaussianSed STANDARD = GaussianSed.ofStandardDeviation(1);

    @Test
    void densityIsAccurateInBothTails() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("standard-normal.csv")) {
            error.add(STANDARD.density(Double.parseDouble(row[0])), row[1]);
        }
        assertWithin(error, 3, 0.8);
    }

    @Test
    void cumulativeIsAccurateDownToTheSmallestNormalNumber() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("standard-normal.csv")) {
            error.add(STANDARD.cumulative(Double.parseDouble(row[0])), row[2]);
        }
        assertWithin(error, 3, 0.8);
    }

    @Test
    void complementaryCumulativeIsTheMirrorImage() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("standard-normal.csv")) {
            error.add(STANDARD.complementaryCumulative(-Double.parseDouble(row[0])), row[2]);
        }
        assertWithin(error, 3, 0.8);
    }

    @Test
    void quantileIsAccurateFromTheSmallestNormalNumberToTheLastBelowOne() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("standard-normal-quantile.csv")) {
            error.add(STANDARD.quantile(Double.parseDouble(row[0])), row[1]);
        }
        assertWithin(error, 3, 0.9);
    }

    @Test
    void complementaryQuantileKeepsAnUpperTailThatNoProbabilityBelowOneResolves() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("standard-normal-quantile.csv")) {
            error.add(-STANDARD.complementaryQuantile(Double.parseDouble(row[0])), row[1]);
        }
        assertWithin(error, 3, 0.9);
    }

    @Test
    void logarithmOfTheDensityAgreesWithTheDensity() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("standard-normal.csv")) {
            final double exact = Math.log(Double.parseDouble(row[1]));
            error.add(STANDARD.logDensity(Double.parseDouble(row[0])), Double.toString(exact));
        }
        assertWithin(error, 3, 0.8);
    }

    @Test
    void logarithmOfTheCumulativeIsAccurateBeyondTheUnderflow() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("log-cumulative.csv")) {
            error.add(STANDARD.logCumulative(Double.parseDouble(row[0])), row[1]);
            error.add(STANDARD.logComplementaryCumulative(-Double.parseDouble(row[0])), row[1]);
        }
        assertWithin(error, 3, 0.8);
    }

    @Test
    void nothingIsLostInScalingToJoules() throws IOException {
        final UlpError density = new UlpError();
        final UlpError cumulative = new UlpError();
        final UlpError quantile = new UlpError();
        for (String[] row : ReferenceTable.rows("gaussian.csv")) {
            final GaussianSed shape = GaussianSed.ofStandardDeviation(Double.parseDouble(row[0]));
            final double energy = Double.parseDouble(row[1]);
            density.add(shape.density(energy), row[3]);
            cumulative.add(shape.cumulative(energy), row[4]);
            quantile.add(shape.quantile(Double.parseDouble(row[2])), row[5]);
        }
        assertWithin(density, 3, 0.9);
        assertWithin(cumulative, 3, 0.9);
        assertWithin(quantile, 4, 1.0);
    }

    private static void assertWithin(UlpError error, double max, double rms) {
        assertTrue(error.max() <= max, () -> "largest error " + error.max() + " ulp");
        assertTrue(error.rms() <= rms, () -> "root mean square error " + error.rms() + " ulp");
    }
}
