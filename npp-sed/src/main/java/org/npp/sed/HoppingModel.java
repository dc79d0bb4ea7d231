package org.npp.sed;

/**
 * What the conductivity of ions in a site energy distribution is proportional to: three models of one jump, as the
 * powers a and b in
 *
 * <p>\[ \frac{D(n)}{D(N)} = \left(\frac Nn\right)^a \left(\frac{1 - p(n)}{1 - p(N)}\right)^b
 * \exp\frac{\mu(n) - \mu(N)}{kT}, \qquad p = \frac n{N_s} \]
 *
 * <p>\( D \) is the effective (conductivity) diffusion coefficient, \( \sigma kT/(n z^2 e^2) \), so that
 * \( \sigma T \propto nD \).
 */
public enum HoppingModel {
    /**
     * The paper's eqn 2: the ion in the highest occupied site jumps, over a barrier that ends at one height for all;
     * \( D \propto e^{\mu/kT} \), a = b = 0.
     */
    HIGHEST_SITE(0, 0),

    /**
     * Transport level: ions are excited from all sites to one level above them, in equilibrium with it, and move there
     * unhindered; \( nD \propto e^{\mu/kT} \), a = 1, b = 0. With every site of one energy,
     * \( e^{\mu/kT} \propto p/(1 - p) \), \( D \) rises as \( 1/(1 - p) \).
     */
    TRANSPORT_LEVEL(1, 0),

    /**
     * Site blocking: every ion jumps over a barrier of one height into a vacant site, in the mean field. With Fermi and
     * Dirac's occupation the current between two sites, \( f_i e^{E_i/kT} (1 - f_j) = e^{\mu/kT} (1 - f_i)(1 - f_j) \),
     * averages to \( nD \propto e^{\mu/kT} (1 - p)^2 \), a = 1, b = 2. With every site of one energy this is the lattice
     * gas, \( D \propto 1 - p \).
     */
    SITE_BLOCKING(1, 2);

    /** Power of N/n. */
    private final int dilution;

    /** Power of the vacant share. */
    private final int vacancy;

    HoppingModel(int dilution, int vacancy) {
        this.dilution = dilution;
        this.vacancy = vacancy;
    }

    /**
     * Returns the power of \( N/n \).
     *
     * @return a
     */
    int dilution() {
        return dilution;
    }

    /**
     * Returns the power of the vacant share of the sites.
     *
     * @return b
     */
    int vacancy() {
        return vacancy;
    }
}
