package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.core.sensitivity.Parameter;

/**
 * An experiment in which the diffusivity of one ion is free at every fraction: its parameters are some of the original
 * ones and then the {@linkplain NodalDiffusivity nodes}. Immutable.
 */
final class NodalExperiment implements FitExperiment {
    private final FitExperiment original;
    private final double[] best;
    private final int[] kept;
    private final String ion;
    private final double[] nodes;

    /**
     * Frees the diffusivity.
     *
     * @param original the experiment
     * @param best values of all its parameters [SI]. Kept.
     * @param kept indices of those that stay parameters. Kept.
     * @param ion name of the ion
     * @param nodes logarithms of the fractions at the nodes. Kept.
     */
    NodalExperiment(FitExperiment original, double[] best, int[] kept, String ion, double[] nodes) {
        this.original = original;
        this.best = best;
        this.kept = kept;
        this.ion = ion;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return original.name();
    }

    private double[] originals(double[] values) {
        final double[] all = best.clone();
        for (int j = 0; j < kept.length; j++) {
            all[kept[j]] = values[j];
        }
        return all;
    }

    @Override
    public CaitCase experiment(double[] values) {
        final CaitCase own = original.experiment(originals(values));
        final double[] logarithms = new double[nodes.length];
        System.arraycopy(values, kept.length, logarithms, 0, nodes.length);
        final List<CaitIon> ions = new ArrayList<>(own.ions());
        index(own).ifPresent(i -> {
            final CaitIon old = ions.get(i);
            ions.set(
                    i,
                    new CaitIon(
                            old.name(),
                            old.charge(),
                            old.bulkDensity(),
                            old.discharged(),
                            NodalDiffusivity.of(old.diffusivity(), own.bulkDensity(), nodes, logarithms)));
        });
        return new CaitCase(
                own.title(),
                own.temperature(),
                own.sample(),
                ions,
                own.stages(),
                own.start(),
                own.outputTimes(),
                own.numerics());
    }

    /** Index of the ion in a case, if it has it. */
    private OptionalInt index(CaitCase own) {
        for (int i = 0; i < own.ions().size(); i++) {
            if (own.ions().get(i).name().equals(ion)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public Observation observation(double[] values) {
        return original.observation(originals(values));
    }

    @Override
    public Influence influence(int parameter) {
        if (parameter < kept.length) {
            return original.influence(kept[parameter]);
        }
        final OptionalInt own = index(original.experiment(best));
        return own.isEmpty()
                ? new Influence.None()
                : new Influence.InSolver(
                        new Parameter.Diffusivity(own.getAsInt(), NodalDiffusivity.name(parameter - kept.length)),
                        false);
    }

    @Override
    public List<DataSeries> data() {
        return original.data();
    }
}
