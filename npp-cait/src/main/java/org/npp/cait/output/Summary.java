package org.npp.cait.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.npp.cait.CaitResult;
import org.npp.cait.onsager.FinalCoefficients;
import org.npp.cait.report.ExchangeZone;
import org.npp.cait.report.Provenance;
import org.npp.core.Failure;
import org.npp.core.RunStatistics;

/**
 * {@code summary.json} of a simulation, its keys always in the same order.
 *
 * <p>A number that JSON can't hold (NaN, infinity) is {@code null}. Where the numerics did not finish, {@code complete} is
 * false and {@code failure} tells {@code code}, {@code message}, {@code time_s}, {@code node}, {@code depth_m},
 * {@code unknown} and {@code updates}.
 */
public final class Summary {
    /** Key that only a summary with coefficients has. */
    static final String LAW = "law";

    /** No instances. */
    private Summary() {}

    /**
     * Summarises a run.
     *
     * @param result the run
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @return a new object
     */
    public static ObjectNode of(CaitResult result, String caseSha256) {
        final RunStatistics s = result.statistics();
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", Provenance.programVersion());
        json.put("case_sha256", caseSha256);
        json.put("nodes", s.nodes());
        json.put("time_steps", s.timeSteps());
        json.put("rejected_steps", s.rejectedSteps());
        json.put("newton_iterations", s.newtonIterations());
        put(json, "solver_seconds", s.seconds());
        put(json, "min_fraction", s.minDensityFraction());
        put(json, "max_excess_charge_fraction", s.maxExcessChargeFraction());
        put(json, "ion_balance_relative_error", s.ionBalanceError());
        put(json, "current_uniformity_relative_error", s.currentUniformityError());
        put(json, "surface_potential_V", result.finalState().potential(0));
        put(json, "surface_charge_C_per_m2", result.finalState().surfaceCharge());
        put(json, "front_depth_m", orNan(ExchangeZone.of(result).frontDepth()));
        put(json, "estimated_profile_error", orNan(result.profileError()));
        final ArrayNode warnings = json.putArray("warnings");
        for (final CaitResult.Warning warning : result.warnings()) {
            warnings.addObject().put("code", warning.code()).put("message", warning.message());
        }
        json.put("complete", result.complete());
        result.failure().ifPresent(failure -> json.set("failure", failure(failure)));
        return json;
    }

    /**
     * Summarises a run and the coefficients of its final profile: the keys of the run, and then {@code temperature_K}, {@code law}, {@code assumed_haven_ratio}, {@code resistance_ohm_m2},
     * {@code min_entropy_production_W_per_K_m3} and {@code mean_entropy_production_W_per_K_m3}.
     *
     * @param result the run
     * @param coefficients the coefficients
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @return a new object
     */
    public static ObjectNode of(CaitResult result, FinalCoefficients coefficients, String caseSha256) {
        final ObjectNode json = of(result, caseSha256);
        put(json, "temperature_K", coefficients.temperature());
        json.put(LAW, coefficients.law().name());
        put(json, "assumed_haven_ratio", coefficients.law().havenRatio().value());
        put(json, "resistance_ohm_m2", coefficients.profile().resistance());
        put(json, "min_entropy_production_W_per_K_m3", coefficients.leastEntropyProduction());
        put(json, "mean_entropy_production_W_per_K_m3", coefficients.meanEntropyProduction());
        return json;
    }

    private static ObjectNode failure(Failure failure) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", failure.termination().name().toLowerCase(Locale.ROOT));
        json.put("message", failure.message());
        put(json, "time_s", failure.time());
        json.put("node", failure.node());
        put(json, "depth_m", failure.depth());
        json.put("unknown", failure.unknown());
        final ArrayNode updates = json.putArray("residuals");
        for (final double update : failure.updates()) {
            if (Double.isFinite(update)) {
                updates.add(update);
            } else {
                updates.addNull();
            }
        }
        return json;
    }

    private static double orNan(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static void put(ObjectNode json, String key, double value) {
        if (Double.isFinite(value)) {
            json.put(key, value);
        } else {
            json.putNull(key);
        }
    }
}
