package org.npp.cait.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.npp.cait.CaitCase;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Sites;
import org.npp.cait.measure.MeasuredProfile;

/**
 * Inverts a measured profile: \( D_1(n) \) of the native ion from the profile behind the front and, where it is resolved,
 * from the front.
 *
 * <p><strong>Behind the front</strong> the native ion's balance, diffusion included, is solved for
 * \( \ln D_1 \), a quadratic in \( \ln n \), on the profile smoothed by generalised cross-validation. What the uncorrected
 * formula of the drift limit ({@link org.npp.core.exact.RarefactionInversion}) gives is kept beside it.
 * <strong>The front</strong> is inverted by {@link org.npp.core.exact.FrontInversion} only if its depth resolution is known
 * and at most a tenth of its width, and only where \( D_1 \lt 10 D_2 \).
 *
 * <p><strong>Valid for</strong> one foreign ion of constant, known diffusivity \( D_2 \) that replaces one native ion of the
 * same charge at a given current; depths from \( 5 D_2/v \) and two widths of the depth resolution to
 * \( 6 D_2/v \) (at least 2 nm) and 1.5 widths before the front; a distribution without structure between these
 * compositions. <strong>Accuracy.</strong> The method's own error is bounded by
 * {@link InvertedProfile#methodError}: behind a front at 100 nm and a foot of some per cent it is 2 % at
 * \( D_2/v \) = 0.1 nm, 4 % at 0.6 and 14 % at 4 nm, where diffusion spoils it. Depths where it is within 10 % are declared
 * valid. The bands hold it and, from 200 replicas of the noise, the scatter ({@code DirectInversionTest},
 * {@code DirectInversionReferenceTest}). <strong>Threading.</strong> Thread-safe.
 */
public final class DirectInversion {
    /** Difference of doses that is worth a word. */
    private static final double DOSE_TOLERANCE = 0.05;

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
        final NativeProfile profile = NativeProfile.of(measured, replacement.nativeIon(), replacement.foreignIon());
        return new DirectInversion(replacement, profile, resolution).run();
    }

    private InvertedProfile run() {
        final FanRange range = FanRange.of(profile, replacement.diffusionLength(), resolution.orElse(0));
        final NativeProfile behind = range.behind();
        final ProfileSmoother smoother = range.smoother();
        final double[] coefficients = smoother.coefficients(behind.fractions());
        final FanCurve curve = FanCurve.of(smoother, coefficients, range);
        if (!curve.rises()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "fraction of %s must be positive and rise with depth behind the front, from %.3g to %.3g nm, after"
                            + " smoothing",
                    replacement.nativeIon(),
                    range.from() * 1e9,
                    range.to() * 1e9));
        }
        final MethodError method = new MethodError(
                replacement.diffusionLength(),
                profile.frontDepth(),
                curve.c()[curve.c().length - 1],
                behind.depths()[1] - behind.depths()[0]);
        final FanReplicas replicas = FanReplicas.of(smoother, coefficients, range, replacement);
        final FanInversion fan = new FanInversion(replacement, curve, replicas, method);
        fan.run(range.toldFrom());
        tell(range, method, replicas);
        final List<Diffusivity> all = new ArrayList<>(fan.diffusivities());
        final List<Sites> sites = new ArrayList<>(fan.sites());
        all.addAll(new FrontPoints(replacement, profile, resolution).above(all.get(all.size() - 1), warnings));
        BulkBridge.add(replacement, all, sites, warnings);
        return new InvertedProfile(
                replacement.nativeIon(),
                replacement.foreignIon(),
                replacement.temperature(),
                replacement.bulkDensity(),
                replacement.bulkDiffusivity(),
                replacement.foreignDiffusivity(),
                replacement.vt(),
                profile.foreignContent(),
                method,
                range.toldFrom(),
                range.to(),
                smoother.effectiveParameters(),
                smoother.noise(behind.depths(), behind.fractions(), behind.sigmas()),
                all,
                sites,
                Arrays.stream(curve.x()).boxed().toList(),
                Arrays.stream(curve.c()).boxed().toList(),
                warnings);
    }

    private void tell(FanRange range, MethodError method, FanReplicas replicas) {
        if (!(method.declaredFrom() < range.to())) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "Diffusion spoils the inversion: over D_2/v = %.2g nm, D may be wrong by up to %.0f %% at %.0f nm and by"
                            + " %.0f %% at %.0f nm, the deepest told. At no depth is it sure to be within 10 %%, so no range"
                            + " is declared valid; the bands hold this error. A fit has no such error.",
                    replacement.diffusionLength() * 1e9,
                    100 * method.at(range.toldFrom()),
                    range.toldFrom() * 1e9,
                    100 * method.at(range.to()),
                    range.to() * 1e9));
        }
        if (replicas.scarce()) {
            warnings.add(
                    "The noise is so large that most replicas of the profile do not rise behind the front: the band is"
                            + " too narrow.");
        }
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
}
