package org.npp.cait.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Place in a tree: the keys and list indices from its root.
 *
 * @param steps keys as {@link String}, indices as {@link Integer}
 */
record Pointer(List<Object> steps) {
    /** The root. */
    static final Pointer ROOT = new Pointer(List.of());

    Pointer {
        steps = List.copyOf(steps);
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
