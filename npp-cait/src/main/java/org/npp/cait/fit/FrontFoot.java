package org.npp.cait.fit;

import java.util.Optional;
import org.npp.cait.CaitCase;
import org.npp.core.exact.DriftLimit;

/**
 * What a front leaves behind by the {@linkplain DriftLimit drift limit}: the composition that one profile fixes best.
 *
 * @param foreignIon name of the foreign ion
 * @param foreignDiffusivity its diffusivity there [m&sup2;/s]
 * @param nativeIon name of the native ion
 * @param fraction native fraction at the foot [1]
 * @param nativeDiffusivity diffusivity of the native ion there [m&sup2;/s]
 */
public record FrontFoot(
        String foreignIon, double foreignDiffusivity, String nativeIon, double fraction, double nativeDiffusivity) {
    /**
     * Finds the foot of a case in which one foreign ion replaces one native ion of the same charge.
     *
     * @param experiment the case
     * @return the foot; empty for other cases, and for complete exchange
     */
    public static Optional<FrontFoot> of(CaitCase experiment) {
        if (!DriftModel.describes(experiment)) {
            return Optional.empty();
        }
        final int f = experiment.ions().get(0).isNative() ? 1 : 0;
        final double foot = DriftLimit.of(
                        c -> DriftModel.diffusivity(experiment, 1 - f, f, c),
                        c -> DriftModel.diffusivity(experiment, f, f, c))
                .foot();
        if (!(foot > 0 && foot < 1)) {
            return Optional.empty();
        }
        return Optional.of(new FrontFoot(
                experiment.ions().get(f).name(),
                DriftModel.diffusivity(experiment, f, f, foot),
                experiment.ions().get(1 - f).name(),
                foot,
                DriftModel.diffusivity(experiment, 1 - f, f, foot)));
    }
}
