package org.npp.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;

/** Full Poisson against the electroneutral model on a front w wide, as the Debye length falls. */
class ElectroneutralLimitTest {
    private static final ExchangeFront TANH = ExchangeFront.of(0.9, 0);
    private static final double BEGIN = 20 * TANH.width();
    private static final double WAY = 2 * TANH.width();
    private static final double DURATION = WAY / ExchangeFront.VELOCITY;
    private static final Mesh MESH = Mesh.uniform(40 * TANH.width(), 641);

    /** Observed orders are within this of theory. */
    private static final double ORDER_TOLERANCE = 0.1;

    private static NppState end(double debyeOverWidth, PoissonModel poisson) {
        final double debye = debyeOverWidth * TANH.width();
        final NppProblem problem = Glass.bombarded(
                        TANH.nativeLaw(), Glass.constant(ExchangeFront.FOREIGN_DIFFUSIVITY), Glass.beam(WAY, DURATION))
                .permittivity(debye * debye * Glass.CHARGE_DENSITY / Glass.THERMAL_VOLTAGE)
                .start(TANH.state(MESH, BEGIN))
                .build();
        return EqualSteps.run(problem, EdgeDiffusivity.BLENDED, poisson, 2, DURATION, 200, t -> MESH.toArray());
    }

    /** Largest difference of the foreign fraction. */
    private static double difference(NppState a, NppState b) {
        double worst = 0;
        for (int k = 0; k < MESH.size(); k++) {
            worst = Math.max(worst, Math.abs(a.density(1, k) - b.density(1, k)) / Glass.BULK);
        }
        return worst;
    }

    @Test
    void theProfileApproachesTheElectroneutralOneAsTheSquareOfTheDebyeLength() {
        final NppState neutral = end(0.05, PoissonModel.ELECTRONEUTRAL);
        final double wide = difference(end(0.1, PoissonModel.FULL), neutral);
        final double medium = difference(end(0.05, PoissonModel.FULL), neutral);
        final double narrow = difference(end(0.025, PoissonModel.FULL), neutral);
        assertEquals(2, Math.log(wide / medium) / Math.log(2), ORDER_TOLERANCE);
        assertEquals(2, Math.log(medium / narrow) / Math.log(2), ORDER_TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.05, 0.025})
    void theLeastChargeIsAQuarterOfTheSquaredDebyeLengthOverTheWidth(double debyeOverWidth) {
        final NppState state = end(debyeOverWidth, PoissonModel.FULL);
        double least = 0;
        for (int k = 0; k < MESH.size(); k++) {
            least = Math.min(least, state.chargeDensity(k) / Glass.CHARGE_DENSITY);
        }
        final double expected = -0.25 * debyeOverWidth * debyeOverWidth;
        // the next term is of fourth order, 1.6 % at a tenth; a cell of w/16 adds 0.1 %
        assertEquals(expected, least, 0.03 * Math.abs(expected));
    }
}
