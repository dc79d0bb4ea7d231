package org.npp.onsager.profile;

import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Codata;

/**
 * What a profile makes of current and of concentrations: ohmic and diffusion voltage. Between two depths mobilities
 * \( (Lz)_i/n_i \) are their mean and densities linear.
 */
final class VoltageDrop {
    /** No instances. */
    private VoltageDrop() {}

    /** Potential in which no current flows, at each depth, of densities n[ion][depth] [V]. */
    static double[] diffusion(double[][] n, LocalCoefficients[] coefficients, double temperature) {
        final double[] potential = new double[coefficients.length];
        final double thermalVoltage = Codata.BOLTZMANN * temperature / Codata.ELEMENTARY_CHARGE;
        for (int k = 1; k < potential.length; k++) {
            double diffusing = 0;
            double left = 0;
            double right = 0;
            for (int i = 0; i < n.length; i++) {
                final double mobility = mobility(n[i], coefficients, i, k);
                final int charge = coefficients[k].matrix().chargeNumber(i);
                diffusing += mobility * (n[i][k] - n[i][k - 1]);
                left += charge * mobility * n[i][k - 1];
                right += charge * mobility * n[i][k];
            }
            potential[k] = potential[k - 1] - thermalVoltage * diffusing * inverseMean(left, right);
        }
        return potential;
    }

    /** Integral of 1/sigma over depth [&Omega; m&sup2;], infinite where somewhere nothing conducts. */
    static double resistance(double[] x, LocalCoefficients[] coefficients) {
        double resistance = 0;
        for (int k = 1; k < x.length; k++) {
            final double inverse = inverseMean(
                    coefficients[k - 1].matrix().conductivity(),
                    coefficients[k].matrix().conductivity());
            resistance += Double.isNaN(inverse) ? Double.POSITIVE_INFINITY : (x[k] - x[k - 1]) * inverse;
        }
        return resistance;
    }

    /** Mean of \( (Lz)_i / n_i \) over the two ends of the interval before node k; of the one where the ion is. */
    private static double mobility(double[] density, LocalCoefficients[] coefficients, int ion, int k) {
        double sum = 0;
        int present = 0;
        for (int end = k - 1; end <= k; end++) {
            if (density[end] > 0) {
                final OnsagerMatrix l = coefficients[end].matrix();
                double flow = 0;
                for (int j = 0; j < l.size(); j++) {
                    flow += l.entry(ion, j) * l.chargeNumber(j);
                }
                sum += flow / density[end];
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
