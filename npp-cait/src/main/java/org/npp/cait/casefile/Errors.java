package org.npp.cait.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the errors of one case file. Not thread-safe. */
final class Errors {
    /** Case file as the user named it. */
    private final String file;

    /** What was found. */
    private final List<CaseError> found = new ArrayList<>();

    /** Pointers of the fields with errors. */
    private final Set<Pointer> pointers = new HashSet<>();

    private Errors(String file) {
        this.file = file;
    }

    static Errors of(String file) {
        return new Errors(file);
    }

    String file() {
        return file;
    }

    /** Adds an error, unless the field, or one it is in, has one already. */
    void add(Pointer field, int line, String message) {
        addAt(field, field, line, message);
    }

    /** Adds an error of a field that settles all there is to say about one that it is in. */
    void addAt(Pointer settled, Pointer field, int line, String message) {
        if (!has(settled)) {
            pointers.add(settled);
            found.add(new CaseError(file, line, field.field(), message));
        }
    }

    void addAll(List<CaseError> errors) {
        found.addAll(errors);
    }

    /** Tells whether a field, or one it is in, has an error. */
    boolean has(Pointer field) {
        if (pointers.isEmpty()) {
            return false;
        }
        return pointers.contains(field) || field.parent().filter(this::has).isPresent();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() throws CaseException {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing((CaseError e) -> !e.file().equals(file))
                    .thenComparingInt(CaseError::line));
            throw new CaseException(found);
        }
    }
}
