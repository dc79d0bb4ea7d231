package org.npp.core.exact;

/**
 * Current-free exchange of two ions of equal valence between a surface held at pure foreign ion and a half space of
 * the native one (Nernst&ndash;Planck interdiffusion, constant diffusivities).
 *
 * <p>With \( c \) the foreign fraction, \( r = D_2/D_1 \) and \( \eta = x/\sqrt{D_2 t} \), the interdiffusion
 * coefficient \( \tilde D = D_1 D_2/(c_1 D_1 + c D_2) \) gives
 * \[ -\frac{\eta}{2}\,c' = \left( \frac{c'}{1 - c + rc} \right)', \qquad c(0) = 1, \quad c(\infty) = 0, \]
 * and with \( q_0 = -c'(0)/r \), flux and uptake per area are \( J_2 = q_0 N \sqrt{D_2/t} \) and
 * \( 2 q_0 N \sqrt{D_2 t} \). For \( r = 1 \), \( c = \operatorname{erfc}(\eta/2) \) and \( q_0 = 1/\sqrt\pi \).
 *
 * <p><strong>Valid for</strong> \( 10^{-6} \le r \le 10^6 \), no total current, charge neutrality.
 * <strong>Accuracy.</strong> \( q_0 \) within 1e-13 relative and \( c \) within 1e-12 absolute of 30-digit Taylor
 * integration for r from 1e-6 to 1e6 ({@code InterdiffusionReferenceTest}); the far tail below 1e-12 is not resolved.
 * Instances are immutable and thread-safe; making one costs some ten milliseconds.
 *
 * <pre>{@code
 * Interdiffusion exchange = Interdiffusion.ofRatio(0.1);      // D2/D1
 * double foreign = exchange.foreignFraction(x / Math.sqrt(d2 * t));
 * double uptake = 2 * exchange.surfaceFlux() * density * Math.sqrt(d2 * t);   // 1/m^2
 * }</pre>
 */
public final class Interdiffusion {
    private static final double LARGEST_RATIO = 1e6;

    private final SimilarityProfile profile;

    private Interdiffusion(SimilarityProfile profile) {
        this.profile = profile;
    }

    /**
     * Solves the exchange for a ratio of diffusivities.
     *
     * @param foreignToNative \( r = D_2/D_1 \) [1], in [1e-6, 1e6]
     * @return the similarity solution
     */
    public static Interdiffusion ofRatio(double foreignToNative) {
        Argument.within("ratio of diffusivities", foreignToNative, 1 / LARGEST_RATIO, LARGEST_RATIO, "");
        return new Interdiffusion(SimilarityShooting.solve(foreignToNative));
    }

    /**
     * Returns the scaled flux through the surface.
     *
     * @return \( q_0 \) [1]
     */
    public double surfaceFlux() {
        return profile.surfaceFlux();
    }

    /**
     * Returns the foreign fraction at a scaled depth.
     *
     * @param scaledDepth \( \eta = x/\sqrt{D_2 t} \) [1], not negative
     * @return \( c \) [1], in [0, 1]
     */
    public double foreignFraction(double scaledDepth) {
        Argument.notNegative("scaled depth", scaledDepth, "");
        return Math.max(0, 1 - profile.nativeFraction(scaledDepth));
    }
}
