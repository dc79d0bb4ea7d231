package org.npp.cait.inversion;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.inversion.InvertedProfile.Diffusivity;
import org.npp.cait.inversion.InvertedProfile.Origin;
import org.npp.cait.inversion.InvertedProfile.Sites;
import org.npp.sed.InvertedDiffusivity;

/** Diffusivities and sites of the compositions behind the front, with bands of noise and method. Not thread-safe. */
final class FanInversion {
    /** Places that are told. */
    private static final int PLACES = 40;

    private final ReplacementCase replacement;
    private final FanCurve curve;
    private final FanReplicas replicas;
    private final MethodError method;
    private final FanFit fit;
    private final double[] parameters;
    private final List<Diffusivity> diffusivities = new ArrayList<>();
    private final List<Sites> sites = new ArrayList<>();

    FanInversion(ReplacementCase replacement, FanCurve curve, FanReplicas replicas, MethodError method) {
        this.replacement = replacement;
        this.curve = curve;
        this.replicas = replicas;
        this.method = method;
        this.fit = curve.fit(replacement);
        this.parameters = fit.parameters();
    }

    /** Inverts from a depth on. */
    void run(double toldFrom) {
        final double[] x = curve.x();
        final double[] c = curve.c();
        final double bulk = replacement.bulkDensity();
        final InvertedDiffusivity inverted =
                InvertedDiffusivity.of(n -> diffusivity(n / bulk), bulk, replacement.temperature(), 1e-6 * bulk, bulk);
        // the fan's curve does not lead to the bulk
        final double zero =
                BOLTZMANN * replacement.temperature() * Math.log(replacement.bulkDiffusivity() / diffusivity(1));
        double content = curve.before();
        int told = -1;
        for (int k = 0; k < x.length; k++) {
            content += k == 0 ? 0 : (c[k] + c[k - 1]) / 2 * (x[k] - x[k - 1]);
            final int place = (int) ((x[k] - toldFrom) / (x[x.length - 1] - toldFrom) * (PLACES - 1));
            if (x[k] >= toldFrom && place != told) {
                told = place;
                diffusivities.add(diffusivity(k, content));
                if (fit.exponent(parameters, c[k]) > 0) {
                    sites.add(sites(k, inverted, zero));
                }
            }
        }
    }

    private double diffusivity(double c) {
        return replacement.foreignDiffusivity() * Math.exp(fit.logarithm(parameters, c));
    }

    private Diffusivity diffusivity(int k, double content) {
        final double c = curve.c()[k];
        final double margin = replicas.reach(k) + method.at(curve.x()[k]);
        final double value = diffusivity(c);
        final double f = (curve.x()[k] * c - content) / replacement.vt();
        return new Diffusivity(
                c,
                value,
                value * Math.exp(-margin),
                value * Math.exp(margin),
                replacement.foreignDiffusivity() * f * (1 - c) / (c * (1 - f)),
                Origin.FAN);
    }

    private Sites sites(int k, InvertedDiffusivity inverted, double zero) {
        final double n = curve.c()[k] * replacement.bulkDensity();
        final double density = inverted.sitesPerEnergy(n);
        final double spread = replicas.exponentReach(k) + 2 * method.at(curve.x()[k]);
        return new Sites(
                curve.c()[k],
                inverted.fermiEnergy(n) - zero,
                density,
                density * Math.exp(-spread),
                density * Math.exp(spread),
                Origin.FAN);
    }

    List<Diffusivity> diffusivities() {
        return diffusivities;
    }

    List<Sites> sites() {
        return sites;
    }
}
