package org.npp.cait.inversion;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.npp.cait.CaitCase;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Origin;
import org.npp.cait.inversion.InvertedProfile.Sites;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.core.exact.FrontInversion;
import org.npp.sed.EstimatedSed;
import org.npp.sed.InvertedDiffusivity;
import org.npp.sed.MeasuredDiffusivity;
import org.npp.sed.SmoothingRule;

/**
 * Inverts a measured profile: \( D_1(n) \) of the native ion from the profile behind the front and, where it is resolved,
 * from the front.
 *
 * <p><strong>Behind the front</strong> the native ion's balance, diffusion included, is solved for
 * \( \ln D_1 \), a quadratic in \( \ln n \), on the profile smoothed by generalised cross-validation. What the uncorrected
 * formula of the drift limit ({@link org.npp.core.exact.RarefactionInversion}) gives is kept beside it.
 * <strong>The front</strong> is inverted by {@link FrontInversion} only if its depth resolution is known and at most a
 * tenth of its width, and only where \( D_1 \lt 10 D_2 \).
 *
 * <p><strong>Valid for</strong> one foreign ion of constant, known diffusivity \( D_2 \) that replaces one native ion of the
 * same charge at a given current; depths from \( 5 D_2/v \) and two widths of the depth resolution to
 * \( 6 D_2/v \) (at least 2 nm) and 1.5 widths before the front; a distribution without structure between these
 * compositions. <strong>Accuracy.</strong> On profiles of the full equations behind a front at 100 nm, over this range,
 * \( D_1/D_2 \) is within 1 % at \( D_2/v \) = 0.1 nm, 3.5 % at 0.6 and 12 % at 4 nm
 * ({@code DirectInversionReferenceTest}); the band holds this and, from 200 replicas of the noise, the scatter.
 * <strong>Threading.</strong> Thread-safe.
 */
public final class DirectInversion {
    /** Places of the grid behind the front. */
    private static final int GRID = 160;

    /** Places that are told, behind the front and beyond it. */
    private static final int PLACES = 40;

    private static final int REPLICAS = 200;
    private static final long SEED = 20240607;

    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double NORMAL_95 = 1.959963984540054;

    /** Least number of points behind the front. */
    private static final int LEAST_POINTS = 8;

    /** Error of the front's inversion where D_1 is at most this times D_2. */
    private static final double FRONT_ERROR = 0.1;

    private static final double FRONT_RATIO = 10;

    /** Difference of doses that is worth a word. */
    private static final double DOSE_TOLERANCE = 0.05;

    /** Relative error given to the bulk diffusivity of the case for the interpolation. */
    private static final double BULK_ERROR = 0.05;

    private final ReplacementCase replacement;
    private final NativeProfile profile;
    private final OptionalDouble resolution;
    private final List<String> warnings = new ArrayList<>();

    private DirectInversion(ReplacementCase replacement, NativeProfile profile, OptionalDouble resolution) {
        this.replacement = replacement;
        this.profile = profile;
        this.resolution = resolution;
    }

    /**
     * Inverts a profile.
     *
     * @param experiment the case: current, duration, bulk density and diffusivities of the foreign ion and of the bulk
     * @param measured the profile
     * @param resolution full width at half maximum of the depth resolution [m], \( \ge 0 \); empty if it is not known
     * @return the diffusivities and sites
     * @throws IllegalArgumentException if case or profile are not of the kind that can be inverted; the message tells why
     */
    public static InvertedProfile invert(CaitCase experiment, MeasuredProfile measured, OptionalDouble resolution) {
        final ReplacementCase replacement = ReplacementCase.of(experiment);
        return new DirectInversion(
                        replacement,
                        NativeProfile.of(measured, replacement.nativeIon(), replacement.foreignIon()),
                        resolution)
                .run();
    }

