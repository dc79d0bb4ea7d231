package org.npp.core;

/**
 * Weights of three levels at a time between the second and the third: a straight line between these two, and the part
 * that bends it into the parabola through all three, \( s (s - h_2) \) times the second divided difference.
 *
 * @param share way from the second level to the third, in (0, 1)
 * @param before weight of the bend for the step from the first level to the second
 * @param now weight of the bend for the step from the second level to the third
 */
record Blend(double share, double before, double now) {

    static Blend of(double[] times, int right, double time, boolean curved) {
        final double step = times[right] - times[right - 1];
        final double s = time - times[right - 1];
        if (!curved) {
            return new Blend(s / step, 0, 0);
        }
        final double stepBefore = times[right - 1] - times[right - 2];
        final double factor = s * (s - step) / (step + stepBefore);
        return new Blend(s / step, -factor / stepBefore, factor / step);
    }

    Blend withCurvature(double factor) {
        return new Blend(share, factor * before, factor * now);
    }

    double line(double second, double third) {
        return second + share * (third - second);
    }

    double bend(double first, double second, double third) {
        return before * (second - first) + now * (third - second);
    }

    double mix(double first, double second, double third) {
        return line(second, third) + bend(first, second, third);
    }

    /** Mixes three profiles into a new one. */
    double[] mix(double[][] profiles) {
        final double[] mixed = new double[profiles[2].length];
        for (int k = 0; k < mixed.length; k++) {
            mixed[k] = mix(profiles[0][k], profiles[1][k], profiles[2][k]);
        }
        return mixed;
    }
}
