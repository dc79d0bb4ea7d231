package org.npp.onsager.model;

import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;

/**
 * The evaluation of charge attachment induced transport (CAIT) experiments by Gunawan, Sch&auml;fer and Weitzel (2024, their
 * equations 4 to 9), for a native ion 1 that a foreign ion 2 of the same charge replaces; a named model beside the general
 * matrix, not a derivation of it.
 *
 * <p>It assumes \( dn_1 = -dn_2 \), \( d\mu_1 = -d\mu_2 \) and no cross coefficient, and concludes
 *
 * <p>\[ L_{11} = \frac{D_{1,\mathrm{eff}}\, n_1}{kT}, \qquad L_{22} = \frac{D_{2,\mathrm{eff}}\, n_2}{kT}, \qquad
 * D_\mathrm{CAIT} = D_\sigma = D_\mathrm{eff} = 2 D^* \]
 *
 * <p><strong>What this implies</strong>, and what a user should know before publishing a number from it:
 * <ul>
 *   <li>A Haven ratio of \( D^* / D_\sigma = 1/2 \), for every ion, composition and temperature. Measured ratios differ.
 *   <li>\( d\mu_1 = -d\mu_2 \) contradicts Gibbs&ndash;Duhem, \( n_1 d\mu_1 + n_2 d\mu_2 = 0 \), unless \( n_1 = n_2 \).
 *       {@link TwoIonExchange} obeys it.
 *   <li>It contradicts the limit of two isotopes. There \( L_{12} = n_1 n_2 (D_\sigma - D^*)/(N kT) \), so that
 *       \( L_{12} = 0 \) makes the Haven ratio 1, and a Haven ratio of 1/2 needs
 *       \( L_{12} = n_1 n_2 D_\sigma / (2 N kT) \). {@link IsotopeModel} is that limit.
 * </ul>
 * The diagonal matrix itself is the Nernst&ndash;Planck one and consistent; it is \( D_\sigma = 2 D^* \) that is not.
 *
 * <p><strong>With a cross coefficient</strong>, the first two assumptions kept, the flux is
 *
 * <p>\[ J_1 = -(L_{11} + L_{12})\, z e \nabla\varphi - (L_{11} - L_{12}) \frac{d\mu_1}{dn_1} \nabla n_1 \]
 *
 * <p>so that migration measures \( kT (L_{11} + L_{12}) / n_1 \) and the chemical part
 * \( (L_{11} - L_{12})\, d\mu_1/dn_1 \); the same with 1 and 2 exchanged.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * CaitModel model = new CaitModel(1.0e28, 0.4e28, 1, 300);
 * OnsagerMatrix l = model.matrix(1e-17, 2e-21);
 * double tracer = CaitModel.tracerDiffusivity(1e-17); // 5e-18 m^2/s
 * }</pre>
 *
 * <p>Source: V. H. Gunawan, M. Sch&auml;fer, K.-M. Weitzel, Manifestation of site energy landscapes for ion transport in
 * borate glasses, Phys. Chem. Chem. Phys. (2024).
 *
 * @param nativeDensity \( n_1 \) [1/m&sup3;], finite, \( \ge 0 \)
 * @param foreignDensity \( n_2 \) [1/m&sup3;], finite, \( \ge 0 \)
 * @param chargeNumber charge number \( z \) of both ions [1], not 0
 * @param temperature \( T \) [K], finite, \( > 0 \)
 */
public record CaitModel(double nativeDensity, double foreignDensity, int chargeNumber, double temperature) {
    /** The Haven ratio the model implies, 1/2. */
    public static final HavenRatio HAVEN_RATIO = new HavenRatio(0.5);

    /**
     * Checks the components.
     *
     * @param nativeDensity \( n_1 \) [1/m&sup3;]
     * @param foreignDensity \( n_2 \) [1/m&sup3;]
     * @param chargeNumber \( z \) [1]
     * @param temperature \( T \) [K]
     * @throws IllegalArgumentException if a component is out of its range
     */
    public CaitModel {
        Arguments.nonNegative("nativeDensity", nativeDensity, "1/m^3");
        Arguments.nonNegative("foreignDensity", foreignDensity, "1/m^3");
        Arguments.charged(chargeNumber);
        Arguments.positive("temperature", temperature, "K");
    }

    /**
     * Returns the tracer diffusion coefficient the model infers, \( D^* = D_\mathrm{CAIT} / 2 \).
     *
     * @param caitDiffusivity \( D_\mathrm{CAIT} = D_\sigma \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return \( D^* \) [m&sup2;/s]
     * @throws IllegalArgumentException if the argument is out of its range
     */
    public static double tracerDiffusivity(double caitDiffusivity) {
        return Arguments.nonNegative("caitDiffusivity", caitDiffusivity, "m^2/s") / 2;
    }

