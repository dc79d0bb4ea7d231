package org.npp.cait.casefile;

import java.util.List;
import java.util.stream.Collectors;

/** A case file, or a table it names, is wrong. */
public final class CaseException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final transient List<CaseError> errors;

    /**
     * Creates the exception.
     *
     * @param errors what is wrong, at least one
     */
    CaseException(List<CaseError> errors) {
        super(errors.stream().map(CaseError::text).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /**
     * Returns what is wrong.
     *
     * @return the errors in the order of their lines, at least one
     */
    public List<CaseError> errors() {
        return errors;
    }
}
