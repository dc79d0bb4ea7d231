package org.npp.core.exact;

/**
 * Diffusivity of the foreign ion in the zone it has replaced, from the native ion's on both sides of the front.
 *
 * <p>Superscripts: B bulk ahead of the front, F front, D replaced zone behind it; \( n \) native densities,
 * \( n^D \) the rest that stayed. In zones without gradients and of equal valence the same current flows by drift,
 * \( n^B D_1^B E^B = [\,n^D D_1^D + (n^B - n^D) D_2\,] E^D \), so
 * \[ D_2 = \frac{n^B}{n^B - n^D}\,\frac{E^B}{E^D}\,D_1^B - \frac{n^D}{n^B - n^D}\,D_1^D . \]
 * Where the fields are not known, assuming \( n^F = (n^B + n^D)/2 \) and \( E^F = (E^B + E^D)/2 \) and letting the native
 * ion alone carry the current in the front gives
 * \[ \frac{E^B}{E^D} = \frac{n^B + n^D}{4 (D_1^B/D_1^F)\,n^B - (n^B + n^D)} . \]
 *
 * <p>The first relation is exact. The second is a <em>reconstruction</em> of a published equation that is only partly
 * legible (eqn 3 of Gunawan, Sch&auml;fer and Weitzel, Phys. Chem. Chem. Phys. 2024), and rough; to predict a plateau use {@link DriftLimit#foot()}, which is accurate.
 *
 * <p><strong>Accuracy.</strong> Rounding, as long as \( n^D \) is not close to \( n^B \);
 * {@code ReplacementRelationTest}. Densities may be fractions, fields in any one unit.
 */
public final class ReplacementRelation {
    /** No instances. */
    private ReplacementRelation() {}

    /**
     * Returns the foreign ion's diffusivity from the fields on both sides (exact).
     *
     * @param bulkDensity \( n^B \) [1/m&sup3; or 1], positive
     * @param replacedDensity \( n^D \), native density left behind, same unit, in [0, \( n^B \))
     * @param bulkDiffusivity \( D_1^B \) [m&sup2;/s], positive
     * @param replacedDiffusivity \( D_1^D \) [m&sup2;/s], not negative
     * @param fieldRatio \( E^B/E^D \) [1], positive
     * @return \( D_2 \) [m&sup2;/s]; negative if the numbers contradict each other
     */
    public static double foreignDiffusivity(
            double bulkDensity,
            double replacedDensity,
            double bulkDiffusivity,
            double replacedDiffusivity,
            double fieldRatio) {
        checkDensities(bulkDensity, replacedDensity);
        Argument.positive("bulk diffusivity", bulkDiffusivity, "m^2/s");
        Argument.notNegative("replaced-zone diffusivity", replacedDiffusivity, "m^2/s");
        Argument.positive("field ratio", fieldRatio, "");
        return (bulkDensity * fieldRatio * bulkDiffusivity - replacedDensity * replacedDiffusivity)
                / (bulkDensity - replacedDensity);
    }

    /**
     * Returns the ratio of the fields that the reconstruction assumes.
     *
     * @param bulkDensity \( n^B \) [1/m&sup3; or 1], positive
     * @param replacedDensity \( n^D \), same unit, in [0, \( n^B \))
     * @param bulkDiffusivity \( D_1^B \) [m&sup2;/s], positive
     * @param frontDiffusivity \( D_1^F \) at \( (n^B + n^D)/2 \) [m&sup2;/s], positive
     * @return \( E^B/E^D \) [1]; negative where the assumptions fail, \( D_1^F > 4 D_1^B n^B/(n^B + n^D) \)
     */
    public static double reconstructedFieldRatio(
            double bulkDensity, double replacedDensity, double bulkDiffusivity, double frontDiffusivity) {
        checkDensities(bulkDensity, replacedDensity);
        Argument.positive("bulk diffusivity", bulkDiffusivity, "m^2/s");
        Argument.positive("front diffusivity", frontDiffusivity, "m^2/s");
        final double sum = bulkDensity + replacedDensity;
        return sum / (4 * (bulkDiffusivity / frontDiffusivity) * bulkDensity - sum);
    }

    /**
     * Returns the foreign ion's diffusivity without knowledge of the fields (reconstruction).
     *
     * @param bulkDensity \( n^B \) [1/m&sup3; or 1], positive
     * @param replacedDensity \( n^D \), same unit, in [0, \( n^B \))
     * @param bulkDiffusivity \( D_1^B \) [m&sup2;/s], positive
     * @param frontDiffusivity \( D_1^F \) at \( (n^B + n^D)/2 \) [m&sup2;/s], positive, at most \( D_1^B \) in practice
     * @param replacedDiffusivity \( D_1^D \) [m&sup2;/s], not negative
     * @return \( D_2 \) [m&sup2;/s]
     * @throws IllegalArgumentException if the reconstructed ratio of fields is not positive
     */
    public static double reconstructedForeignDiffusivity(
            double bulkDensity,
            double replacedDensity,
            double bulkDiffusivity,
            double frontDiffusivity,
            double replacedDiffusivity) {
        return foreignDiffusivity(
                bulkDensity,
                replacedDensity,
                bulkDiffusivity,
                replacedDiffusivity,
                reconstructedFieldRatio(bulkDensity, replacedDensity, bulkDiffusivity, frontDiffusivity));
    }

    private static void checkDensities(double bulk, double replaced) {
        Argument.positive("bulk density", bulk, "1/m^3");
        if (!(replaced >= 0 && replaced < bulk)) {
            throw new IllegalArgumentException("replaced-zone density must lie in [0, bulk density): " + replaced
                    + " 1/m^3, bulk " + bulk + " 1/m^3");
        }
    }
}
