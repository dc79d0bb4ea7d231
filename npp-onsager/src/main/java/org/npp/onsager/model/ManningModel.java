package org.npp.onsager.model;

import org.ejml.data.DMatrixRMaj;
import org.npp.onsager.HavenRatio;
import org.npp.onsager.OnsagerMatrix;
import org.npp.onsager.internal.Arguments;
import org.npp.onsager.internal.Codata;

/**
 * Ions that differ in their tracer diffusion coefficients and share one Haven ratio: the least cross coefficients that make
 * every \( D^\sigma_i = D^*_i / H_R \).
 *
 * <p>\[ L_{ij} = s_i \delta_{ij} + \Bigl( \frac{1}{H_R} - 1 \Bigr) \frac{z_i s_i\, z_j s_j}{\sum_k z_k^2 s_k}, \qquad
 * s_i = \frac{n_i D^*_i}{kT} \]
 *
 * <p>For ions of equal valence it is Manning's relation for a random alloy with \( H_R \) in place of the tracer correlation
 * factor \( f_0 \); for equal \( D^* \) the {@link IsotopeModel}; for \( H_R = 1 \) Nernst&ndash;Planck. The current-free
 * coefficients are those of independent tracers, whatever \( H_R \) is: two ions interdiffuse with
 * \( N D^*_1 D^*_2 / (n_1 D^*_1 + n_2 D^*_2) \). An assumption to be named, not a law: measured matrices may have any cross
 * coefficient.
 *
 * <p><strong>Valid for</strong> any number of ions, absent and immobile ones too, any charges and any Haven ratio; positive
 * semidefinite always. <strong>Accuracy.</strong> \( D^\sigma_i \) of the matrix is \( D^*_i / H_R \) to
 * \( 2^{-52} \cdot 64 N (1 + H_R) \); see {@code ManningModelPropertyTest}. <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * ManningModel model = new ManningModel(new HavenRatio(0.4), 300);
 * OnsagerMatrix l = model.matrix(new double[] {4e-18, 8e-22}, new double[] {1e28, 4e27}, new int[] {1, 1});
 * }</pre>
 *
 * @param havenRatio \( H_R \) of every ion
 * @param temperature \( T \) [K], finite, \( > 0 \)
 * @see <a href="https://doi.org/10.1103/PhysRevB.4.1111">Manning, Phys. Rev. B 4, 1111 (1971)</a>
 */
public record ManningModel(HavenRatio havenRatio, double temperature) {

    /**
     * Checks the components.
     *
     * @param havenRatio \( H_R \)
     * @param temperature \( T \) [K]
     * @throws IllegalArgumentException if the temperature is out of its range
     */
    public ManningModel {
        Arguments.positive("temperature", temperature, "K");
    }

    /**
     * Returns the matrix of a composition.
     *
     * @param tracerDiffusivities \( D^*_i \) [m&sup2;/s], length N, finite, \( \ge 0 \). Not modified.
     * @param densities \( n_i \) [1/m&sup3;], length N, finite, \( \ge 0 \). Not modified.
     * @param chargeNumbers \( z_i \) [1], length N &ge; 1; a neutral species has no cross coefficient. Not modified.
     * @return the matrix; zero if no ion is both present and mobile
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public OnsagerMatrix matrix(double[] tracerDiffusivities, double[] densities, int[] chargeNumbers) {
        final int n = Arguments.atLeastOne("chargeNumbers", chargeNumbers.length);
        Arguments.length("tracerDiffusivities", tracerDiffusivities.length, n);
        Arguments.length("densities", densities.length, n);
        final double[] s = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            s[i] = Arguments.nonNegative("densities[" + i + "]", densities[i], "1/m^3")
                    * Arguments.nonNegative("tracerDiffusivities[" + i + "]", tracerDiffusivities[i], "m^2/s")
                    / (Codata.BOLTZMANN * temperature);
            total += chargeNumbers[i] * s[i] * chargeNumbers[i];
        }
        final double strength = 1 / havenRatio.value() - 1;
        final DMatrixRMaj l = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                final double share = total > 0 ? chargeNumbers[i] * s[i] / total * chargeNumbers[j] : 0;
                l.unsafe_set(i, j, strength * share * s[j]);
            }
            l.add(i, i, s[i]);
        }
        return OnsagerMatrix.of(l, chargeNumbers);
    }
}
