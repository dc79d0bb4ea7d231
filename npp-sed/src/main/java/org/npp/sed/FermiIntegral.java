package org.npp.sed;

import java.util.Arrays;
import org.npp.sed.internal.GaussLegendre;

/**
 * Integrals of a shape with Fermi and Dirac's occupation, for any level and temperature.
 *
 * <p>From the level upwards and then downwards, on pieces no longer than 3 kT, whose poles \( \pm i\pi kT \) away leave
 * 2e-13 of the rule's error, and no longer than the density asks for. What lies beyond a place is bounded by the share of
 * the sites there times \( e^{-|E - \mu|/kT} \); the walk ends where that is negligible in all integrals, and the share
 * itself is added to those that count full or empty sites.
 */
final class FermiIntegral {
    /** Index of the integral of g f: occupied sites. */
    static final int OCCUPIED = 0;

    /** Index of the integral of g (1 - f): vacant sites. */
    static final int VACANT = 1;

    /** Index of the integral of g f (1 - f): sites that are now the one, now the other. */
    static final int PARTLY = 2;

    /** Index of the integral of g f&sup2;. */
    static final int PAIR = 3;

    /** Index of the integral of g f (1 - f) (E - level)/kT. */
    static final int DISTANCE = 4;

    /** Number of integrals. */
    private static final int SUMS = 5;

    /** Length of a piece over kT. */
    private static final double PIECE = 3;

    /** What is dropped, over the integral of g f (1 - f). */
    private static final double NEGLIGIBLE = 1e-18;

    /** The shape. */
    private final SiteEnergyDistribution shape;

    /** Ends of the pieces on which the density is resolved [J]. */
    private final double[] edges;

    /** Work array of each thread: the sums, then the derivatives of a quantile. */
    private final ThreadLocal<double[][]> work;

    private FermiIntegral(SiteEnergyDistribution shape) {
        this.shape = shape;
        this.edges = ShapeIntegral.of(shape).edges();
        final int parameters = shape.parameterNames().size();
        this.work = ThreadLocal.withInitial(() -> new double[][] {new double[SUMS], new double[parameters]});
    }

    static FermiIntegral of(SiteEnergyDistribution shape) {
        return new FermiIntegral(shape);
    }

    /** Lowest energy of the integrals [J]. */
    double lowest() {
        return edges[0];
    }

    /** Highest energy of the integrals [J]. */
    double highest() {
        return edges[edges.length - 1];
    }

    /** The calling thread's array for the integrals. */
    double[] sums() {
        return work.get()[0];
    }

    /** Writes the integrals. */
    void integrate(double level, double kT, double[] sums) {
        integrate(level, kT, sums, sums, false);
    }

    /** Writes the integrals and adds those of g f (1 - f) times the derivatives of the quantile to the parameters. */
    void integrate(double level, double kT, double[] sums, double[] byParameter) {
        integrate(level, kT, sums, byParameter, true);
    }

    private void integrate(double level, double kT, double[] sums, double[] byParameter, boolean parameters) {
        Arrays.fill(sums, 0);
        final double start = Math.min(highest(), Math.max(lowest(), level));
        upwards(start, level, kT, sums, byParameter, parameters);
        downwards(start, level, kT, sums, byParameter, parameters);
    }

    private void upwards(
            double start, double level, double kT, double[] sums, double[] byParameter, boolean parameters) {
        int k = Arrays.binarySearch(edges, start);
        k = k < 0 ? -k - 1 : k + 1;
        double energy = start;
        while (energy < highest()) {
            final double next = Math.min(edges[k], energy + PIECE * kT);
            add(energy, next, level, kT, sums, byParameter, parameters);
            energy = next;
            if (energy == edges[k]) {
                k++;
            }
            final double above = shape.complementaryCumulative(energy);
            if (above * Math.exp(Math.min(0, (level - energy) / kT)) <= NEGLIGIBLE * sums[PARTLY]) {
                sums[VACANT] += above;
                return;
            }
        }
    }

    private void downwards(
            double start, double level, double kT, double[] sums, double[] byParameter, boolean parameters) {
        int k = Arrays.binarySearch(edges, start);
        k = k < 0 ? -k - 2 : k - 1;
        double energy = start;
        while (energy > lowest()) {
            final double next = Math.max(edges[k], energy - PIECE * kT);
            add(next, energy, level, kT, sums, byParameter, parameters);
            energy = next;
            if (energy == edges[k]) {
                k--;
            }
            final double below = shape.cumulative(energy);
            if (below * Math.exp(Math.min(0, (energy - level) / kT)) <= NEGLIGIBLE * sums[PARTLY]) {
                sums[OCCUPIED] += below;
                sums[PAIR] += below;
                return;
            }
        }
    }

    private void add(
            double low, double high, double level, double kT, double[] sums, double[] byParameter, boolean parameters) {
        final double half = 0.5 * (high - low);
        final double middle = low + half;
        for (int k = 0; k < GaussLegendre.POINTS; k++) {
            final double energy = middle + half * GaussLegendre.node(k);
            final double weight = half * GaussLegendre.weight(k) * shape.density(energy);
            final double x = (energy - level) / kT;
            final double t = Math.exp(-Math.abs(x));
            final double major = 1 / (1 + t);
            final double minor = t * major;
            final double f = x > 0 ? minor : major;
            final double partly = weight * major * minor;
            sums[OCCUPIED] += weight * f;
            sums[VACANT] += weight * (x > 0 ? major : minor);
            sums[PARTLY] += partly;
            sums[PAIR] += weight * f * f;
            sums[DISTANCE] += partly * x;
            if (parameters && partly > 0) {
                final double[] byQuantile = work.get()[1];
                shape.quantileByParameters(energy, byQuantile);
                for (int i = 0; i < byQuantile.length; i++) {
                    byParameter[i] += partly * byQuantile[i];
                }
            }
        }
    }
}
