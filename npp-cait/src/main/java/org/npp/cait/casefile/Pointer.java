package org.npp.cait.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Place in a tree: the keys and list indices from its root.
 *
 * @param steps keys as {@link String}, indices as {@link Integer}
 */
record Pointer(List<Object> steps) {
    /** The root. */
    static final Pointer ROOT = new Pointer(List.of());

    /** Keys and indices. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-z]\\w*(?:(?:\\[[0-9]{1,4}\\])?\\.[A-Za-z]\\w*)*");

    Pointer {
        steps = List.copyOf(steps);
    }

    /** Reads what {@link #field} writes; empty if it is no path that ends in a key. */
    static Optional<Pointer> parse(String field) {
        if (!FIELD.matcher(field).matches()) {
            return Optional.empty();
        }
        final List<Object> steps = new ArrayList<>();
        for (final String part : field.replace("]", "").split("[.\\[]", -1)) {
            steps.add(part.matches("[0-9]+") ? (Object) Integer.valueOf(part) : part);
        }
        return Optional.of(new Pointer(steps));
    }

    Pointer child(Object step) {
        final List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Pointer(longer);
    }

    Optional<Pointer> parent() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Pointer(steps.subList(0, steps.size() - 1)));
    }

    /** The path as messages show it, {@code stages[0].ion}. */
    String field() {
        final StringBuilder text = new StringBuilder();
        for (final Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
