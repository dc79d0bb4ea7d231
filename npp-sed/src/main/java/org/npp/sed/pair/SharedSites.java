package org.npp.sed.pair;

import static org.npp.core.PhysicalConstants.BOLTZMANN;

import java.util.List;
import java.util.Locale;
import org.npp.sed.GaussianSed;

/**
 * Two kinds of ions that compete for the same sites: a site holds one ion of either kind or none, at energies that are
 * Gaussian for each kind and correlated between them.
 *
 * <p>\[ n_i = N_s \left\langle \frac{e^{-(E_i - \mu_i)/kT}}{1 + \sum_k e^{-(E_k - \mu_k)/kT}} \right\rangle, \qquad
 * \langle E_i \rangle = 0, \quad \langle E_i^2 \rangle = s_i^2, \quad \langle E_0 E_1 \rangle = r s_0 s_1, \quad
 * s_i = \frac{\mathrm{FWHM}_i}{2\sqrt{2 \ln 2}} \]
 *
 * <p>With one ion absent this is the Gauss&ndash;Fermi integral, with no widths Langmuir's isotherm. With r = 1 and equal
 * widths all ions see the same sites, and \( n_0/n_1 = e^{(\mu_0 - \mu_1)/kT} \).
 *
 * <p><strong>Range.</strong> \( n_0 + n_1 \le 0.999 N_s \); beyond, both densities are scaled so that the vacant share q
 * falls from 0.001 to 0.0001 ever more slowly, \( \tilde q = q_m + w^2/(w + q_0 - q) \), with continuous first derivatives. \( s_i \le 10\,kT \); at lower
 * temperatures everything is that of the temperature where the wider distribution is 10 kT.
 *
 * <p><strong>Parameters</strong>: {@code first_fwhm} [J], {@code second_fwhm} [J], {@code correlation} [1],
 * {@code site_density} [1/m&sup3;].
 *
 * <p><strong>Accuracy.</strong> Excess within 1e-11, its derivatives and the densities at given potentials within 1e-10
 * relative up to 99 % filling; see {@code SharedSitesReferenceTest}. <strong>Cost.</strong> About 0.1 ms for two densities
 * at \( s = 4 kT \), and nothing for what else is asked at the same ones; 3 &mu;s where all energies go
 * with one, r = &plusmn;1 or a width 0. <strong>Threading.</strong> Instances are thread-safe;
 * each thread has its own workspace.
 *
 * @see "Trefethen, Weideman, SIAM Rev. 56, 385 (2014), doi:10.1137/130932132"
 */
public final class SharedSites implements PairOccupation {
    /** Greatest standard deviation over kT. */
    private static final double WIDEST = 10;

    /** Vacant share below which densities are bent. */
    private static final double LEAST_VACANT = 1e-3;

    /** Vacant share that any excess of ions leaves. */
    private static final double FLOOR = 1e-4;

    private static final List<String> PARAMETERS = List.of("first_fwhm", "second_fwhm", "correlation", "site_density");

    private final double siteDensity;

    /** Standard deviations [J]. */
    private final double s0;

    private final double s1;

    /** Standard deviation over full width at half maximum. */
    private final double byFwhm;

    private final double correlation;

    /** Least temperature [K]. */
    private final double coldest;

    /** Workspace of each thread, for the temperature it was last used at. */
    private final ThreadLocal<PairSolution> solutions;

    private SharedSites(double siteDensity, double firstFwhm, double secondFwhm, double correlation) {
        this.siteDensity = siteDensity;
        this.byFwhm = GaussianSed.ofFwhm(1).standardDeviation();
        this.s0 = firstFwhm * byFwhm;
        this.s1 = secondFwhm * byFwhm;
        this.correlation = correlation;
        this.coldest = Math.max(s0, s1) / (WIDEST * BOLTZMANN);
        this.solutions = ThreadLocal.withInitial(() -> new PairSolution(0, 0, correlation));
    }

    /**
     * Creates the sites.
     *
     * @param siteDensity \( N_s \) [1/m&sup3;], finite, \( \gt 0 \)
     * @param firstFwhm full width at half maximum of the energies of ion 0 [J], finite, \( \ge 0 \)
     * @param secondFwhm that of ion 1 [J], finite, \( \ge 0 \)
     * @param correlation \( r \) between the two energies of a site [1], in [-1, 1]
     * @return the sites
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static SharedSites of(double siteDensity, double firstFwhm, double secondFwhm, double correlation) {
        if (!(siteDensity > 0 && siteDensity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "siteDensity must be finite and > 0: %s 1/m^3", siteDensity));
        }
        checkWidth("firstFwhm", firstFwhm);
        checkWidth("secondFwhm", secondFwhm);
        if (!(correlation >= -1 && correlation <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "correlation must be in [-1, 1]: %s", correlation));
        }
        return new SharedSites(siteDensity, firstFwhm, secondFwhm, correlation);
    }

    private static void checkWidth(String name, double width) {
        if (!(width >= 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be finite and >= 0: %s J", name, width));
        }
    }

    /**
     * Returns the density of the sites.
     *
     * @return \( N_s \) [1/m&sup3;]
     */
    public double siteDensity() {
        return siteDensity;
    }

