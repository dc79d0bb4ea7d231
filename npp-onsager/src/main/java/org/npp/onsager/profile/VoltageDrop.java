package org.npp.onsager.profile;

import org.npp.onsager.internal.Codata;

/**
 * What a profile makes of current and of concentrations: ohmic and diffusion voltage. Between two depths mobilities
 * \( (Lz)_i/n_i \) are their mean and densities linear.
 */
final class VoltageDrop {
    /** No instances. */
    private VoltageDrop() {}

    /** {@link OnsagerProfile#diffusionPotential}. */
    static double[] diffusion(OnsagerProfile profile) {
        final double[] potential = new double[profile.nodes()];
        final double thermalVoltage = Codata.BOLTZMANN * profile.temperature() / Codata.ELEMENTARY_CHARGE;
        for (int k = 1; k < potential.length; k++) {
            double diffusing = 0;
            double left = 0;
            double right = 0;
            for (int i = 0; i < profile.ions(); i++) {
                final double mobility = mobility(profile, i, k);
                final double[] n = profile.densityOf(i);
                final int charge = profile.matrix(k).chargeNumber(i);
                diffusing += mobility * (n[k] - n[k - 1]);
                left += charge * mobility * n[k - 1];
                right += charge * mobility * n[k];
            }
            potential[k] = potential[k - 1] - thermalVoltage * diffusing * inverseMean(left, right);
        }
        return potential;
    }

    /** {@link OnsagerProfile#resistance}. */
    static double resistance(OnsagerProfile profile) {
        double resistance = 0;
        for (int k = 1; k < profile.nodes(); k++) {
            final double inverse = inverseMean(profile.conductivity(k - 1), profile.conductivity(k));
            resistance += Double.isNaN(inverse)
                    ? Double.POSITIVE_INFINITY
                    : (profile.depth(k) - profile.depth(k - 1)) * inverse;
        }
        return resistance;
    }

    /** Mean of \( (Lz)_i / n_i \) over the two ends of the interval before node k; of the one where the ion is. */
    private static double mobility(OnsagerProfile profile, int ion, int k) {
        double sum = 0;
        int present = 0;
        for (int end = k - 1; end <= k; end++) {
            final double density = profile.densityOf(ion)[end];
            if (density > 0) {
                double flow = 0;
                for (int j = 0; j < profile.ions(); j++) {
                    flow += profile.matrix(end).entry(ion, j)
                            * profile.matrix(end).chargeNumber(j);
                }
                sum += flow / density;
                present++;
            }
        }
        return present > 0 ? sum / present : 0;
    }

    /** Mean of 1/s while s goes from one value to another on a straight line, \( \ln(b/a)/(b - a) \). */
    private static double inverseMean(double a, double b) {
        if (!(a > 0 && b > 0)) {
            return Double.NaN;
        }
        final double change = (b - a) / a;
        return change == 0 ? 1 / a : Math.log1p(change) / change / a;
    }
}
