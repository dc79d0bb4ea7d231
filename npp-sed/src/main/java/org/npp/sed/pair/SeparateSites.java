package org.npp.sed.pair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two kinds of ions, each on sites of its own: neither density has an effect on the other ion.
 *
 * <p>\[ n_i = N_{s,i} \left\langle \frac{1}{1 + e^{(E_i - \mu_i)/kT}} \right\rangle, \qquad
 * \frac{\partial n_0}{\partial \mu_1} = 0 \]
 *
 * <p>with Gaussian energies, as in {@link SharedSites} for one ion, whose range, accuracy and threading apply. This is the
 * picture of separate populations in which the diffusivity of an ion depends on its own density only.
 *
 * <p><strong>Parameters</strong>: {@code first_fwhm} [J], {@code first_site_density} [1/m&sup3;], {@code second_fwhm} [J],
 * {@code second_site_density} [1/m&sup3;].
 *
 * @see "Gunawan, Sch&auml;fer, Weitzel, Phys. Chem. Chem. Phys. (2024)"
 */
public final class SeparateSites implements PairOccupation {
    private static final List<String> PARAMETERS =
            List.of("first_fwhm", "first_site_density", "second_fwhm", "second_site_density");

    /** The sites of each ion, which is ion 0 there and alone. */
    private final List<SharedSites> own;

    private SeparateSites(List<SharedSites> own) {
        this.own = own;
    }

    /**
     * Creates the sites.
     *
     * @param firstSites density of the sites of ion 0 [1/m&sup3;], finite, \( \gt 0 \)
     * @param firstFwhm full width at half maximum of their energies [J], finite, \( \ge 0 \)
     * @param secondSites density of the sites of ion 1 [1/m&sup3;], finite, \( \gt 0 \)
     * @param secondFwhm full width at half maximum of their energies [J], finite, \( \ge 0 \)
     * @return the sites
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static SeparateSites of(double firstSites, double firstFwhm, double secondSites, double secondFwhm) {
        final List<SharedSites> own = new ArrayList<>();
        own.add(SharedSites.of(firstSites, firstFwhm, 0, 0));
        own.add(SharedSites.of(secondSites, secondFwhm, 0, 0));
        return new SeparateSites(List.copyOf(own));
    }

    @Override
    public void densities(double[] potentials, double temperature, double[] densities, double[] byPotential) {
        final double[] density = new double[2];
        final double[] slope = new double[4];
        Arrays.fill(byPotential, 0);
        for (int i = 0; i < 2; i++) {
            final double[] alone = {potentials[i], Double.NEGATIVE_INFINITY};
            own.get(i).densities(alone, temperature, density, slope);
            densities[i] = density[0];
            byPotential[3 * i] = slope[0];
        }
    }

    @Override
    public double excess(int ion, double first, double second, double temperature) {
        return own.get(ion).excess(0, ion == 0 ? first : second, 0, temperature);
    }

    @Override
    public double excessByDensity(int ion, int other, double first, double second, double temperature) {
        return ion == other ? own.get(ion).excessByDensity(0, 0, ion == 0 ? first : second, 0, temperature) : 0;
    }

    @Override
    public double excessByTemperature(int ion, double first, double second, double temperature) {
        return own.get(ion).excessByTemperature(0, ion == 0 ? first : second, 0, temperature);
    }

    @Override
    public List<String> parameterNames() {
        return PARAMETERS;
    }

    @Override
    public double excessByParameter(int ion, int parameter, double first, double second, double temperature) {
        if (parameter / 2 != ion) {
            return 0;
        }
        final int ofLone = parameter % 2 == 0 ? 0 : 3;
        return own.get(ion).excessByParameter(0, ofLone, ion == 0 ? first : second, 0, temperature);
    }
}
