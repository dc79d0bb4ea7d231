package org.npp.cait.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;
import javax.measure.Unit;
import tech.units.indriya.function.RationalNumber;

/**
 * Parser of quantities: a decimal number, a blank or none, and a unit symbol.
 *
 * <p>Number and unit factor are multiplied as decimals and rounded once, so that {@code "2.0e-21 m^2/s"} is the double
 * nearest to 2e-21 and {@code "250 meV"} the one nearest to 0.25 &middot; 1.602176634e-19 (see
 * {@code QuantityParserTest}). Symbols are case-sensitive; {@code u}, {@code µ} (both code points) and superscripts are
 * understood.
 *
 * <pre>{@code
 * double depth = QuantityParser.parse("10 nm", QuantityKind.LENGTH); // 1e-8 m
 * }</pre>
 */
public final class QuantityParser {
    /** A number and the rest. */
    private static final Pattern QUANTITY =
            Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\\s*(.*)");

    /** What is written for numbers that are none; the dot is YAML's. */
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?\\.?(?:nan|inf|infinity)\\b.*", Pattern.CASE_INSENSITIVE);

    /** No instances. */
    private QuantityParser() {}

    /**
     * Parses a quantity.
     *
     * @param text number and unit
     * @param kind what is expected
     * @return the value in the SI unit of the kind, finite
     * @throws IllegalArgumentException if the text is no number with a unit of that kind, or the value not finite; the
     *     message gives rule and text
     */
    public static double parse(String text, QuantityKind kind) {
        final String trimmed = text.strip();
        requireNotSpecial(trimmed);
        final Matcher matcher = QUANTITY.matcher(trimmed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "must be a number with a unit, in %s for example: '%s'", kind.symbol(), text));
        }
        final String symbol = fold(matcher.group(2));
        if (symbol.isEmpty()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "must have a unit, %s for example: '%s'", kind.symbol(), text));
        }
        final Unit<?> unit = UnitSymbols.ALL.get(symbol);
        if (unit == null) {
            throw new IllegalArgumentException(
                    "unknown unit '" + matcher.group(2) + "'" + NearestName.hint(symbol, symbolsOf(kind)));
        }
        if (!unit.isCompatible(si(kind))) {
            throw new IllegalArgumentException(trimmed + " is " + labelOf(unit) + ", " + kind.symbol() + " expected");
        }
        return toSi(number(matcher.group(1), trimmed), unit, si(kind), trimmed);
    }

    /**
     * Parses a number without a unit.
     *
     * @param text decimal number
     * @return the value, finite
     * @throws IllegalArgumentException if the text is no number, or the value not finite; the message gives rule and text
     */
    public static double parseNumber(String text) {
        final String trimmed = text.strip();
        requireNotSpecial(trimmed);
        final Matcher matcher = QUANTITY.matcher(trimmed);
        if (!matcher.matches() || !matcher.group(2).isEmpty()) {
            throw new IllegalArgumentException("must be a number: '" + text + "'");
        }
        return rounded(number(trimmed, trimmed), trimmed);
    }

    /**
     * Lists the known unit symbols of a kind.
     *
     * @param kind what the units measure
     * @return symbols, micro as {@code u}
     */
    public static List<String> symbolsOf(QuantityKind kind) {
        return UnitSymbols.ALL.entrySet().stream()
                .filter(e -> e.getValue().isCompatible(si(kind)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void requireNotSpecial(String text) {
        if (NOT_FINITE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be finite: " + text);
        }
    }

    private static String fold(String symbol) {
        return symbol.replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace("\u00b2", "^2")
                .replace("\u207b\u00b3", "^-3")
                .replace("\u00b3", "^3")
                .replace(" ", "");
    }

    private static Unit<?> si(QuantityKind kind) {
        return Objects.requireNonNull(UnitSymbols.ALL.get(kind.symbol()));
    }

    private static String labelOf(Unit<?> unit) {
        for (final QuantityKind kind : QuantityKind.values()) {
            if (unit.isCompatible(si(kind))) {
                return kind.label();
            }
        }
        throw new IllegalStateException("unit of no kind: " + unit);
    }

    /** Checks the magnitude before the decimal is made: {@code 1e999999999} would need a gigabyte. */
    private static BigDecimal number(String digits, String text) {
        final double magnitude = Math.abs(Double.parseDouble(digits));
        if (magnitude == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("must be finite: " + text);
        }
        final String mantissa = digits.split("[eE]", -1)[0];
        if (magnitude == 0) {
            if (mantissa.matches(".*[1-9].*")) {
                throw new IllegalArgumentException("too small for a number: " + text);
            }
            return BigDecimal.ZERO;
        }
        return new BigDecimal(digits);
    }

    private static double toSi(BigDecimal number, Unit<?> unit, Unit<?> si, String text) {
        try {
            final Number converted = unit.getConverterToAny(si).convert(number);
            return rounded(exact(converted), text);
        } catch (IncommensurableException | UnconvertibleException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** The library returns the narrowest exact type. */
    private static BigDecimal exact(Number number) {
        if (number instanceof RationalNumber ratio) {
            return new BigDecimal(ratio.getDividend())
                    .divide(new BigDecimal(ratio.getDivisor()), MathContext.DECIMAL128);
        }
        return new BigDecimal(number.toString());
    }

    private static double rounded(BigDecimal number, String text) {
        final double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("must be finite: " + text);
        }
        if (value == 0 && number.signum() != 0) {
            throw new IllegalArgumentException("too small for a number: " + text);
        }
        return value;
    }
}
