package org.npp.sed;

import java.util.List;
import org.npp.sed.shape.BoxSed;
import org.npp.sed.shape.DensitySed;
import org.npp.sed.shape.ExponentialSed;
import org.npp.sed.shape.GaussianMixtureSed;
import org.npp.sed.shape.SkewNormalSed;
import org.npp.sed.shape.TableSed;

/** One shape of each kind with typical parameters, rebuilt from any others. */
enum SampleShape {
    GAUSSIAN,
    MIXTURE,
    SKEW_RIGHT,
    SKEW_LEFT,
    NEARLY_SYMMETRIC,
    BOX,
    EXPONENTIAL,
    TABLE,
    DENSITY;

    double[] parameters() {
        return switch (this) {
            case GAUSSIAN, BOX, EXPONENTIAL -> new double[] {1.5};
            case MIXTURE -> new double[] {2, -0.5, 1.2, 1, 1.5, 0.6};
            case SKEW_RIGHT -> new double[] {1.5, 0.6};
            case SKEW_LEFT -> new double[] {1.5, -0.8};
            case NEARLY_SYMMETRIC -> new double[] {1.5, 1e-4};
            case TABLE, DENSITY -> new double[0];
        };
    }

    SiteEnergyDistribution shape() {
        return of(parameters(), 1);
    }

    /** With parameters p, all energies times {@code unit}. */
    SiteEnergyDistribution of(double[] p, double unit) {
        return switch (this) {
            case GAUSSIAN -> GaussianSed.ofFwhm(p[0] * unit);
            case MIXTURE ->
                GaussianMixtureSed.of(List.of(
                        new GaussianMixtureSed.Component(p[0], p[1] * unit, p[2] * unit),
                        new GaussianMixtureSed.Component(p[3], p[4] * unit, p[5] * unit)));
            case SKEW_RIGHT, SKEW_LEFT, NEARLY_SYMMETRIC -> SkewNormalSed.of(p[0] * unit, p[1]);
            case BOX -> BoxSed.ofWidth(p[0] * unit);
            case EXPONENTIAL -> ExponentialSed.ofDecay(p[0] * unit);
            case TABLE ->
                TableSed.of(
                        new double[] {0, unit, 2 * unit, 2.5 * unit, 4 * unit, 5 * unit},
                        new double[] {0, 0.3, 1, 1, 0.2, 0.4});
            case DENSITY -> DensitySed.of(e -> 1 / (1 + (e / unit) * (e / unit)), -8 * unit, 5 * unit);
        };
    }
}
