package org.npp.cait.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.cait.fit.ModelComparison.Decision;
import org.npp.cait.fit.ModelComparison.Rival;

class ModelComparisonTest {
    @Test
    void dataOfTwoWidthsPreferTwoByTheirBic() throws FitException {
        final ModelComparison comparison = ModelChoice.compare(ModelChoice.data(1, 0.15, 0.4));
        assertEquals(1, comparison.preferred());
        assertEquals(Decision.BIC, comparison.rivals().get(1).decision());
        assertTrue(comparison.sentence().startsWith("the data prefer two widths; one width has a BIC of +"));
    }

    @Test
    void dataOfOneWidthPreferOneAfterATest() throws FitException {
        final ModelComparison comparison = ModelChoice.compare(ModelChoice.data(23));
        assertEquals(0, comparison.preferred());
        final Rival two = comparison.rivals().get(1);
        assertEquals(Decision.TEST, two.decision());
        assertTrue(
                comparison
                        .sentence()
                        .matches("the data prefer one width; two widths has a BIC of \\+[0-9.]+ against"
                                + " it, decided by drawn data"),
                comparison.sentence());
        // one parameter more costs ln 780, less what the deviance falls
        final Rival one = comparison.rivals().get(0);
        final double fall =
                one.result().numbers().chiSquared() - two.result().numbers().chiSquared();
        assertEquals(Math.log(780) - fall, two.bic() - one.bic(), 1e-9);
        // 2 (5 - 4) and 2 5 6/774 - 2 4 5/775
        assertEquals(2 + 60.0 / 774 - 40.0 / 775 - fall, two.aicc() - one.aicc(), 1e-9);
    }

    @Test
    void aCancelledTestPrefersTheSimpleModelAndStaysOpen() throws FitException {
        final List<FitExperiment> data = ModelChoice.data(26);
        final FitResult one = ModelChoice.one(data);
        final FitResult two = ModelChoice.two(data);
        final ModelComparison comparison =
                ModelComparison.of(List.of("two", "one"), List.of(two, one), 1, progress -> {}, () -> true);
        assertEquals(1, comparison.preferred());
        assertEquals(Decision.OPEN, comparison.rivals().get(0).decision());
        assertEquals(Decision.FIRST, comparison.rivals().get(1).decision());
    }

    /** The minima of these data are the same but for what the fits leave. */
    @Test
    void aFallThatTheFitsMayHaveLeftIsNone() throws FitException {
        final Rival two = ModelChoice.compare(ModelChoice.data(21)).rivals().get(1);
        assertEquals(Decision.TEST, two.decision());
        assertEquals(0, two.test().orElseThrow().draws());
    }

    @Test
    void otherDataAreRefused() throws FitException {
        final FitResult one = ModelChoice.one(ModelChoice.data(1));
        final FitResult other = ModelChoice.one(ModelChoice.data(2));
        assertEquals(
                "models can be compared only on the same data",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ModelComparison.of(
                                        List.of("a", "b"), List.of(one, other), 1, progress -> {}, () -> false))
                        .getMessage());
        assertEquals(
                "names and fits must be as many, at least one: 0, 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ModelComparison.of(List.of(), List.of(), 1, progress -> {}, () -> false))
                        .getMessage());
    }
}
