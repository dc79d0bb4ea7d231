package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.npp.cait.quantity.QuantityKind;

/**
 * A number of a case and what the schema says about it.
 *
 * @param value value [SI]
 * @param kind what it measures; empty for a plain number
 * @param min least value [SI]
 * @param max greatest value [SI], may be infinite
 * @param integer whether only integers are allowed
 */
public record CaseNumber(double value, Optional<QuantityKind> kind, double min, double max, boolean integer) {
    /** Room above a least value and below a greatest one that are not allowed themselves, relative. */
    private static final double ROOM = 1e-9;

    static CaseNumber of(double value, Pointer pointer) {
        final JsonNode schema = CaseSchema.at(pointer);
        final double above = schema.path("exclusiveMinimum").asDouble(Double.NEGATIVE_INFINITY);
        final double below = schema.path("exclusiveMaximum").asDouble(Double.POSITIVE_INFINITY);
        final double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        final double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        final double inside = Double.isFinite(above) ? above + ROOM * Math.abs(value) : above;
        final double within =
                Double.isFinite(below) ? below - ROOM * Math.max(Math.abs(below), Math.abs(value)) : below;
        final double low = Math.max(least, inside);
        final double high = Math.min(most, within);
        return new CaseNumber(value, CaseSchema.quantity(schema), low, high, CaseSchema.allows(schema, "integer"));
    }
}