    private InvertedProfile run() {
        final double width = replacement.diffusionLength();
        final double blur = resolution.orElse(0);
        final double front = profile.frontDepth();
        final double to = front - Math.max(6 * width, 2e-9) - 1.5 * blur;
        final NativeProfile behind = profile.upTo(to);
        final int points = behind.depths().length;
        if (!(to > 0 && points >= LEAST_POINTS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "profile must have at least %d points between surface and %.3g nm, where the front at %.4g nm begins"
                            + " (D_2/v = %.3g nm): %d",
                    LEAST_POINTS,
                    to * 1e9,
                    front * 1e9,
                    width * 1e9,
                    points));
        }
        final double first = behind.depths()[0];
        final double from = Math.max(Math.max(2 * width, blur), Math.max(first, 0.5e-9));
        final double validFrom = Math.max(Math.max(5 * width, 2 * blur), from);
        if (!(validFrom < 0.8 * to)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "diffusion leaves no range to invert: from %.3g nm (5 D_2/v, two widths of the resolution) to %.3g nm",
                    validFrom * 1e9,
                    to * 1e9));
        }
        final ProfileSmoother smoother = ProfileSmoother.of(
                behind.depths(),
                behind.fractions(),
                behind.sigmas(),
                Math.max(Math.max(width, blur), behind.depths()[1] - first),
                to);
        final double[] coefficients = smoother.coefficients(behind.fractions());
        final Curve curve = curve(smoother, coefficients, from, to);
        if (!curve.rises()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "fraction of %s must be positive and rise with depth behind the front, from %.3g to %.3g nm, after"
                            + " smoothing",
                    replacement.nativeIon(),
                    from * 1e9,
                    to * 1e9));
        }
        final FanFit fit = fit(curve);
        final double[] parameters = fit.parameters();
        final List<double[]> replicas = replicas(smoother, coefficients, behind, from, to);
        final List<Diffusivity> fan = new ArrayList<>();
        final List<Sites> sites = new ArrayList<>();
        invertFan(curve, fit, parameters, replicas, validFrom, fan, sites);
        checkDose();
        final List<Diffusivity> all = new ArrayList<>(fan);
        all.addAll(front(fan.get(fan.size() - 1)));
        interpolate(all, sites);
        return new InvertedProfile(
                replacement.nativeIon(),
                replacement.foreignIon(),
                replacement.temperature(),
                replacement.bulkDensity(),
                replacement.bulkDiffusivity(),
                replacement.foreignDiffusivity(),
                replacement.vt(),
                profile.foreignContent(),
                front,
                width,
                validFrom,
                to,
                smoother.effectiveParameters(),
                smoother.noise(behind.depths(), behind.fractions(), behind.sigmas()),
                all,
                sites,
                Arrays.stream(curve.x()).boxed().toList(),
                Arrays.stream(curve.c()).boxed().toList(),
                warnings);
    }

    /** Smoothed fractions at the places of the grid, and the content down to the first of them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never shown
    private record Curve(double[] x, double[] c, double before) {
        boolean rises() {
            boolean rises = c[0] > 0 && before > 0;
            for (int k = 1; k < c.length; k++) {
                rises &= c[k] > c[k - 1];
            }
            return rises && c[c.length - 1] < 1;
        }
    }

    private static Curve curve(ProfileSmoother smoother, double[] coefficients, double from, double to) {
        final double[] x = new double[GRID];
        final double[] c = new double[GRID];
        double before = 0;
        for (int k = 0; k < GRID; k++) {
            // equal in the logarithm, half way to equal
            final double t = k / (GRID - 1.0);
            x[k] = from * Math.pow(to / from, t) / 2 + (from + (to - from) * t) / 2;
            c[k] = smoother.value(coefficients, Math.min(x[k], to));
            before += Math.max(0, smoother.value(coefficients, from * (k + 0.5) / GRID)) * from / GRID;
        }
        return new Curve(x, c, before);
    }

    private FanFit fit(Curve curve) {
        return new FanFit(curve.x(), curve.c(), curve.before(), replacement.vt(), replacement.diffusionLength());
    }

    /** Curves of ln(D_1/D_2) and its exponent at the places told, for made-up noise on the smoothed profile. */
    private List<double[]> replicas(
            ProfileSmoother smoother, double[] coefficients, NativeProfile behind, double from, double to) {
        final double[] x = behind.depths();
        final double noise = smoother.noise(x, behind.fractions(), behind.sigmas());
        final RandomGenerator random = new Well19937c(SEED);
        final List<double[]> found = new ArrayList<>();
        final Curve centre = curve(smoother, coefficients, from, to);
        for (int r = 0; r < REPLICAS; r++) {
            final double[] y = new double[x.length];
            for (int k = 0; k < y.length; k++) {
                y[k] = smoother.value(coefficients, x[k]) + noise * behind.sigmas()[k] * random.nextGaussian();
            }
            final Curve curve = curve(smoother, smoother.coefficients(y), from, to);
            if (curve.rises()) {
                final FanFit fit = fit(curve);
                final double[] p = fit.parameters();
                final double[] values = new double[2 * GRID];
                for (int k = 0; k < GRID; k++) {
                    values[k] = fit.logarithm(p, centre.c()[k]);
                    values[GRID + k] = Math.log(Math.max(1e-3, fit.exponent(p, centre.c()[k])));
                }
                found.add(values);
            }
        }
        if (found.size() < REPLICAS / 2) {
            warnings.add(
                    "The noise is so large that most replicas of the profile do not rise behind the front: the band is"
                            + " too narrow.");
        }
        return found;
    }

    private static double deviation(List<double[]> replicas, int index) {
        double sum = 0;
        double squares = 0;
        for (final double[] r : replicas) {
            sum += r[index];
            squares += r[index] * r[index];
        }
        final int n = Math.max(2, replicas.size());
        return Math.sqrt(Math.max(0, (squares - sum * sum / n) / (n - 1)));
    }

    private void invertFan(
            Curve curve,
            FanFit fit,
            double[] p,
            List<double[]> replicas,
            double validFrom,
            List<Diffusivity> fan,
            List<Sites> sites) {
        final double d2 = replacement.foreignDiffusivity();
        final double bulk = replacement.bulkDensity();
        final double[] c = curve.c();
        // the slope needs a little room at the ends
        final InvertedDiffusivity inverted = InvertedDiffusivity.of(
                n -> d2 * Math.exp(fit.logarithm(p, n / bulk)), bulk, replacement.temperature(), 1e-6 * bulk, bulk);
        final double zero = Math.log(replacement.bulkDiffusivity())
                - Math.log(d2)
                - fit.logarithm(p, 1); // the fan's curve does not lead to the bulk
        double content = curve.before();
        int told = -1;
        for (int k = 0; k < GRID; k++) {
            content += k == 0 ? 0 : (c[k] + c[k - 1]) / 2 * (curve.x()[k] - curve.x()[k - 1]);
            final int place = (int) ((curve.x()[k] - validFrom) / (curve.x()[GRID - 1] - validFrom) * (PLACES - 1));
            if (curve.x()[k] < validFrom || place == told) {
                continue;
            }
            told = place;
            final double method = methodError(curve.x()[k]);
            final double margin = NORMAL_95 * deviation(replicas, k) + method;
            final double value = d2 * Math.exp(fit.logarithm(p, c[k]));
            final double f = (curve.x()[k] * c[k] - content) / replacement.vt();
            fan.add(new Diffusivity(
                    c[k],
                    value,
                    value * Math.exp(-margin),
                    value * Math.exp(margin),
                    d2 * f * (1 - c[k]) / (c[k] * (1 - f)),
                    Origin.FAN));
            if (fit.exponent(p, c[k]) > 0) {
                final double density = inverted.sitesPerEnergy(c[k] * bulk);
                final double spread = NORMAL_95 * deviation(replicas, GRID + k) + 2 * method;
                sites.add(new Sites(
                        c[k],
                        inverted.fermiEnergy(c[k] * bulk) - zero * kT(),
                        density,
                        density * Math.exp(-spread),
                        density * Math.exp(spread),
                        Origin.FAN));
            }
        }
    }

    private double kT() {
        return BOLTZMANN * replacement.temperature();
    }

    private double methodError(double depth) {
        return replacement.diffusionLength() * (4 / profile.frontDepth() + 0.8 / depth);
    }

    private void checkDose() {
        final double found = profile.foreignContent();
        final double vt = replacement.vt();
        if (!(Math.abs(found - vt) <= DOSE_TOLERANCE * vt)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The profile holds %.4g nm of %s, the case's dose is %.4g nm: depths, fractions or current are off, and"
                            + " the diffusivities with them.",
                    found * 1e9,
                    replacement.foreignIon(),
                    vt * 1e9));
        }
    }

    /** Diffusivities from the front, above those of the fan. */
    private List<Diffusivity> front(Diffusivity last) {
        final double tenToNinety = 2 * Math.log(9) * replacement.diffusionLength();
        if (resolution.isEmpty() || resolution.getAsDouble() > tenToNinety / 10) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The front was not inverted: diffusion makes it about %.2g nm wide, and the depth resolution is %s.",
                    tenToNinety * 1e9,
                    resolution.isEmpty()
                            ? "not stated"
                            : String.format(Locale.ROOT, "%.2g nm", resolution.getAsDouble() * 1e9)));
            return List.of();
        }
        final double[] x = profile.depths();
        final int[] used = IntStream.range(0, x.length)
                .filter(k -> x[k] > profile.frontDepth() - 3 * tenToNinety
                        && profile.fractions()[k] > 0
                        && profile.fractions()[k] < 0.999)
                .toArray();
        final List<Diffusivity> found = new ArrayList<>();
        if (used.length < 5) {
            warnings.add("The front was not inverted: it has " + used.length + " points.");
            return found;
        }
        final double[] value = FrontInversion.nativeDiffusivity(
                Arrays.stream(used).mapToDouble(k -> x[k]).toArray(),
                Arrays.stream(used).mapToDouble(k -> 1 - profile.fractions()[k]).toArray(),
                replacement.foreignDiffusivity(),
                replacement.velocity(),
                replacement.velocity() * profile.frontDepth() / replacement.vt());
        Diffusivity before = last;
        for (int i = 0; i < used.length; i++) {
            final double c = profile.fractions()[used[i]];
            final boolean known = value[i] <= FRONT_RATIO * replacement.foreignDiffusivity();
            if (known && c > 1.3 * last.fraction() && c > 1.01 * before.fraction() && value[i] > before.value()) {
                before = new Diffusivity(
                        c,
                        value[i],
                        value[i] * (1 - FRONT_ERROR),
                        value[i] * (1 + FRONT_ERROR),
                        Double.NaN,
                        Origin.FRONT);
                found.add(before);
            }
        }
        return found;
    }

    /** Adds what lies between the profile and the bulk, by the smoother of measured diffusivities, and the bulk. */
    private void interpolate(List<Diffusivity> known, List<Sites> sites) {
        final Diffusivity last = known.get(known.size() - 1);
        final Diffusivity bulk =
                new Diffusivity(1, replacement.bulkDiffusivity(), Double.NaN, Double.NaN, Double.NaN, Origin.CASE);
        if (!(bulk.value() > last.value() && last.fraction() < 0.95)) {
            warnings.add(
                    "The bulk diffusivity of the case is not above those of the profile: nothing is interpolated.");
            known.add(bulk);
            return;
        }
        final int n = known.size() + 1;
        final double[] density = new double[n];
        final double[] value = new double[n];
        final double[] error = new double[n];
        for (int k = 0; k < n - 1; k++) {
            final Diffusivity d = known.get(k);
            density[k] = d.fraction() * replacement.bulkDensity();
            value[k] = d.value();
            error[k] = Math.max(1e-3, Math.log(d.high() / d.low()) / (2 * NORMAL_95));
        }
        density[n - 1] = replacement.bulkDensity();
        value[n - 1] = bulk.value();
        error[n - 1] = BULK_ERROR;
        final EstimatedSed estimate = MeasuredDiffusivity.of(density, value, error)
                .estimate(replacement.bulkDensity(), replacement.temperature(), SmoothingRule.DISCREPANCY);
        for (int k = 1; k <= PLACES; k++) {
            final double fraction = last.fraction() * Math.pow(1 / last.fraction(), (double) k / (PLACES + 1));
            final double at = fraction * replacement.bulkDensity();
            final double sitesThere = estimate.sitesPerEnergy(at);
            final double spread = NORMAL_95 * estimate.sitesPerEnergyError(at);
            known.add(new Diffusivity(
                    fraction, estimate.diffusivity(at), Double.NaN, Double.NaN, Double.NaN, Origin.INTERPOLATED));
            sites.add(new Sites(
                    fraction,
                    estimate.fermiEnergy(at),
                    sitesThere,
                    sitesThere * Math.exp(-spread),
                    sitesThere * Math.exp(spread),
                    Origin.INTERPOLATED));
        }
        known.add(bulk);
    }
}
