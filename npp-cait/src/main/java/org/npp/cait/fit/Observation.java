package org.npp.cait.fit;

import java.util.Locale;
import org.npp.cait.measure.DepthResolution;

/**
 * What an instrument makes of a profile: it broadens it, and its scales of depth and intensity may be a little wrong.
 *
 * @param resolution what broadens the profile
 * @param depthScale true over measured depth [1], finite, \( \gt 0 \)
 * @param intensityScale measured over true fraction [1], finite, \( \gt 0 \)
 */
public record Observation(DepthResolution resolution, double depthScale, double intensityScale) {
    /**
     * Checks the scales.
     *
     * @param resolution what broadens the profile
     * @param depthScale true over measured depth [1], finite, \( \gt 0 \)
     * @param intensityScale measured over true fraction [1], finite, \( \gt 0 \)
     * @throws IllegalArgumentException if one breaks its rule
     */
    public Observation {
        requirePositive("depth_scale", depthScale);
        requirePositive("intensity_scale", intensityScale);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and > 0: %s", name, value));
        }
    }

    /**
     * Creates the observation of an instrument with true scales.
     *
     * @param resolution what broadens the profile
     * @return the observation
     */
    public static Observation of(DepthResolution resolution) {
        return new Observation(resolution, 1, 1);
    }

    /**
     * Observes a profile.
     *
     * @param nodes depths of the nodes [m], the first 0, strictly increasing. Not modified.
     * @param values values there, of any unit, as many. Not modified.
     * @param depths where the instrument says it measured [m], \( \ge 0 \). Not modified.
     * @return what it measures there
     */
    double[] apply(double[] nodes, double[] values, double[] depths) {
        final double[] seen = new double[depths.length];
        final double[] places = depths.clone();
        for (int k = 0; k < places.length; k++) {
            places[k] *= depthScale;
        }
        resolution.apply(nodes, values, places, seen);
        for (int k = 0; k < seen.length; k++) {
            seen[k] *= intensityScale;
        }
        return seen;
    }
}
