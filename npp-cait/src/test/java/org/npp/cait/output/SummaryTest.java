package org.npp.cait.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.npp.cait.CaitResult;
import org.npp.cait.report.ReferenceRun;
import org.npp.core.Failure;
import org.npp.core.NppState;
import org.npp.core.RunStatistics;
import org.npp.core.Termination;

class SummaryTest {
    /** The keys of the published format, in its order. */
    private static final List<String> KEYS = List.of(
            "version",
            "case_sha256",
            "nodes",
            "time_steps",
            "rejected_steps",
            "newton_iterations",
            "solver_seconds",
            "min_fraction",
            "max_excess_charge_fraction",
            "ion_balance_relative_error",
            "current_uniformity_relative_error",
            "surface_potential_V",
            "surface_charge_C_per_m2",
            "front_depth_m",
            "estimated_profile_error",
            "warnings",
            "complete");

    private static JsonNode read(CaitResult result) throws JsonProcessingException {
        return new ObjectMapper().readTree(Summary.of(result, "cafe").toString());
    }

    private static List<String> keys(JsonNode json) {
        final List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void theKeysAreThoseOfTheFormatInItsOrder() throws JsonProcessingException {
        assertEquals(KEYS, keys(read(ReferenceRun.potassium())));
    }

    @Test
    void valuesAreThoseOfTheRun() throws JsonProcessingException {
        final JsonNode json = read(ReferenceRun.potassium());
        assertEquals("cafe", json.get("case_sha256").textValue());
        assertTrue(json.get("version").isTextual());
        assertEquals(120, json.get("nodes").intValue());
        assertEquals(56, json.get("time_steps").intValue());
        assertEquals(3, json.get("rejected_steps").intValue());
        assertEquals(138, json.get("newton_iterations").intValue());
        assertEquals(0.0123, json.get("solver_seconds").doubleValue());
        assertEquals(1.25e-9, json.get("min_fraction").doubleValue());
        assertEquals(2.2e-5, json.get("max_excess_charge_fraction").doubleValue());
        assertEquals(3.1e-13, json.get("ion_balance_relative_error").doubleValue());
        assertEquals(2.5e-9, json.get("current_uniformity_relative_error").doubleValue());
        assertEquals(1.4460338, json.get("surface_potential_V").doubleValue());
        assertEquals(0, json.get("surface_charge_C_per_m2").doubleValue());
        assertEquals(112.12e-9, json.get("front_depth_m").doubleValue(), 0.3e-9); // drift limit
        assertEquals(6.1e-4, json.get("estimated_profile_error").doubleValue());
        assertTrue(json.get("warnings").isArray() && json.get("warnings").isEmpty());
        assertTrue(json.get("complete").isBoolean() && json.get("complete").booleanValue());
    }

    @Test
    void anIncompleteRunTellsTheFailure() throws JsonProcessingException {
        final JsonNode json = read(ReferenceRun.failed());
        assertFalse(json.get("complete").booleanValue());
        assertTrue(json.get("estimated_profile_error").isNull());
        assertEquals("coarse_mesh", json.get("warnings").get(0).get("code").textValue());
        assertEquals(List.of("code", "message"), keys(json.get("warnings").get(0)));
        final JsonNode failure = json.get("failure");
        assertEquals(List.of("code", "message", "time_s", "node", "depth_m", "unknown", "residuals"), keys(failure));
        assertEquals("newton_stagnation", failure.get("code").textValue());
        assertTrue(failure.get("message").textValue().startsWith("Newton stopped after 2 iterations"));
        assertEquals(2e5, failure.get("time_s").doubleValue());
        assertEquals(17, failure.get("node").intValue());
        assertEquals(1.042e-7, failure.get("depth_m").doubleValue());
        assertEquals("Li", failure.get("unknown").textValue());
        assertEquals("[1.0,3.2E-7]", failure.get("residuals").toString());
    }

    @Test
    void whatJsonCannotHoldIsNull() throws JsonProcessingException {
        final CaitResult run = ReferenceRun.potassium();
        final NppState state = run.finalState();
        final double[][] virgin = new double[2][state.mesh().size()];
        java.util.Arrays.fill(virgin[0], ReferenceRun.BULK);
        final double[] zero = new double[state.mesh().size()];
        final JsonNode json = read(new CaitResult(
                run.experiment(),
                List.of(),
                NppState.of(0, state.mesh(), zero, virgin, zero, 0),
                run.history(),
                new RunStatistics(
                        Termination.NOT_FINITE,
                        9,
                        0,
                        0,
                        1,
                        0,
                        Double.NaN,
                        0,
                        Double.POSITIVE_INFINITY,
                        0,
                        Double.POSITIVE_INFINITY),
                OptionalDouble.empty(),
                List.of(),
                Optional.of(new Failure(Termination.NOT_FINITE, 0, 1, 0, 0, "K", List.of(Double.NaN, 1.0), 1e-10))));
        assertEquals(KEYS, keys(json).subList(0, KEYS.size()));
        assertTrue(json.get("front_depth_m").isNull());
        assertTrue(json.get("min_fraction").isNull());
        assertTrue(json.get("ion_balance_relative_error").isNull());
        assertEquals("[null,1.0]", json.get("failure").get("residuals").toString());
    }
}
