package org.npp.cait.cli;

import picocli.CommandLine.Option;

/** Options of every command that reads a case. */
final class CommonOptions {
    /** Set by the command line. */
    @Option(names = "--json", description = "Write one JSON object to standard output and nothing else.")
    boolean json;

    /** Set by the command line. */
    @Option(names = "--quiet", description = "No progress and no table; errors and warnings only.")
    boolean quiet;

    /** Set by the command line. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
