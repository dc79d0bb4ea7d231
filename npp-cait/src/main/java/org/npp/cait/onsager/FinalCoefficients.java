package org.npp.cait.onsager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.Stage;
import org.npp.core.NppState;
import org.npp.onsager.profile.DrivenProfile;
import org.npp.onsager.profile.OnsagerProfile;

/**
 * Onsager and related coefficients along the final profile of a run, at the temperature of the stage it ended in.
 *
 * <p>The diffusivities are those of the case at the densities of each node. The law adds what a run does not know: cross
 * coefficients and tracer diffusion. All laws have the same conductivity and transference numbers. Fluxes and entropy
 * production are those of the law's matrices in the profile of the run, which moved its ions independently of each other.
 *
 * <p><strong>Accuracy.</strong> Resistance and diffusion potential add up to the surface potential of the example runs
 * within 3e-4, the entropy production to the power that is not stored within 1e-4; see {@code FinalCoefficientsTest}.
 * <strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * CaitResult result = CaitSimulation.of(experiment).run();
 * FinalCoefficients coefficients = FinalCoefficients.of(result, AssumedLaw.commonHavenRatio(new HavenRatio(0.4)));
 * double cross = coefficients.profile().matrix(0).entry(0, 1); // 1/(J m s), at the surface
 * }</pre>
 *
 * @param law the law assumed
 * @param temperature temperature of the stage [K]
 * @param ions names of the ions, in the order of the case
 * @param profile the coefficients
 * @param driven fluxes and entropy production
 */
public record FinalCoefficients(
        AssumedLaw law, double temperature, List<String> ions, OnsagerProfile profile, DrivenProfile driven) {

    /**
     * Copies the names.
     *
     * @param law the law assumed
     * @param temperature temperature of the stage [K]
     * @param ions names of the ions, in the order of the case
     * @param profile the coefficients
     * @param driven fluxes and entropy production
     */
    public FinalCoefficients {
        ions = List.copyOf(ions);
    }

    /**
     * Evaluates the final profile of a run, complete or not.
     *
     * @param result the run
     * @param law the law to assume
     * @return the coefficients
     */
    public static FinalCoefficients of(CaitResult result, AssumedLaw law) {
        final CaitCase experiment = result.experiment();
        final NppState state = result.finalState();
        final double temperature = temperature(experiment, state.time());
        final int count = experiment.ions().size();
        final int nodes = state.mesh().size();
        final double[] depths = new double[nodes];
        final double[][] densities = new double[count][];
        final double[][] diffusivities = new double[count][nodes];
        final int[] charges = new int[count];
        for (int i = 0; i < count; i++) {
            densities[i] = state.densities(i);
            charges[i] = experiment.ions().get(i).charge();
        }
        final double[] local = new double[count];
        for (int k = 0; k < nodes; k++) {
            depths[k] = state.mesh().node(k);
            for (int i = 0; i < count; i++) {
                local[i] = densities[i][k];
            }
            for (int i = 0; i < count; i++) {
                diffusivities[i][k] = experiment.ions().get(i).diffusivity().value(i, local, temperature);
            }
        }
        final OnsagerProfile profile = OnsagerProfile.of(
                depths, densities, diffusivities, temperature, law.factory().of(charges, temperature));
        return new FinalCoefficients(
                law,
                temperature,
                experiment.ions().stream().map(CaitIon::name).toList(),
                profile,
                DrivenProfile.of(profile, state.potentials()));
    }

    /** Temperature of the stage that a time is in; at the border of two, of the earlier. */
    private static double temperature(CaitCase experiment, double time) {
        final List<Stage> stages = experiment.stages();
        int at = 0;
        double end = stages.get(0).duration();
        while (time > end && at < stages.size() - 1) {
            at++;
            end = end + stages.get(at).duration();
        }
        return stages.get(at).temperature().orElse(experiment.temperature());
    }

    /**
     * Returns the least local entropy production of all nodes.
     *
     * @return \( \min \dot s \ge 0 \) [W/(K m&sup3;)]
     */
    public double leastEntropyProduction() {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < profile.nodes(); k++) {
            least = Math.min(least, driven.entropyProduction(k));
        }
        return least;
    }

    /**
     * Returns the mean of the local entropy production over the thickness, by the trapezoidal rule.
     *
     * @return \( \frac1L \int \dot s\, dx \) [W/(K m&sup3;)]; times L and T the power that a unit area dissipates
     */
    public double meanEntropyProduction() {
        double sum = 0;
        for (int k = 1; k < profile.nodes(); k++) {
            sum += (profile.depth(k) - profile.depth(k - 1))
                    * 0.5
                    * (driven.entropyProduction(k - 1) + driven.entropyProduction(k));
        }
        return sum / (profile.depth(profile.nodes() - 1) - profile.depth(0));
    }

    /**
     * Tells what the user should know of the law and the coefficients.
     *
     * @return warnings, without those of the run
     */
    public List<CaitResult.Warning> warnings() {
        final List<CaitResult.Warning> found = new ArrayList<>();
        if ("cait".equals(law.name())) {
            found.add(new CaitResult.Warning(
                    "law_contradicts_itself",
                    "law cait: D* = D_sigma/2 without cross coefficients contradicts the limit of isotopes, and its"
                            + " chemical potentials Gibbs-Duhem unless both densities are equal; it is the evaluation"
                            + " as published"));
        }
        for (int k = 0; k < profile.nodes(); k++) {
            if (!(profile.conductivity(k) > 0)) {
                found.add(new CaitResult.Warning(
                        "not_conducting",
                        String.format(
                                Locale.ROOT,
                                "nothing conducts at node %d (x = %.6g m): transference numbers and Haven ratio are"
                                        + " undefined there, and the resistance is infinite",
                                k,
                                profile.depth(k))));
                break;
            }
        }
        return List.copyOf(found);
    }
}
