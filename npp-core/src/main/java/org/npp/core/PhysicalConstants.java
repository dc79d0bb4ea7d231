package org.npp.core;

/**
 * Physical constants, CODATA 2018, in SI units.
 *
 * @see <a href="https://doi.org/10.1103/RevModPhys.93.025010">Tiesinga et al., Rev. Mod. Phys. 93, 025010 (2021)</a>
 */
public final class PhysicalConstants {
    /** Boltzmann constant \( k \) [J/K], exact. */
    public static final double BOLTZMANN = 1.380649e-23;

    /** Elementary charge \( e \) [C], exact. */
    public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    /** Vacuum permittivity \( \varepsilon_0 \) [F/m], relative uncertainty 1.5e-10. */
    public static final double VACUUM_PERMITTIVITY = 8.8541878128e-12;

    /** Avogadro constant \( N_A \) [1/mol], exact. */
    public static final double AVOGADRO = 6.02214076e23;

    /** No instances. */
    private PhysicalConstants() {}
}
