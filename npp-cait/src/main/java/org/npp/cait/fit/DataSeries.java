package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.npp.cait.measure.MeasuredHistory;
import org.npp.cait.measure.MeasuredProfile;

/**
 * Values of one quantity that were measured in an experiment, and what is known about their errors.
 *
 * <p>With standard errors \( \sigma \) the residual of a model value \( m \) is \( (m - y)/\sigma \), and \( m - y \) where
 * they are not known. Of counts, \( n \) found where the model expects \( \mu \), it is the signed root of the deviance,
 * \[ r = \mathrm{sgn}(\mu - n)\,\sqrt{2\,[\mu - n + n \ln(n/\mu)]}, \]
 * whose least squares are the greatest likelihood of Poisson's distribution: errors \( \sqrt{n} \) taken from the data
 * themselves would pull every fit down, by about one count per channel.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 */
public final class DataSeries {
    /** Least expected count: what is expected below it is as good as none. */
    private static final double LEAST_EXPECTED = 1e-3;

    /** Relative distance of expected and found counts below which the deviance is a square. */
    private static final double NEAR = 1e-4;

    private final Quantity quantity;
    private final String name;
    private final double[] places;
    private final double[] values;

    /** Empty where they are not known. */
    private final double[] errors;

    /** Counts at value 1; 0 where nothing was counted. */
    private final double counts;

    private DataSeries(
            Quantity quantity, String name, double[] places, double[] values, double[] errors, double counts) {
        this.quantity = quantity;
        this.name = name;
        this.places = places;
        this.values = values;
        this.errors = errors;
        this.counts = counts;
    }

    /** What was measured. */
    public enum Quantity {
        /** Fraction of an ion [1] against depth [m], at the end of the last stage. */
        FRACTION("1"),
        /** Current density [A/m&sup2;] against time [s]. */
        CURRENT_DENSITY("A/m^2"),
        /** Potential of the surface [V] against time [s]. */
        SURFACE_POTENTIAL("V"),
        /** Charge that has flowed at the end [C/m&sup2;]. */
        DOSE("C/m^2");

        private final String unit;

        Quantity(String unit) {
            this.unit = unit;
        }

        /**
         * Returns the unit.
         *
         * @return symbol of the SI unit
         */
        public String unit() {
            return unit;
        }
    }

    /**
     * Returns the series of a measured profile, one per ion.
     *
     * @param profile the profile
     * @param counts counts at bulk density, \( \gt 0 \): fractions are counts over this, and errors in the profile are not
     *     used; empty if it was not counted
     * @return one series per ion, in the order of the profile
     * @throws IllegalArgumentException if a count is negative or {@code counts} not positive
     */
    public static List<DataSeries> of(MeasuredProfile profile, OptionalDouble counts) {
        final List<DataSeries> all = new ArrayList<>();
        for (int i = 0; i < profile.ions().size(); i++) {
            final String ion = profile.ions().get(i);
            if (counts.isPresent()) {
                all.add(ofCounts(ion, profile.depths(), profile.fractions(i), counts.getAsDouble()));
            } else {
                all.add(new DataSeries(
                        Quantity.FRACTION, ion, profile.depths(), profile.fractions(i), profile.sigmas(i), 0));
            }
        }
        return all;
    }

