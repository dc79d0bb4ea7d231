package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The exact law and the interpolated one, value and derivatives, against the law and its difference quotients at 60 digits. */
class SedDiffusivityReferenceTest {
    /** Unit of the errors below: relative, times 1 + |x| + |E/s| for what an ulp of an exponent or energy costs. */
    private static final double UNIT = 0x1p-52;

    @Test
    void diffusivityAgreesWithTheLawAtSixtyDigits() throws IOException {
        assertColumn(0, 6, 1.5);
    }

    @Test
    void densityDerivativeAgreesWithDifferenceQuotientsAtSixtyDigits() throws IOException {
        assertColumn(1, 12, 3);
    }

    @Test
    void temperatureDerivativeAgreesWithDifferenceQuotientsAtSixtyDigits() throws IOException {
        assertColumn(2, 12, 3);
    }

    @Test
    void parameterDerivativesAgreeWithDifferenceQuotientsAtSixtyDigits() throws IOException {
        assertColumn(3, 12, 3);
        assertColumn(4, 12, 3);
        assertColumn(5, 6, 1.5);
        assertColumn(6, 12, 3);
    }

    @Test
    void relativeErrorGrowsOnlyWithTheExponent() throws IOException {
        double value = 0;
        double slope = 0;
        for (String[] row : ReferenceTable.rows("diffusivity.csv")) {
            final double[] in = inputs(row);
            final double[] computed = evaluate(in, law(in).exact());
            final double d = Double.parseDouble(row[8]);
            final double growth = 1 + Math.abs(Math.log(d / in[4]));
            value = Math.max(value, Math.abs(computed[0] / d - 1) / growth);
            slope = Math.max(slope, Math.abs(computed[1] / Double.parseDouble(row[9]) - 1) / growth);
        }
        assertEquals(0, value, 2e-15, "diffusivity");
        assertEquals(0, slope, 4e-15, "derivative to density");
    }

    @Test
    void interpolatedLawKeepsItsBounds() throws IOException {
        double value = 0;
        double slope = 0;
        for (String[] row : ReferenceTable.rows("diffusivity.csv")) {
            final double[] in = inputs(row);
            final double[] computed = evaluate(in, law(in));
            final double bound = 2e-11 * 300 / in[1];
            value = Math.max(value, Math.abs(computed[0] / Double.parseDouble(row[8]) - 1) / bound);
            slope = Math.max(slope, Math.abs(computed[1] / Double.parseDouble(row[9]) - 1) / (1e-9 + bound));
        }
        assertEquals(0, value, 1, "diffusivity");
        assertEquals(0, slope, 1, "derivative to density");
    }

    private static double[] inputs(String[] row) {
        final double[] in = new double[8];
        for (int i = 0; i < in.length; i++) {
            in[i] = Double.parseDouble(row[i]);
        }
        return in;
    }

    private static void assertColumn(int column, double max, double rms) throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("diffusivity.csv")) {
            final double[] in = inputs(row);
            final double[] computed = evaluate(in, law(in).exact());
            final double exact = Double.parseDouble(row[8 + column]);
            final double exponent = Math.log(Double.parseDouble(row[8]) / in[4]);
            error.add(computed[column], row[8 + column], scale(in, exact, exponent, column));
        }
        assertTrue(error.max() <= max, () -> "column " + column + ": largest error " + error.max());
        assertTrue(error.rms() <= rms, () -> "column " + column + ": root mean square error " + error.rms());
    }

    /** A derivative that is a difference of two terms is measured against the terms, not their difference. */
    private static double scale(double[] in, double exact, double exponent, int column) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(in[2]), in[6], in[3], 0);
        final double kT = 1.380649e-23 * in[1];
        final double d = in[4] * Math.exp(exponent);
        final double bulk = sed.bulkFermiEnergy();
        final double energy = sed.fermiEnergy(in[0]);
        final double largest = switch (column) {
            case 2 -> d / (kT * in[1]) * (Math.abs(bulk) + Math.abs(energy) + in[5]);
            case 3 -> d / kT * (Math.abs(bulk) + Math.abs(energy)) / in[2];
            case 4 ->
                d
                        / kT
                        * (1 / sed.shape().density(bulk)
                                + in[0] / in[6] / sed.shape().density(energy));
            case 6 -> d / kT * (1 + in[1] / in[7]);
            default -> Math.abs(exact);
        };
        final double u = energy / sed.shape().standardDeviation();
        final double terms = (Math.abs(bulk) + Math.abs(energy) + in[5] * (1 + in[1] / in[7])) / kT;
        return Math.max(largest, Double.MIN_NORMAL) * UNIT * (1 + terms + u * u);
    }

    private static SedDiffusivity law(double[] in) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(in[2]), in[6], in[3], 0);
        return SedDiffusivity.of(sed, in[4]).withBulkActivation(in[5], in[7]);
    }

    private static double[] evaluate(double[] in, SedDiffusivity law) {
        final double[] n = {in[0]};
        final double[] byDensity = new double[1];
        final double[] byParameter = new double[5];
        final double d = law.linearize(0, n, in[1], byDensity);
        law.byParameters(0, n, in[1], byParameter);
        return new double[] {
            d,
            byDensity[0],
            law.byTemperature(0, n, in[1]),
            byParameter[0],
            byParameter[1],
            byParameter[3],
            byParameter[4]
        };
    }
}