    @Override
    public void densities(double[] potentials, double temperature, double[] densities, double[] byPotential) {
        final PairSolution solution = at(temperature);
        final double kT = thermal(temperature);
        solution.occupy(Math.exp(potentials[0] / kT), Math.exp(potentials[1] / kT), densities, byPotential);
        for (int i = 0; i < 2; i++) {
            densities[i] *= siteDensity;
        }
        for (int i = 0; i < 4; i++) {
            byPotential[i] *= siteDensity / kT;
        }
    }

    @Override
    public double excess(int ion, double first, double second, double temperature) {
        final double scale = scale(first, second);
        return solve(first, second, temperature).excess(ion) + Math.log(scale);
    }

    @Override
    public double excessByDensity(int ion, int other, double first, double second, double temperature) {
        final PairSolution solution = solve(first, second, temperature);
        final double scale = scale(first, second);
        final double unbent = scale * solution.byShare(ion, other) / siteDensity;
        if (!(scale < 1)) {
            return unbent;
        }
        return unbent + (along(first, second) - 1) * (along(solution, ion, first, second) + 1) / (first + second);
    }

    @Override
    public double excessByTemperature(int ion, double first, double second, double temperature) {
        if (temperature < coldest || coldest == 0) {
            return 0;
        }
        final PairSolution solution = solve(first, second, temperature);
        return -(s0 * solution.byWidth(ion, 0) + s1 * solution.byWidth(ion, 1)) / (thermal(temperature) * temperature);
    }

    @Override
    public List<String> parameterNames() {
        return PARAMETERS;
    }

    @Override
    public double excessByParameter(int ion, int parameter, double first, double second, double temperature) {
        final PairSolution solution = solve(first, second, temperature);
        if (parameter < 2) {
            return byFwhm / thermal(temperature) * solution.byWidth(ion, parameter);
        }
        if (parameter == 2) {
            return solution.byWidth(ion, parameter);
        }
        // Only shares count: more sites are as fewer ions.
        final double along = along(first, second);
        return -(along * (along(solution, ion, first, second) + 1) - 1) / siteDensity;
    }

    /** Derivative of the excess to ln of the scaled shares, both at once. */
    private double along(PairSolution solution, int ion, double first, double second) {
        return (first * solution.byShare(ion, 0) + second * solution.byShare(ion, 1))
                * (scale(first, second) / siteDensity);
    }

    /** Factor that keeps the shares below all sites. */
    private double scale(double first, double second) {
        final double total = (first + second) / siteDensity;
        return total <= 1 - LEAST_VACANT ? 1 : (1 - FLOOR - (LEAST_VACANT - FLOOR) * bent(total)) / total;
    }

    /** Derivative of ln of the scaled shares to ln of the shares, both at once. */
    private double along(double first, double second) {
        final double total = (first + second) / siteDensity;
        if (total <= 1 - LEAST_VACANT) {
            return 1;
        }
        return bent(total) * bent(total) / scale(first, second);
    }

    /** How far the vacant share is above its floor, over how far it is where the exact range ends; its square is the slope. */
    private static double bent(double total) {
        final double width = LEAST_VACANT - FLOOR;
        return width / (width + (LEAST_VACANT - (1 - total)));
    }

    private PairSolution solve(double first, double second, double temperature) {
        final double scale = scale(first, second) / siteDensity;
        final PairSolution solution = at(temperature);
        solution.solve(scale * first, scale * second);
        return solution;
    }

    private PairSolution at(double temperature) {
        final double kT = thermal(temperature);
        final PairSolution last = solutions.get();
        if (last.isFor(s0 / kT, s1 / kT)) {
            return last;
        }
        final PairSolution solution = new PairSolution(s0 / kT, s1 / kT, correlation);
        solutions.set(solution);
        return solution;
    }

    private double thermal(double temperature) {
        return BOLTZMANN * Math.max(temperature, Math.max(coldest, Double.MIN_NORMAL / BOLTZMANN));
    }
}
