package org.npp.core.exact;

import java.util.Arrays;

/**
 * Points of a similarity solution and the interpolation between them; filled once, then only read.
 *
 * <p>Holds \( \eta \), \( Y = \int_0^\eta q\,d\eta \) and the scaled flux \( q \); \( q' \) follows from the
 * equation, so quintic Hermite interpolation of \( Y \) costs nothing more.
 */
final class SimilarityProfile {
    private final double ratio;
    private double[] eta = new double[256];
    private double[] integral = new double[256];
    private double[] flux = new double[256];
    private int size;

    private SimilarityProfile(double ratio) {
        this.ratio = ratio;
    }

    /** Starts a profile with its point at the surface. */
    static SimilarityProfile of(double ratio, double surfaceFlux) {
        final SimilarityProfile profile = new SimilarityProfile(ratio);
        profile.append(0, 0, surfaceFlux);
        return profile;
    }

    /** Adds the next point. */
    void append(double nextEta, double nextIntegral, double nextFlux) {
        if (size == eta.length) {
            eta = Arrays.copyOf(eta, 2 * size);
            integral = Arrays.copyOf(integral, 2 * size);
            flux = Arrays.copyOf(flux, 2 * size);
        }
        eta[size] = nextEta;
        integral[size] = nextIntegral;
        flux[size++] = nextFlux;
    }

    /** Returns the scaled flux through the surface. */
    double surfaceFlux() {
        return flux[0];
    }

    /** Returns the native fraction 1 - c. */
    double nativeFraction(double at) {
        final int found = Arrays.binarySearch(eta, 0, size, at);
        final int k = found >= 0 ? found : -found - 2;
        if (k >= size - 1) {
            return 1;
        }
        final double y = interpolated(k, at);
        final double exponent = (1 - ratio) * y;
        return Math.abs(exponent) < 1e-9 ? ratio * y * (1 + exponent / 2) : ratio * Math.expm1(exponent) / (1 - ratio);
    }

    private double interpolated(int k, double at) {
        final double h = eta[k + 1] - eta[k];
        final double s = (at - eta[k]) / h;
        final double step = integral[k + 1] - integral[k];
        final double v0 = h * flux[k];
        final double v1 = h * flux[k + 1];
        final double a0 = h * h * fluxSlope(k);
        final double a1 = h * h * fluxSlope(k + 1);
        double p = 6 * step - 3 * (v0 + v1) + (a1 - a0) / 2;
        p = -15 * step + 8 * v0 + 7 * v1 + 1.5 * a0 - a1 + s * p;
        p = 10 * step - 6 * v0 - 4 * v1 - 1.5 * a0 + a1 / 2 + s * p;
        p = a0 / 2 + s * p;
        p = v0 + s * p;
        return integral[k] + s * p;
    }

    private double fluxSlope(int k) {
        return -eta[k] / 2 * ratio * Math.exp((1 - ratio) * integral[k]) * flux[k];
    }
}
