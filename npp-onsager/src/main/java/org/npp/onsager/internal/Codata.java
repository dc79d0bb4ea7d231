package org.npp.onsager.internal;

/** Constants that the SI defines (CODATA 2018); all three are exact. */
public final class Codata {
    /** Boltzmann constant \( k \) [J/K]. */
    public static final double BOLTZMANN = 1.380649e-23;

    /** Elementary charge \( e \) [C]. */
    public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    /** Avogadro constant \( N_A \) [1/mol]. */
    public static final double AVOGADRO = 6.02214076e23;

    /** No instances. */
    private Codata() {}
}
