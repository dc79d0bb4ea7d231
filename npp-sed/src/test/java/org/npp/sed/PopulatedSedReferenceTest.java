package org.npp.sed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PopulatedSedReferenceTest {
    @Test
    void fermiEnergyIsAccurateFromNearlyEmptyToNearlyFullSites() throws IOException {
        final UlpError error = new UlpError();
        for (String[] row : ReferenceTable.rows("fermi-energy.csv")) {
            final GaussianSed shape = GaussianSed.ofFwhm(Double.parseDouble(row[0]));
            final PopulatedSed sed = PopulatedSed.of(shape, Double.parseDouble(row[1]), Double.parseDouble(row[2]), 0);
            final double energy = sed.fermiEnergy(Double.parseDouble(row[3]));
            final double s = shape.standardDeviation();
            // Near half filling the energy passes zero, where the rounding of the filling is what counts.
            error.add(energy, row[4], (s + Math.abs(energy)) * 0x1p-52);
        }
        assertTrue(error.max() <= 4, () -> "largest error " + error.max());
        assertTrue(error.rms() <= 1, () -> "root mean square error " + error.rms());
    }
}
