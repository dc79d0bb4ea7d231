package org.npp.cait.inversion;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Stage;
import org.npp.core.transport.ConstantDiffusivity;

/**
 * A case that the formulas of direct inversion describe: one foreign ion of constant diffusivity replaces one native ion of
 * the same charge, by one stage of attachment on virgin glass.
 *
 * @param nativeIon the native ion
 * @param foreignIon the foreign ion
 * @param bulkDensity \( N \) [1/m&sup3;]
 * @param bulkDiffusivity diffusivity of the native ion in the bulk, of the case [m&sup2;/s]
 * @param foreignDiffusivity \( D_2 \) [m&sup2;/s]
 * @param temperature \( T \) [K]
 * @param vt dose over density [m]
 * @param velocity \( v = J/N \) at the end [m/s]
 */
record ReplacementCase(
        String nativeIon,
        String foreignIon,
        double bulkDensity,
        double bulkDiffusivity,
        double foreignDiffusivity,
        double temperature,
        double vt,
        double velocity) {
    static ReplacementCase of(CaitCase experiment) {
        final List<CaitIon> ions = experiment.ions();
        require(
                ions.size() == 2 && ions.stream().filter(CaitIon::isNative).count() == 1,
                "needs a case of one native and one foreign ion: " + ions.size() + " ions");
        require(
                experiment.stages().size() == 1 && experiment.start().isEmpty(),
                "needs a case of one stage on virgin glass: "
                        + experiment.stages().size() + " stages");
        final int nativeIndex = ions.get(0).isNative() ? 0 : 1;
        final CaitIon nativeIon = ions.get(nativeIndex);
        final CaitIon foreign = ions.get(1 - nativeIndex);
        final Stage stage = experiment.stages().get(0);
        require(
                stage.mode() == Stage.Mode.CURRENT_DENSITY
                        && stage.beamEnergy().isEmpty()
                        && stage.ion().filter(foreign.name()::equals).isPresent(),
                "needs a stage in which " + foreign.name() + " is attached at a given current, all of it");
        require(
                nativeIon.charge() == foreign.charge(),
                "needs ions of the same charge: " + nativeIon.charge() + ", " + foreign.charge());
        require(
                foreign.diffusivity() instanceof ConstantDiffusivity,
                "needs a constant diffusivity of " + foreign.name());
        final double temperature = stage.temperature().orElse(experiment.temperature());
        final double[] bulk = new double[2];
        bulk[nativeIndex] = nativeIon.bulkDensity();
        final double scale = ELEMENTARY_CHARGE * nativeIon.charge() * nativeIon.bulkDensity();
        final double vt = stage.drive().integral(0, stage.duration()) / scale;
        final double velocity = stage.drive().value(stage.duration()) / scale;
        require(vt > 0 && velocity > 0, "needs a current that flows until the end: " + velocity * scale + " A/m^2");
        return new ReplacementCase(
                nativeIon.name(),
                foreign.name(),
                nativeIon.bulkDensity(),
                nativeIon.diffusivity().value(nativeIndex, bulk, temperature),
                foreign.diffusivity().value(1 - nativeIndex, bulk, temperature),
                temperature,
                vt,
                velocity);
    }

    /** D_2/v, the length over which diffusion matters [m]. */
    double diffusionLength() {
        return foreignDiffusivity / velocity;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("direct inversion " + message);
        }
    }
}
