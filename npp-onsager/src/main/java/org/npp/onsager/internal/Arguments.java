package org.npp.onsager.internal;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/** The rules that arguments obey, and the words in which a violation is reported. */
public final class Arguments {

    /** No instances. */
    private Arguments() {}

    /**
     * Returns a value that is finite and above zero.
     *
     * @param name what it is
     * @param value the value
     * @param unit its unit
     * @return the value
     * @throws IllegalArgumentException if it is not
     */
    public static double positive(String name, double value, String unit) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw violation(name, "finite and > 0", value, unit);
    }

    /**
     * Returns a value that is finite and not below zero.
     *
     * @param name what it is
     * @param value the value
     * @param unit its unit
     * @return the value
     * @throws IllegalArgumentException if it is not
     */
    public static double nonNegative(String name, double value, String unit) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw violation(name, "finite and >= 0", value, unit);
    }

    /**
     * Returns a value that is finite.
     *
     * @param name what it is
     * @param value the value
     * @param unit its unit
     * @return the value
     * @throws IllegalArgumentException if it is not
     */
    public static double finite(String name, double value, String unit) {
        if (Math.abs(value) < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw violation(name, "finite", value, unit);
    }

    /**
     * Returns a charge number that is not zero.
     *
     * @param chargeNumber the charge number
     * @return the charge number
     * @throws IllegalArgumentException if it is zero
     */
    public static int charged(int chargeNumber) {
        if (chargeNumber == 0) {
            throw new IllegalArgumentException("chargeNumber must not be 0");
        }
        return chargeNumber;
    }

    /**
     * Returns {@code n} if an array has it as its length.
     *
     * @param name what it is
     * @param length its length
     * @param n number of ions
     * @return {@code n}
     * @throws IllegalArgumentException if they differ
     */
    public static int length(String name, int length, int n) {
        if (length == n) {
            return n;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must have one entry per ion: %d entries, %d ions", name, length, n));
    }

    /**
     * Throws unless a conversion gets as many inputs as it takes.
     *
     * @param values the inputs. Not modified.
     * @param count how many it takes
     * @throws IllegalArgumentException if their number differs
     */
    public static void inputs(double[] values, int count) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "values must have %d entries: %d", count, values.length));
        }
    }

    /**
     * Returns a copy of positive densities.
     *
     * @param densities \( n_i \) [1/m&sup3;]. Not modified.
     * @return the copy
     * @throws IllegalArgumentException if there is none, or one is not finite and above zero
     */
    public static double[] present(double[] densities) {
        atLeastOne("densities", densities.length);
        for (int i = 0; i < densities.length; i++) {
            positive("densities[" + i + "]", densities[i], "1/m^3");
        }
        return densities.clone();
    }

    /**
     * Returns a count that is not zero.
     *
     * @param name what it is
     * @param count the count
     * @return the count
     * @throws IllegalArgumentException if it is zero
     */
    public static int atLeastOne(String name, int count) {
        if (count == 0) {
            throw new IllegalArgumentException(name + " must have at least one entry");
        }
        return count;
    }

    /**
     * Returns a copy of a square matrix of finite entries.
     *
     * @param name what it is
     * @param matrix the matrix. Not modified.
     * @param n number of ions
     * @param unit unit of the entries
     * @return the copy
     * @throws IllegalArgumentException if it is not of that order, or an entry is not finite
     */
    public static DMatrixRMaj square(String name, DMatrixRMaj matrix, int n, String unit) {
        if (matrix.getNumRows() != n || matrix.getNumCols() != n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must be %d x %d: %d x %d", name, n, n, matrix.getNumRows(), matrix.getNumCols()));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                finite(entry(name, i, j), matrix.unsafe_get(i, j), unit);
            }
        }
        return new DMatrixRMaj(matrix);
    }

    /**
     * Returns the name of an entry.
     *
     * @param name name of the matrix
     * @param i row
     * @param j column
     * @return for example {@code L[0][1]}
     */
    public static String entry(String name, int i, int j) {
        return name + "[" + i + "][" + j + "]";
    }

    /**
     * Returns the exception that says which rule a value broke.
     *
     * @param name what it is
     * @param rule what it must be
     * @param value the value
     * @param unit its unit
     * @return the exception, to be thrown
     */
    public static IllegalArgumentException violation(String name, String rule, double value, String unit) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be %s: %s %s", name, rule, value, unit));
    }
}
