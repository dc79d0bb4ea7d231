package org.npp.cait.cli;

import org.npp.cait.quantity.QuantityKind;
import org.npp.cait.quantity.QuantityParser;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Lengths on the command line, with their unit. */
final class LengthOption {
    /** Longer than any resolution or distance of channels [m]. */
    private static final double LONGEST = 1e-3;

    /** No instances. */
    private LengthOption() {}

    /** The length [m], not negative. */
    static double parse(CommandLine line, String option, String text) {
        final double value;
        try {
            value = QuantityParser.parse(text, QuantityKind.LENGTH);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, option + " " + e.getMessage(), e);
        }
        if (!(value >= 0)) {
            throw new ParameterException(line, option + " must be >= 0: " + text);
        }
        if (!(value <= LONGEST)) {
            throw new ParameterException(line, option + " must be <= 1 mm: " + text);
        }
        return value;
    }
}
