package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Relative errors against quadratures at 40 digits, 80 points with |zeta| to 60 and s to 10. */
class GaussFermiReferenceTest {
    @Test
    void valueIsAccurateForAnyDegeneracy() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("gauss-fermi.csv")) {
            error.add(GaussFermi.value(Double.parseDouble(row[0]), Double.parseDouble(row[1])), row[2]);
        }
        assertWithin(error, 14, 4);
    }

    @Test
    void derivativeIsAccurateForAnyDegeneracy() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("gauss-fermi.csv")) {
            error.add(GaussFermi.derivative(Double.parseDouble(row[0]), Double.parseDouble(row[1])), row[3]);
        }
        assertWithin(error, 14, 4);
    }

    private static void assertWithin(UlpError error, double max, double rms) {
        assertTrue(error.max() <= max, () -> "largest error " + error.max() + " ulp");
        assertTrue(error.rms() <= rms, () -> "root mean square error " + error.rms() + " ulp");
    }
}
