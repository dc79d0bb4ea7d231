package org.npp.cait.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Origin;
import org.npp.core.exact.FrontInversion;

/** Diffusivities from the shape of the front, where it is resolved. */
final class FrontPoints {
    /** Error of the front's inversion where D_1 is at most this times D_2. */
    private static final double ERROR = 0.1;

    private static final double RATIO = 10;

    /** Width of a resolution over that of the front, up to which the front is resolved. */
    private static final double RESOLVED = 0.1;

    private static final int LEAST_POINTS = 5;

    private final ReplacementCase replacement;
    private final NativeProfile profile;
    private final OptionalDouble resolution;

    FrontPoints(ReplacementCase replacement, NativeProfile profile, OptionalDouble resolution) {
        this.replacement = replacement;
        this.profile = profile;
        this.resolution = resolution;
    }

    /** Diffusivities above the last one of the fan; why there are none is added to the warnings. */
    List<Diffusivity> above(Diffusivity last, List<String> warnings) {
        final double tenToNinety = 2 * Math.log(9) * replacement.diffusionLength();
        if (resolution.isEmpty() || resolution.getAsDouble() > tenToNinety * RESOLVED) {
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
        final double[] c = profile.fractions();
        final int[] used = IntStream.range(0, x.length)
                .filter(k -> x[k] > profile.frontDepth() - 3 * tenToNinety && c[k] > 0 && c[k] < 0.999)
                .toArray();
        if (used.length < LEAST_POINTS) {
            warnings.add("The front was not inverted: it has " + used.length + " points.");
            return List.of();
        }
        return above(last, used, values(used));
    }

    private double[] values(int[] used) {
        return FrontInversion.nativeDiffusivity(
                Arrays.stream(used).mapToDouble(k -> profile.depths()[k]).toArray(),
                Arrays.stream(used).mapToDouble(k -> 1 - profile.fractions()[k]).toArray(),
                replacement.foreignDiffusivity(),
                replacement.velocity(),
                replacement.velocity() * profile.frontDepth() / replacement.vt());
    }

    private List<Diffusivity> above(Diffusivity last, int[] used, double[] values) {
        final List<Diffusivity> found = new ArrayList<>();
        Diffusivity before = last;
        for (int i = 0; i < used.length; i++) {
            final double c = profile.fractions()[used[i]];
            final double value = values[i];
            final boolean known = value <= RATIO * replacement.foreignDiffusivity();
            if (known && c > 1.3 * last.fraction() && c > 1.01 * before.fraction() && value > before.value()) {
                before = new Diffusivity(c, value, value * (1 - ERROR), value * (1 + ERROR), Double.NaN, Origin.FRONT);
                found.add(before);
            }
        }
        return found;
    }
}
