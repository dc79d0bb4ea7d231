package org.npp.cait.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people: rounded, with a true minus sign, and a power of ten where zeros would have to be counted. */
public final class NumberText {
    /** Superscript digits by value. */
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    /** The least power of ten written plainly. */
    private static final int LEAST_PLAIN = -3;

    /** The greatest power of ten written plainly. */
    private static final int GREATEST_PLAIN = 5;

    /** No instances. */
    private NumberText() {}

    /**
     * Writes a number with so many significant digits, trailing zeros dropped.
     *
     * @param value the number
     * @param digits significant digits, \( \ge 1 \)
     * @return for example {@code 0.0123}, {@code −45.2} or {@code 1.13×10⁻³}
     */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221e" : "\u2212\u221e";
        }
        final BigDecimal rounded =
                BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        final int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= LEAST_PLAIN && exponent <= GREATEST_PLAIN) {
            return minus(rounded.toPlainString());
        }
        final BigDecimal mantissa = rounded.movePointLeft(exponent);
        if (mantissa.compareTo(BigDecimal.ONE) == 0) {
            return powerOfTen(exponent);
        }
        return minus(mantissa.toPlainString()) + "\u00d7" + powerOfTen(exponent);
    }

    /**
     * Writes a number with so many significant digits, zeros too, without a power of ten.
     *
     * @param value the number, finite
     * @param digits significant digits, \( \ge 1 \)
     * @return for example {@code 105.0}
     */
    public static String precise(double value, int digits) {
        final BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
        final int missing = digits - rounded.precision();
        return minus(rounded.setScale(Math.max(0, rounded.scale() + missing)).toPlainString());
    }

    /**
     * Writes a power of ten.
     *
     * @param exponent the exponent
     * @return for example {@code 10⁻²¹}
     */
    public static String powerOfTen(int exponent) {
        final StringBuilder text = new StringBuilder("10");
        for (final char c : Integer.toString(exponent).toCharArray()) {
            text.append(c == '-' ? '\u207b' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return text.toString();
    }

    /** The number with a minus sign instead of a hyphen. */
    static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
