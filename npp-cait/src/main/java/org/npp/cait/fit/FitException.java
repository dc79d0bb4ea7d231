package org.npp.cait.fit;

/** A fit can't begin. */
public final class FitException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message why, in one sentence
     */
    FitException(String message) {
        super(message);
    }
}
