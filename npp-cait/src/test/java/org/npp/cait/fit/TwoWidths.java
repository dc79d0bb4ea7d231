package org.npp.cait.fit;

import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.core.sensitivity.Parameter;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;
import org.npp.sed.shape.GaussianMixtureSed;

/**
 * The experiment of {@link Alkali} with a distribution of two widths about one energy: parameter 0 is the width of the
 * first half, the last one that of the second.
 *
 * @param own the experiment with one width
 * @param second index of the second width
 */
record TwoWidths(Alkali own, int second) implements FitExperiment {
    static CaitCase of(CaitCase one, double first, double second) {
        final GaussianMixtureSed shape = GaussianMixtureSed.of(List.of(
                new GaussianMixtureSed.Component(0.5, 0, first), new GaussianMixtureSed.Component(0.5, 0, second)));
        final CaitIon li = one.ions().get(0);
        final PopulatedSed sed = PopulatedSed.of(shape, li.bulkDensity(), 0.1, 0);
        final CaitIon changed = CaitIon.ofNative("Li", 1, li.bulkDensity(), SedDiffusivity.of(sed, 1e-17));
        return CaitCase.of(
                one.title(),
                one.temperature(),
                one.sample(),
                List.of(changed, one.ions().get(1)),
                one.stages());
    }

    @Override
    public String name() {
        return own.name();
    }

    @Override
    public CaitCase experiment(double[] values) {
        return of(own.experiment(values), values[0], values[second]);
    }

    @Override
    public Observation observation(double[] values) {
        return own.observation(values);
    }

    @Override
    public Influence influence(int parameter) {
        if (parameter == 0 || parameter == second) {
            final String name = parameter == 0 ? "components[0].fwhm" : "components[1].fwhm";
            return new Influence.InSolver(new Parameter.Diffusivity(0, name), false);
        }
        return own.influence(parameter);
    }

    @Override
    public List<DataSeries> data() {
        return own.data();
    }
}
