package org.npp.cait.studyfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.cait.fit.FitResult;
import org.npp.cait.fit.FitResult.Estimate;
import org.npp.cait.fit.FitResult.Status;
import org.npp.cait.fit.FittedCurves;
import org.npp.cait.fit.SedFit;

/** The study that the README begins with: K, Rb and Cs from starts that are off by 2 in width and 10 in diffusivities. */
class JointStudyTest {
    private static final Path STUDY = Path.of("../examples/lithium-borate/study.yaml");

    private static final double[] DIFFUSIVITIES = {2e-21, 3e-22, 5.3e-23};

    /** Runs that a derivative beside a run costs: 0.15 to 0.25 measured with two of them. */
    private static final double DERIVATIVE = 0.25;

    @Test
    void theWidthAndAllDiffusivitiesAreFoundWithTheWorkOfSixtyRuns() throws Exception {
        final StudyFile study = StudyFile.read(STUDY);
        assertTrue(study.synthetic());
        final FitResult result = SedFit.of(study.study()).run();
        final FittedCurves.Sites sites = FittedCurves.of(result).sites().orElseThrow();
        assertEquals(0.25, sites.populatedFwhmEv(), 0.02 * 0.25);
        final double reach = result.numbers().quantile() * sites.populatedFwhmErrorEv();
        assertEquals(0.25, sites.populatedFwhmEv(), reach);
        for (int j = 0; j < 3; j++) {
            final Estimate e = result.estimates().get(1 + j);
            assertEquals(
                    DIFFUSIVITIES[j],
                    e.value(),
                    0.05 * DIFFUSIVITIES[j],
                    e.parameter().name());
            assertEquals(Status.DETERMINED, e.status());
            assertEquals(10, e.parameter().start() / DIFFUSIVITIES[j], 1e-12);
        }
        final FitResult.Numbers numbers = result.numbers();
        final double work = numbers.modelRuns() + DERIVATIVE * numbers.derivatives();
        assertTrue(work <= 60, numbers.toString());
        assertEquals(List.of(), result.warnings());
    }
}
