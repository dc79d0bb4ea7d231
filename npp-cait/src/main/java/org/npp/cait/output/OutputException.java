package org.npp.cait.output;

import java.io.IOException;

/** Results can't be written where they were asked for; the message tells a user why. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message place, rule and what to do
     */
    public OutputException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message place, rule and what to do
     * @param cause what the file system said
     */
    public OutputException(String message, IOException cause) {
        super(message, cause);
    }
}
