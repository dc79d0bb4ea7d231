package org.npp.cait.quantity;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name a user probably meant: the one at the least edit distance, if that is at most half of the name. */
public final class NearestName {
    /** No instances. */
    private NearestName() {}

    /**
     * Finds the known name nearest to a misspelled one.
     *
     * @param name what was written
     * @param known what could have been meant, in the order of preference
     * @return the first of the nearest; empty if none is near
     */
    public static Optional<String> of(String name, Collection<String> known) {
        final LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        final String folded = name.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (final String candidate : known) {
            final int length = Math.max(name.length(), candidate.length());
            // case counts, but less than a letter
            final double edits = distance.apply(folded, candidate.toLowerCase(Locale.ROOT))
                    + 0.5 * distance.apply(name, candidate) / length;
            if (edits <= 0.5 * length && edits < least) {
                least = edits;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /**
     * Ends a message with the known name nearest to a misspelled one, or with all known names if none is near.
     *
     * @param name what was written
     * @param known what could have been meant
     * @return {@code "; did you mean title?"} or {@code "; known: title, temperature"}
     */
    public static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElseGet(() -> "; known: " + String.join(", ", known));
    }
}