    /**
     * Returns the diffusion coefficient a CAIT experiment has by the model, \( D_\mathrm{CAIT} = 2 D^* \).
     *
     * @param tracerDiffusivity \( D^* \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return \( D_\mathrm{CAIT} = D_\sigma \) [m&sup2;/s]
     * @throws IllegalArgumentException if the argument is out of its range
     */
    public static double caitDiffusivity(double tracerDiffusivity) {
        return 2 * Arguments.nonNegative("tracerDiffusivity", tracerDiffusivity, "m^2/s");
    }

    /**
     * Returns the matrix of the model as published, without cross coefficient.
     *
     * @param nativeDiffusivity \( D_{1,\mathrm{eff}} \) [m&sup2;/s], finite, \( \ge 0 \)
     * @param foreignDiffusivity \( D_{2,\mathrm{eff}} \) [m&sup2;/s], finite, \( \ge 0 \)
     * @return the matrix; ion 0 is the native one
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public OnsagerMatrix matrix(double nativeDiffusivity, double foreignDiffusivity) {
        return matrix(nativeDiffusivity, foreignDiffusivity, 0);
    }

    /**
     * Returns the matrix with a cross coefficient, \( L_{ii} = D_{i,\mathrm{eff}}\, n_i/(kT) - L_{12} \): the diffusion
     * coefficients are those of migration, and stay so.
     *
     * @param nativeDiffusivity \( D_{1,\mathrm{eff}} \) [m&sup2;/s], finite, \( \ge 0 \)
     * @param foreignDiffusivity \( D_{2,\mathrm{eff}} \) [m&sup2;/s], finite, \( \ge 0 \)
     * @param crossCoefficient \( L_{12} \) [1/(J m s)], finite, at most \( a_1 a_2 / (a_1 + a_2) \) with
     *     \( a_i = D_{i,\mathrm{eff}}\, n_i/(kT) \)
     * @return the matrix; ion 0 is the native one
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public OnsagerMatrix matrix(double nativeDiffusivity, double foreignDiffusivity, double crossCoefficient) {
        final double thermal = Codata.BOLTZMANN * temperature;
        final double cross = Arguments.finite("crossCoefficient", crossCoefficient, "1/(J m s)");
        final double first =
                nativeDensity * Arguments.nonNegative("nativeDiffusivity", nativeDiffusivity, "m^2/s") / thermal;
        final double second =
                foreignDensity * Arguments.nonNegative("foreignDiffusivity", foreignDiffusivity, "m^2/s") / thermal;
        return OnsagerMatrix.of(
                new DMatrixRMaj(new double[][] {{first - cross, cross}, {cross, second - cross}}), new int[] {
                    chargeNumber, chargeNumber
                });
    }

    /**
     * Returns the diffusion coefficient that migration measures, \( kT (L_{ii} + L_{12}) / n_i \).
     *
     * @param l Onsager matrix of these two ions
     * @param ion 0 for the native ion, 1 for the foreign one; its density \( > 0 \)
     * @return the conductivity diffusion coefficient [m&sup2;/s]
     * @throws IndexOutOfBoundsException if there is no such ion
     * @throws IllegalArgumentException if the matrix has other ions or the ion's density is zero
     */
    public double migrationDiffusivity(OnsagerMatrix l, int ion) {
        IonPair.check(l, chargeNumber);
        final double density = Objects.checkIndex(ion, 2) == 0 ? nativeDensity : foreignDensity;
        return l.conductivityDiffusivity(ion, density, temperature);
    }

    /**
     * Returns the diffusion coefficient of the chemical part, \( (L_{ii} - L_{12})\, d\mu_i/dn_i \), under the model's
     * assumption \( d\mu_1 = -d\mu_2 \).
     *
     * @param l Onsager matrix of these two ions
     * @param ion 0 for the native ion, 1 for the foreign one
     * @param slope \( d\mu_i/dn_i \) at \( dn_1 = -dn_2 \) [J m&sup3;], finite; \( kT/n_i \) for an ideal ion
     * @return the diffusion coefficient [m&sup2;/s]
     * @throws IndexOutOfBoundsException if there is no such ion
     * @throws IllegalArgumentException if the matrix has other ions or {@code slope} is not finite
     */
    public double chemicalDiffusivity(OnsagerMatrix l, int ion, double slope) {
        IonPair.check(l, chargeNumber);
        return (l.entry(ion, ion) - l.entry(0, 1)) * Arguments.finite("slope", slope, "J m^3");
    }
}
