package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.cait.CaitResult.Warning;

class FindingsTest {
    private static final FitParameter WIDTH =
            new FitParameter("fwhm", "meV", 1e-3, 0.2, 0, 1, FitParameter.Scale.LINEAR);
    private static final FitParameter SCALE = new FitParameter("scale", "", 1, 1, 0.1, 10, FitParameter.Scale.LINEAR);

    @Test
    void aLowerMinimumIsToldAsAStart() {
        final Findings findings = new Findings();
        findings.better(List.of(WIDTH, SCALE), new double[] {1.5, 0.5});
        assertEquals(
                List.of(new Warning(
                        "better_minimum",
                        "on the way to the ends of the intervals a lower sum of squares was met: fit again from fwhm: 300.0"
                                + " meV, scale: 0.5000")),
                findings.list());
    }

    /** 20 residuals in 2 runs; chance makes 11 with a variance of 4.74. */
    @Test
    void residualsInFewRunsAreTold() {
        final Findings findings = new Findings();
        final double[] halves = new double[20];
        for (int k = 0; k < halves.length; k++) {
            halves[k] = k < 10 ? 1 : -1;
        }
        findings.runs("k.yaml", "K", halves);
        assertEquals(
                "k.yaml, K: 2 runs of residuals of one sign where chance makes 11: the model misses the profile's shape",
                findings.list().get(0).message());
        final double[] six = new double[20];
        for (int k = 0; k < six.length; k++) {
            six[k] = k % 7 < 4 ? 1 : -1;
        }
        findings.runs("k.yaml", "K", six);
        assertEquals(1, findings.list().size());
    }
}
