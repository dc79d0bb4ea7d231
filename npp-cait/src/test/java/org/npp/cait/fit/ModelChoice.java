package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.CaitCase;

/** Comparisons of one width with two on synthetic profiles of three ions. */
final class ModelChoice {
    private static final String[] IONS = {"K", "Rb", "Cs"};
    private static final double[] DIFFUSIVITIES = {2e-21, 3e-22, 5.3e-23};

    private ModelChoice() {}

    /** Profiles made with one width, 250 meV, or with the two given ones [eV]. */
    static List<FitExperiment> data(long seed, double... widths) {
        final List<FitExperiment> all = new ArrayList<>();
        for (int i = 0; i < IONS.length; i++) {
            final CaitCase one = Alkali.of(IONS[i], 0.25 * Alkali.EV, DIFFUSIVITIES[i]);
            final CaitCase truth =
                    widths.length == 0 ? one : TwoWidths.of(one, widths[0] * Alkali.EV, widths[1] * Alkali.EV);
            all.add(new Alkali(IONS[i], 1 + i, -1, true, Alkali.measured(truth, seed + i)));
        }
        return all;
    }

    private static List<FitParameter> parameters() {
        final List<FitParameter> all = new ArrayList<>(List.of(Alkali.fwhm(0.25)));
        for (int i = 0; i < IONS.length; i++) {
            all.add(Alkali.diffusivity(IONS[i], DIFFUSIVITIES[i]));
        }
        return all;
    }

    static FitResult one(List<FitExperiment> data) throws FitException {
        return SedFit.of(new FitStudy(parameters(), data, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE))
                .run();
    }

    static FitResult two(List<FitExperiment> data) throws FitException {
        final List<FitParameter> all = parameters();
        // apart, as equal ones have no derivative to their difference
        all.set(0, Alkali.fwhm(0.18));
        all.add(new FitParameter(
                "Li.sed.components[1].fwhm",
                "meV",
                1e-3 * Alkali.EV,
                0.32 * Alkali.EV,
                0.05 * Alkali.EV,
                0.9 * Alkali.EV,
                FitParameter.Scale.LINEAR));
        final List<FitExperiment> changed = data.stream()
                .<FitExperiment>map(e -> new TwoWidths((Alkali) e, 4))
                .toList();
        return SedFit.of(new FitStudy(all, changed, Loss.LEAST_SQUARES, FitStudy.Uncertainty.COVARIANCE))
                .run();
    }

    static ModelComparison compare(List<FitExperiment> data) throws FitException {
        return ModelComparison.of(
                List.of("one width", "two widths"), List.of(one(data), two(data)), 2, progress -> {}, () -> false);
    }
}
