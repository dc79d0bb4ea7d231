package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;

class CaitCaseTest {
    @ParameterizedTest
    @CsvSource({"1e-3, 60, 150", "2.5e-4, 120, 300"})
    void profilesThatMeetDataStandOnMoreNodes(double tolerance, int alone, int withData) throws CaseException {
        final CaitCase rubidium = CaseFile.read(Path.of("..", "examples", "lithium-borate", "rb.yaml"))
                .withTolerance(tolerance)
                .experiment();
        assertEquals(alone, nodes(rubidium));
        assertEquals(withData, nodes(rubidium.forData()));
        final CaitCase told = rubidium.withNumerics(rubidium.numerics().withNodes(77));
        assertSame(told, told.forData());
    }

    private static int nodes(CaitCase experiment) {
        return MeshPlan.of(experiment).size();
    }
}
