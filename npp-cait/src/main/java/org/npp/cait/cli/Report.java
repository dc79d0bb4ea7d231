package org.npp.cait.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.npp.cait.casefile.CaseError;

/** Tells errors: one line each on standard error, or one JSON object on standard output. */
final class Report {
    /** Standard output. */
    private final PrintWriter out;

    /** Standard error. */
    private final PrintWriter err;

    /** Whether to write JSON. */
    private final boolean json;

    private Report(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    static Report of(PrintWriter out, PrintWriter err, boolean json) {
        return new Report(out, err, json);
    }

    /** Tells an error that belongs to no file. */
    void error(String code, String message) {
        if (json) {
            print(JsonNodeFactory.instance.objectNode().set("error", node(code, message, "", 0, "")));
        } else {
            err.println("npp: " + message);
            err.flush();
        }
    }

    /** Tells what is wrong with files; JSON has the first one, and a list of all. */
    void errors(String code, List<CaseError> errors) {
        if (json) {
            final ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.set("error", node(code, errors.get(0)));
            if (errors.size() > 1) {
                object.set("errors", list(code, errors));
            }
            print(object);
        } else {
            lines(errors, "");
        }
    }

    /** Writes lines to standard error, also with JSON. */
    void lines(List<CaseError> errors, String label) {
        errors.forEach(e -> err.println(label + e.text()));
        err.flush();
    }

    void print(JsonNode object) {
        out.println(object);
        out.flush();
    }

    static ArrayNode list(String code, List<CaseError> errors) {
        final ArrayNode list = JsonNodeFactory.instance.arrayNode();
        errors.forEach(e -> list.add(node(code, e)));
        return list;
    }

    static ObjectNode node(String code, String message) {
        return node(code, message, "", 0, "");
    }

    private static ObjectNode node(String code, CaseError e) {
        return node(code, e.message(), e.file(), e.line(), e.field());
    }

    /** File, line and field are null where there is none. */
    private static ObjectNode node(String code, String message, String file, int line, String field) {
        final ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("code", code).put("message", message);
        node.put("file", file.isEmpty() ? null : file);
        node.put("line", line == 0 ? null : (Integer) line);
        return node.put("field", field.isEmpty() ? null : field);
    }
}
