package org.npp.cait.inversion;

import java.util.List;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Origin;
import org.npp.cait.inversion.InvertedProfile.Sites;
import org.npp.sed.EstimatedSed;
import org.npp.sed.MeasuredDiffusivity;
import org.npp.sed.SmoothingRule;

/** What lies between the profile and the bulk, by the smoother of measured diffusivities: a guess that is told as such. */
final class BulkBridge {
    /** Places that are told. */
    private static final int PLACES = 40;

    /** Relative error given to the bulk diffusivity of the case. */
    private static final double BULK_ERROR = 0.05;

    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double NORMAL_95 = 1.959963984540054;

    /** No instances. */
    private BulkBridge() {}

    /** Adds interpolated diffusivities and sites, and the bulk; why there are none is added to the warnings. */
    static void add(ReplacementCase replacement, List<Diffusivity> known, List<Sites> sites, List<String> warnings) {
        final Diffusivity last = known.get(known.size() - 1);
        final Diffusivity bulk =
                new Diffusivity(1, replacement.bulkDiffusivity(), Double.NaN, Double.NaN, Double.NaN, Origin.CASE);
        if (!(bulk.value() > last.value() && last.fraction() < 0.95)) {
            warnings.add(
                    "The bulk diffusivity of the case is not above those of the profile: nothing is interpolated.");
            known.add(bulk);
            return;
        }
        final EstimatedSed estimate = estimate(replacement, known, bulk);
        for (int k = 1; k <= PLACES; k++) {
            final double fraction = last.fraction() * Math.pow(1 / last.fraction(), (double) k / (PLACES + 1));
            final double at = fraction * replacement.bulkDensity();
            final double there = estimate.sitesPerEnergy(at);
            final double spread = NORMAL_95 * estimate.sitesPerEnergyError(at);
            known.add(new Diffusivity(
                    fraction, estimate.diffusivity(at), Double.NaN, Double.NaN, Double.NaN, Origin.INTERPOLATED));
            sites.add(new Sites(
                    fraction,
                    estimate.fermiEnergy(at),
                    there,
                    there * Math.exp(-spread),
                    there * Math.exp(spread),
                    Origin.INTERPOLATED));
        }
        known.add(bulk);
    }

    private static EstimatedSed estimate(ReplacementCase replacement, List<Diffusivity> known, Diffusivity bulk) {
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
        return MeasuredDiffusivity.of(density, value, error)
                .estimate(replacement.bulkDensity(), replacement.temperature(), SmoothingRule.DISCREPANCY);
    }
}
