package org.npp.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GouyChapmanTest {
    /** Some ulp of sinh and log, the exponent up to 20 doubling its own rounding. */
    private static final double TOLERANCE = 5e-15;

    private static final double EPS = 78.4 * 8.8541878128e-12;
    private final GouyChapman layer = GouyChapman.of(6.02214076e25, 1, 298.15, EPS);

    @Test
    void chargeAndPotentialAgreeWithThirtyDigits() {
        for (String[] row : ReferenceTable.rows("gouy-chapman.csv")) {
            final double surface = Double.parseDouble(row[0]);
            final double charge = Double.parseDouble(row[1]);
            final double scaledDistance = Double.parseDouble(row[2]);
            final double potential = Double.parseDouble(row[3]);
            final String where = row[0] + " V at " + row[2];
            assertEquals(charge, layer.surfaceCharge(surface), TOLERANCE * Math.abs(charge), where);
            assertEquals(surface, layer.surfacePotential(charge), TOLERANCE * Math.abs(surface), where);
            assertEquals(
                    potential,
                    layer.potential(surface, scaledDistance * layer.debyeLength()),
                    (TOLERANCE + 2e-16 * scaledDistance) * Math.abs(potential),
                    where);
        }
    }

    @Test
    void waterHasThePublishedDebyeLengthAndCharges() {
        assertEquals(0.961370e-9, layer.debyeLength(), 0.5e-15);
        assertEquals(.0187722, layer.surfaceCharge(0.025), 0.5e-7);
        assertEquals(.0420761, layer.surfaceCharge(0.050), 0.5e-7);
        assertEquals(.127235, layer.surfaceCharge(0.100), 0.5e-6);
        assertEquals(.908973, layer.surfaceCharge(0.200), 0.5e-6);
    }

    @Test
    void potentialSolvesPoissonAndBoltzmann() {
        // eps phi'' = 2 e n0 sinh(e phi/kT) = (eps kT/e lambda^2) sinh(...); at z = 2 the exponent is 2 e phi/kT
        for (int z = 1; z <= 2; z++) {
            final GouyChapman any = GouyChapman.of(3e24, z, 310, EPS);
            final double thermal = 1.380649e-23 * 310 / 1.602176634e-19;
            final double h = any.debyeLength() / 200;
            for (double u = 0.2; u < 4; u += 0.4) {
                final double x = u * any.debyeLength();
                final double curvature =
                        Differences.fivePoint(y -> Differences.fivePoint(p -> any.potential(0.1, p), y, h), x, h);
                final double charge = 2 * z * 1.602176634e-19 * 3e24 * Math.sinh(z * any.potential(0.1, x) / thermal);
                assertEquals(1, EPS * curvature / charge, 1e-5);
            }
        }
    }

    @Test
    void capacitanceIsTheSlopeOfTheCharge() {
        for (double phi : new double[] {-0.1, 0, 0.03}) {
            final double slope = Differences.fivePoint(layer::surfaceCharge, phi, 1e-4);
            assertEquals(slope, layer.capacitance(phi), 1e-9 * slope);
        }
    }

    @Test
    void anUnchargedSurfaceHasNoLayer() {
        assertEquals(0, layer.potential(0, 1e-9));
        assertEquals(0, layer.surfaceCharge(0));
        assertEquals(0, layer.surfacePotential(0));
    }

    @Test
    void badArgumentsAreNamed() {
        final IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> layer.potential(Double.NaN, 0));
        assertEquals("surface potential must be finite: NaN V", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> layer.potential(1, -1));
        assertThrows(IllegalArgumentException.class, () -> GouyChapman.of(1, 0, 1, 1));
    }
}
