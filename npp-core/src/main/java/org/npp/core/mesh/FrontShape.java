package org.npp.core.mesh;

/**
 * Position and width of a front as smooth functions of the profile: sums over all edges, which change little when nodes
 * pass through the front.
 *
 * <p>With \( m_e = |\Delta c| \) of the edges, of the ion the front was found by, and a window \( w_e = (1 + (x_e - s)^2/R^2)^{-2} \) about the
 * front,
 * \[ s = \frac{\sum_e w_e m_e x_e}{\sum_e w_e m_e}, \qquad
 * W = \frac{(\sum_e w_e m_e)^2}{\sum_e w_e m_e^2/h_e}. \]
 * For a front \( 1/(1 + e^{x/w}) \), \( W \) is \( 6 w \). Not thread-safe; {@link #measure} allocates nothing.
 */
final class FrontShape {
    /** Times the window is put about the front. */
    private static final int PASSES = 2;

    private final int ions;

    /** Position \( s \) [m]. */
    double position;

    /** Width \( W \) [m]. */
    double width;

    FrontShape(int ions) {
        this.ions = ions;
    }

    /**
     * Measures a front.
     *
     * @param x node positions [m]. Not modified.
     * @param fraction fractions {@code [node * ions + ion]}. Not modified.
     * @param ion the ion the front was found by
     * @param near position of the front, about [m]
     * @param reach width of the window \( R \) [m]
     */
    void measure(double[] x, double[] fraction, int ion, double near, double reach) {
        position = near;
        for (int pass = 0; pass < PASSES; pass++) {
            final double center = position;
            double sum = 0;
            double moment = 0;
            double square = 0;
            for (int k = 1; k < x.length; k++) {
                final double change = Math.abs(fraction[k * ions + ion] - fraction[(k - 1) * ions + ion]);
                final double offset = 0.5 * (x[k - 1] + x[k]) - center;
                final double u = offset / reach;
                final double root = 1 / (1 + u * u);
                final double weighted = root * root * change;
                sum += weighted;
                moment += weighted * offset;
                square += weighted * change / (x[k] - x[k - 1]);
            }
            position = center + moment / sum;
            width = sum * sum / square;
        }
    }
}
