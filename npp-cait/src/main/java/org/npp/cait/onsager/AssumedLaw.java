package org.npp.cait.onsager;

import org.npp.onsager.HavenRatio;
import org.npp.onsager.model.CaitModel;
import org.npp.onsager.profile.LocalLaw;

/**
 * The assumption by which the diffusivities of a case, which are conductivity diffusion coefficients, become Onsager
 * matrices and tracer diffusion coefficients; it has a name in files and on the command line.
 *
 * <p>Every law fixes a Haven ratio \( H_R = D^* / D_\sigma \): 1 for independent ions, as the simulation itself moves them;
 * the one that is given; 1/2 in the published evaluation of charge attachment experiments.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param name name: independent, common_haven_ratio or cait
 * @param havenRatio the Haven ratio that the law assumes
 * @param factory makes the law
 */
public record AssumedLaw(String name, HavenRatio havenRatio, Factory factory) {
    /** Makes a local law of charge numbers and temperature. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Returns the law.
         *
         * @param chargeNumbers charge numbers of the ions [1]. Not modified.
         * @param temperature temperature [K], finite, \( > 0 \)
         * @return the law
         */
        LocalLaw of(int[] chargeNumbers, double temperature);
    }

    /**
     * Returns the law of Nernst and Planck: no ion drags another.
     *
     * @return {@link LocalLaw#independent}
     */
    public static AssumedLaw independent() {
        return new AssumedLaw("independent", new HavenRatio(1), LocalLaw::independent);
    }

    /**
     * Returns the law of one Haven ratio for all ions.
     *
     * @param havenRatio the ratio
     * @return {@link LocalLaw#commonHavenRatio}
     */
    public static AssumedLaw commonHavenRatio(HavenRatio havenRatio) {
        return new AssumedLaw(
                "common_haven_ratio",
                havenRatio,
                (charges, temperature) -> LocalLaw.commonHavenRatio(charges, temperature, havenRatio));
    }

    /**
     * Returns the law of the published evaluation, with its contradictions.
     *
     * @return {@link LocalLaw#cait}
     */
    public static AssumedLaw cait() {
        return new AssumedLaw("cait", CaitModel.HAVEN_RATIO, LocalLaw::cait);
    }
}
