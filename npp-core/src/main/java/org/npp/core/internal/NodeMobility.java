package org.npp.core.internal;

import org.npp.core.transport.MobilityLaw;

/**
 * A mobility law at one node, taken apart into what the fluxes need of it: the diffusivities of its diagonal and the
 * correlations, with their derivatives.
 *
 * <p>\[ D_i = \frac{kT L_{ii}}{n_i}, \qquad r_{ij} = \frac{L_{ij}}{\sqrt{L_{ii} L_{jj}}} \]
 *
 * <p>At \( n_i = 0 \) the diffusivity is the limit \( kT\,\partial L_{ii}/\partial n_i \), its derivatives are taken as 0,
 * and so are the ion's correlations. Not thread-safe; {@link #evaluate} allocates nothing.
 */
public final class NodeMobility {
    /** Differences of two equal numbers within this many of their roundings are 0. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    private final MobilityLaw law;
    private final double temperature;
    private final double thermalEnergy;
    private final int ions;
    private final double[] mobility;
    private final double[] byDensity;

    /** Square roots of the diagonal, 0 where the ion is absent or immobile. */
    private final double[] root;

    private double[] densities;

    private NodeMobility(MobilityLaw law, double temperature, double thermalEnergy, int ions) {
        this.law = law;
        this.temperature = temperature;
        this.thermalEnergy = thermalEnergy;
        this.ions = ions;
        mobility = new double[ions * ions];
        byDensity = new double[ions * ions * ions];
        root = new double[ions];
        densities = new double[ions];
    }

    /**
     * Creates the workspace of a law.
     *
     * @param law the law
     * @param model the model it belongs to
     * @return the workspace
     */
    public static NodeMobility of(MobilityLaw law, Model model) {
        return new NodeMobility(law, model.temperature(), model.thermalEnergy(), model.ionCount());
    }

    /**
     * Evaluates the law.
     *
     * @param at number densities [1/m&sup3;], read again by the accessors. Not modified.
     */
    public void evaluate(double[] at) {
        densities = at;
        law.linearize(at, temperature, mobility, byDensity);
        for (int i = 0; i < ions; i++) {
            root[i] = at[i] > 0 ? Math.sqrt(mobility[i * ions + i]) : 0;
        }
    }

    /**
     * Returns the diffusivity of an ion.
     *
     * @param ion ion
     * @return \( D_i \) [m&sup2;/s]
     */
    public double diffusivity(int ion) {
        final double n = densities[ion];
        return thermalEnergy * (n > 0 ? mobility[ion * ions + ion] / n : by(ion, ion, ion));
    }

    /**
     * Returns the derivative of a diffusivity to a density.
     *
     * @param ion ion
     * @param to ion of the density
     * @return derivative [m<sup>5</sup>/s]
     */
    double diffusivityBy(int ion, int to) {
        final double n = densities[ion];
        if (!(n > 0)) {
            return 0;
        }
        final double slope = by(ion, ion, to);
        if (to != ion) {
            return thermalEnergy * slope / n;
        }
        final double mean = mobility[ion * ions + ion] / n;
        final double difference = slope - mean;
        // the rounding of the mean would be a huge slope at a small density
        return Math.abs(difference) <= ROUNDING * mean ? 0 : thermalEnergy * difference / n;
    }

    /**
     * Returns a correlation.
     *
     * @param i ion
     * @param j another ion
     * @return \( r_{ij} \) [1]
     */
    double correlation(int i, int j) {
        return root[i] > 0 && root[j] > 0 ? mobility[i * ions + j] / root[i] / root[j] : 0;
    }

    /**
     * Returns the derivative of a correlation to a density.
     *
     * @param i ion
     * @param j another ion
     * @param to ion of the density
     * @return derivative [m&sup3;]
     */
    double correlationBy(int i, int j, int to) {
        if (!(root[i] > 0 && root[j] > 0)) {
            return 0;
        }
        final double ofDiagonal = by(i, i, to) / mobility[i * ions + i] + by(j, j, to) / mobility[j * ions + j];
        return by(i, j, to) / root[i] / root[j] - 0.5 * correlation(i, j) * ofDiagonal;
    }

    private double by(int i, int j, int to) {
        return byDensity[(to * ions + i) * ions + j];
    }
}
