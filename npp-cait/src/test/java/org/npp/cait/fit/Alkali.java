package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitSimulation;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.cait.measure.GaussianResolution;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/**
 * An experiment with one foreign ion on lithium borate glass: parameter 0 is the width of the distribution of Li,
 * parameter {@code own} the diffusivity of the ion, parameter {@code resolution}, if any, the depth resolution.
 *
 * @param name name of the foreign ion
 * @param own index of its diffusivity
 * @param resolution index of the depth resolution; -1 for a fixed one of 3 nm
 * @param inSolver whether the solver's derivatives are used
 * @param profile what was measured
 */
record Alkali(String name, int own, int resolution, boolean inSolver, MeasuredProfile profile)
        implements FitExperiment {
    static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;

    /** Resolution of the measurement [m]. */
    static final double RESOLUTION = 3e-9;

    private static final double BULK = 1.41e28;

    private static final int NODES_OF_TRUTH = 400;

    static FitParameter fwhm(double start) {
        return new FitParameter(
                "Li.sed.fwhm", "meV", 1e-3 * EV, start * EV, 0.05 * EV, 0.6 * EV, FitParameter.Scale.LINEAR);
    }

    static FitParameter diffusivity(String ion, double start) {
        return new FitParameter(ion + ".diffusivity", "m^2/s", 1, start, 0, 1, FitParameter.Scale.LOG);
    }

    static CaitCase of(String name, double fwhm, double diffusivity) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(fwhm), BULK, 0.1, 0);
        return CaitCase.of(
                name,
                300,
                Sample.of(0.5e-3, 10),
                List.of(
                        CaitIon.ofNative("Li", 1, BULK, SedDiffusivity.of(sed, 1e-17)),
                        CaitIon.ofForeign(name, 1, ConstantDiffusivity.of(diffusivity))),
                List.of(Stage.attachment(name, 1.12953452697e-3, 2e5)));
    }

    /** A profile of 1 nm spacing with Poisson noise, 10,000 counts at bulk density, and the errors of its counts. */
    static MeasuredProfile measured(CaitCase truth, long seed) {
        final Random random = new Random(seed);
        return counted(truth, expected -> poisson(expected, random));
    }

    /** The same without the noise: a fit of it misses the truth by what its nodes and time steps add. */
    static MeasuredProfile expected(CaitCase truth) {
        return counted(truth, expected -> expected);
    }

    /** Made on nodes enough to know nothing of the fit's. */
    private static MeasuredProfile counted(CaitCase truth, DoubleUnaryOperator count) {
        final CaitCase fine = truth.withNumerics(truth.numerics().withNodes(NODES_OF_TRUTH));
        final NppState state = CaitSimulation.of(fine).runOnce().finalState();
        final double[] depths = new double[130];
        for (int k = 0; k < depths.length; k++) {
            depths[k] = 1e-9 * (k + 0.5);
        }
        final Observation observation = Observation.of(GaussianResolution.of(RESOLUTION));
        final double[][] fractions = new double[2][depths.length];
        final double[][] sigmas = new double[2][depths.length];
        final double counts = 1e4;
        for (int i = 0; i < 2; i++) {
            final double[] density = observation.apply(state.mesh().toArray(), state.densities(i), depths);
            for (int m = 0; m < depths.length; m++) {
                final double expected = density[m] / BULK * counts;
                fractions[i][m] = count.applyAsDouble(expected) / counts;
                sigmas[i][m] = Math.sqrt(Math.max(1, expected)) / counts;
            }
        }
        return MeasuredProfile.of(depths, List.of("Li", truth.title()), fractions, sigmas, true);
    }

    /** By waiting times. */
    private static double poisson(double mean, Random random) {
        double time = -Math.log1p(-random.nextDouble());
        int n = 0;
        while (time < mean) {
            time -= Math.log1p(-random.nextDouble());
            n++;
        }
        return n;
    }

    /** K, Rb and Cs with the values of the reference cases, parameters 1 to 3. */
    static List<FitExperiment> three(long seed, boolean inSolver) {
        final long[] next = {seed};
        return three(inSolver, truth -> measured(truth, next[0]++));
    }

    /** The same without noise. */
    static List<FitExperiment> threeExpected() {
        return three(true, Alkali::expected);
    }

    private static List<FitExperiment> three(boolean inSolver, Function<CaitCase, MeasuredProfile> measurement) {
        final String[] names = {"K", "Rb", "Cs"};
        final double[] diffusivities = {2e-21, 3e-22, 5.3e-23};
        final List<FitExperiment> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            final MeasuredProfile data = measurement.apply(of(names[i], 0.25 * EV, diffusivities[i]));
            all.add(new Alkali(names[i], 1 + i, -1, inSolver, data));
        }
        return all;
    }

    @Override
    public CaitCase experiment(double[] values) {
        return of(name, values[0], values[own]);
    }

    @Override
    public List<DataSeries> data() {
        return DataSeries.of(profile, OptionalDouble.empty());
    }

    @Override
    public Observation observation(double[] values) {
        return Observation.of(GaussianResolution.of(resolution < 0 ? RESOLUTION : values[resolution]));
    }

    @Override
    public Influence influence(int parameter) {
        if (parameter == resolution) {
            return new Influence.Measuring();
        }
        if (parameter != 0 && parameter != own) {
            return new Influence.None();
        }
        final Parameter solver =
                parameter == 0 ? new Parameter.Diffusivity(0, "fwhm") : new Parameter.Diffusivity(1, "diffusivity");
        return inSolver ? new Influence.InSolver(solver, false) : new Influence.Simulation();
    }
}
