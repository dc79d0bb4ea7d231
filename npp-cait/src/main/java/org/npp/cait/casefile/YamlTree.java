package org.npp.cait.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.npp.cait.quantity.QuantityParser;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A YAML document as a tree that knows where everything stood.
 *
 * <p>Built from the parser's events, because Jackson and SnakeYAML are silent about repeated keys and expand aliases.
 * Plain scalars follow the core schema of YAML 1.2, in which {@code No} is text; {@code 010}, which is 8 in YAML 1.1 and
 * 10 in YAML 1.2, stays text too, so that no number is made of it.
 */
final class YamlTree {
    /** Deepest nesting; a case needs 6. */
    private static final int DEPTH_LIMIT = 32;

    /** How nothing is written. */
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** Integers without leading zeros. */
    private static final Pattern INTEGER = Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,17})");

    /** Other decimal numbers without leading zeros. */
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:\\.[0-9]+|(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    /** Errors of the file. */
    private final Errors errors;

    /** The rest of the document. */
    private final Iterator<Event> events;

    /** Where things stood, by pointer. */
    private final Map<Pointer, Place> places = new HashMap<>();

    /** Root of the tree. */
    private ObjectNode root = JsonNodeFactory.instance.objectNode();

    private YamlTree(Errors errors, Iterator<Event> events) {
        this.errors = errors;
        this.events = events;
    }

    /**
     * Where a value stood.
     *
     * @param line line of the key, or of the value if it is in a list; counted from 1
     * @param valueLine line the value begins in
     * @param text scalar as written; empty for a mapping or list
     */
    record Place(int line, int valueLine, String text) {}

    static YamlTree parse(String text, Errors errors) throws CaseException {
        final LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        final YamlTree tree = new YamlTree(
                errors, new Yaml(options).parse(new StringReader(text)).iterator());
        try {
            tree.readDocument();
        } catch (MarkedYAMLException e) {
            throw wrong(
                    errors, e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, problem(e));
        } catch (YAMLException e) {
            throw wrong(errors, 0, "not YAML: it contains control characters");
        }
        return tree;
    }

    /** The parser's own words, without its quotation of the file. */
    private static String problem(MarkedYAMLException e) {
        final String problem = e.getProblem() == null ? "syntax error" : e.getProblem();
        final String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return "not YAML: " + (context + problem).replace('\n', ' ').strip();
    }

    private static CaseException wrong(Errors errors, int line, String message) {
        return new CaseException(List.of(new CaseError(errors.file(), line, "", message)));
    }

    private void readDocument() throws CaseException {
        events.next(); // stream start
        if (events.next().is(Event.ID.StreamEnd)) {
            throw wrong(
                    errors,
                    0,
                    "is empty; a case has title, temperature, sample, ions and stages, a study title, experiments and parameters");
        }
        final Event first = events.next();
        final JsonNode node = read(first, Pointer.ROOT, line(first));
        events.next(); // document end
        final Event next = events.next();
        if (!next.is(Event.ID.StreamEnd)) {
            throw wrong(errors, line(next), "only one YAML document is allowed, a second one begins here");
        }
        if (!(node instanceof ObjectNode object)) {
            throw wrong(errors, line(first), "must be a mapping of keys and values, such as 'temperature: 300 K'");
        }
        root = object;
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private JsonNode read(Event event, Pointer pointer, int line) throws CaseException {
        if (pointer.steps().size() > DEPTH_LIMIT) {
            throw wrong(errors, line(event), "nested more than " + DEPTH_LIMIT + " deep");
        }
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw wrong(errors, line(event), "YAML anchors (&) and aliases (*) are not allowed");
        }
        if (event instanceof ScalarEvent scalar) {
            places.put(pointer, new Place(line, line(event), scalar.getValue()));
            checkTag(scalar.getTag(), event);
            return scalar.isPlain() ? plain(scalar.getValue(), pointer, line) : TextNode.valueOf(scalar.getValue());
        }
        places.put(pointer, new Place(line, line(event), ""));
        checkTag(((CollectionStartEvent) event).getTag(), event);
        return event.is(Event.ID.SequenceStart) ? readList(pointer) : readMapping(pointer);
    }

    private void checkTag(@Nullable String tag, Event event) throws CaseException {
        if (tag != null) {
            throw wrong(errors, line(event), "YAML tags are not allowed: " + tag);
        }
    }

    private ArrayNode readList(Pointer pointer) throws CaseException {
        final ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event e = events.next(); !e.is(Event.ID.SequenceEnd); e = events.next()) {
            list.add(read(e, pointer.child(list.size()), line(e)));
        }
        return list;
    }

    private ObjectNode readMapping(Pointer pointer) throws CaseException {
        final ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Event e = events.next(); !e.is(Event.ID.MappingEnd); e = events.next()) {
            if (!(e instanceof ScalarEvent scalar) || scalar.getAnchor() != null) {
                throw wrong(errors, line(e), "a key must be a plain word");
            }
            final String key = scalar.getValue();
            final Pointer child = pointer.child(key);
            final Place earlier = places.get(child);
            final JsonNode value = read(events.next(), child, line(e));
            if (earlier == null) {
                object.set(key, value);
            } else {
                places.put(child, earlier);
                errors.add(child, line(e), "repeated key; it is already in line " + earlier.line());
            }
        }
        return object;
    }

    private JsonNode plain(String text, Pointer pointer, int line) {
        if (NULLS.contains(text)) {
            return NullNode.instance;
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        if (INTEGER.matcher(text).matches()) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        if (!DECIMAL.matcher(text).matches()) {
            return TextNode.valueOf(text);
        }
        try {
            return DoubleNode.valueOf(QuantityParser.parseNumber(text));
        } catch (IllegalArgumentException e) {
            errors.add(pointer, line, String.valueOf(e.getMessage()));
            return DoubleNode.valueOf(0);
        }
    }

    ObjectNode root() {
        return root;
    }

    /** Line of a field; of the nearest field it is in, if it is not there itself. */
    int line(Pointer pointer) {
        final Place place = places.get(pointer);
        return place != null ? place.line() : pointer.parent().map(this::line).orElse(0);
    }

    /** Line in which the text of a multi-line scalar begins. */
    int textLine(Pointer pointer) {
        final Place place = places.get(pointer);
        return place == null ? 0 : place.valueLine();
    }

    /** Scalar as written. */
    String text(Pointer pointer) {
        final Place place = places.get(pointer);
        return place == null ? "" : place.text();
    }
}
