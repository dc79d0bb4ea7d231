package org.npp.cait.cli;

/** Exit codes of {@code npp}. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;

    /** A fault of the program. */
    static final int INTERNAL = 1;

    /** The command line or a file is wrong. */
    static final int WRONG_INPUT = 2;

    /** The numerics did not finish. */
    static final int NUMERICS = 3;

    /** Interrupted. */
    static final int INTERRUPTED = 130;

    /** No instances. */
    private ExitCode() {}
}