    private static DataSeries ofCounts(String ion, double[] depths, double[] fractions, double counts) {
        if (!(counts > 0 && counts < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "counts must be finite and > 0: %s", counts));
        }
        for (int k = 0; k < fractions.length; k++) {
            if (!(fractions[k] >= 0)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "%s: a count can't be negative: fraction %s at %s m",
                        ion,
                        fractions[k],
                        depths[k]));
            }
        }
        return new DataSeries(Quantity.FRACTION, ion, depths, fractions, new double[0], counts);
    }

    /**
     * Returns the series of a history.
     *
     * @param quantity current density or surface potential
     * @param history what was measured
     * @return the series
     * @throws IllegalArgumentException if the quantity is none that has a history
     */
    public static DataSeries of(Quantity quantity, MeasuredHistory history) {
        final String name = quantity.name().toLowerCase(Locale.ROOT);
        if (quantity != Quantity.CURRENT_DENSITY && quantity != Quantity.SURFACE_POTENTIAL) {
            throw new IllegalArgumentException("a history is of a current density or surface potential: " + name);
        }
        return new DataSeries(quantity, name, history.times(), history.values(), history.errors(), 0);
    }

    /**
     * Creates the series of one dose.
     *
     * @param value charge that has flowed [C/m&sup2;], finite
     * @param error its standard error [C/m&sup2;], finite, \( \gt 0 \)
     * @return the series
     * @throws IllegalArgumentException if a rule is broken
     */
    public static DataSeries dose(double value, double error) {
        require(Math.abs(value) < Double.POSITIVE_INFINITY, "dose must be finite", value);
        require(error > 0 && error < Double.POSITIVE_INFINITY, "error of the dose must be finite and > 0", error);
        return new DataSeries(Quantity.DOSE, "dose", new double[] {0}, new double[] {value}, new double[] {error}, 0);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }

    /**
     * Returns what was measured.
     *
     * @return quantity
     */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * Returns the name of the ion, or of the quantity.
     *
     * @return name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the number of values.
     *
     * @return number, at least one
     */
    public int size() {
        return places.length;
    }

    /**
     * Returns where or when a value was measured.
     *
     * @param k index
     * @return depth [m] or time [s]; 0 for a dose
     */
    public double place(int k) {
        return places[k];
    }

    double[] places() {
        return places.clone();
    }

    /**
     * Returns a value.
     *
     * @param k index
     * @return value [SI]
     */
    public double value(int k) {
        return values[k];
    }

    /**
     * Tells whether errors are known.
     *
     * @return whether they are given or those of counts
     */
    public boolean hasErrors() {
        return counts > 0 || errors.length > 0;
    }

    /**
     * Tells whether the values are counts.
     *
     * @return whether they are
     */
    public boolean isCounted() {
        return counts > 0;
    }

    /**
     * Returns the standard error of a value.
     *
     * @param k index
     * @return standard error [SI]; of a count the one it has itself, of at least one count; 1 if it is not known
     */
    public double error(int k) {
        if (counts > 0) {
            return Math.sqrt(Math.max(1, values[k] * counts)) / counts;
        }
        return errors.length > 0 ? errors[k] : 1;
    }

    /**
     * Draws what might have been measured if the model were true.
     *
     * @param model model values
     * @param offset index of the first one
     * @param scatter standard error where none is known
     * @param random source
     * @return the series with other values
     */
    DataSeries drawn(double[] model, int offset, double scatter, UniformRandomProvider random) {
        final ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        final double[] other = new double[values.length];
        for (int k = 0; k < other.length; k++) {
            final double mean = model[offset + k];
            if (counts > 0) {
                final double expected = mean * counts;
                other[k] = expected > 0 ? PoissonSampler.of(random, expected).sample() / counts : 0;
            } else {
                other[k] = mean + (hasErrors() ? errors[k] : scatter) * normal.sample();
            }
        }
        return new DataSeries(quantity, name, places, other, errors, counts);
    }

    /** Residual of a model value. */
    double residual(int k, double model) {
        if (counts == 0) {
            return (model - values[k]) / error(k);
        }
        final double found = values[k] * counts;
        final double expected = Math.max(LEAST_EXPECTED, model * counts);
        final double off = expected - found;
        if (Math.abs(off) <= NEAR * expected) {
            return off / Math.sqrt(expected);
        }
        final double deviance = off + (found > 0 ? found * Math.log(found / expected) : 0);
        return Math.copySign(Math.sqrt(2 * Math.max(0, deviance)), off);
    }

    /** Derivative of the residual to the model value. */
    double slope(int k, double model) {
        if (counts == 0) {
            return 1 / error(k);
        }
        final double expected = model * counts;
        if (!(expected > LEAST_EXPECTED)) {
            return 0;
        }
        final double off = expected - values[k] * counts;
        return Math.abs(off) <= NEAR * expected
                ? counts / Math.sqrt(expected)
                : counts * off / (expected * residual(k, model));
    }
}
