package org.npp.cait.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.core.sensitivity.Parameter;
import org.npp.core.transport.ConstantDiffusivity;

/**
 * Which part of a diffusivity D(n) the data of a fit determine without the shape that was assumed for it.
 *
 * <p>The law is multiplied by a factor that is free at nodes, eight per decade of the fraction, with a piecewise linear
 * logarithm between; the law's own parameters are fixed, all others stay free. With the derivatives S of the weighted
 * residuals to all of them, from the solver, the factor's logarithm has the covariance
 * \( (S^T S + \Lambda)^{-1} \), where \( \Lambda \) says that before the measurement each node was known to a decade (and
 * every other parameter to three). Where the standard error has come below {@value #LIMIT}, a factor of two at 95 %, the
 * data determine the diffusivity; elsewhere what a fit says about it is the assumed shape.
 *
 * <p><strong>Valid for</strong> small changes of the law: derivatives are those at the best values. A part counts as
 * determined together with its neighbours within an eighth of a decade. <strong>Threading.</strong> Instances are
 * immutable and thread-safe.
 */
public final class Identifiability {
    /** Standard error of the logarithm of a diffusivity that counts as determined: a factor of two at 95 %. */
    public static final double LIMIT = 0.35;

    /** Standard error of the logarithm before the measurement: a decade. */
    private static final double PRIOR = Math.log(10);

    /** The same of the coordinates of all other parameters. */
    private static final double WIDE_PRIOR = Math.log(1e3);

    private static final int NODES_PER_DECADE = 8;

    /** Least fraction with a node of its own. */
    static final double LEAST = 1e-3;

    /** Change of a coordinate by which the parameters of a law are found, and change of the law's logarithm that counts. */
    private static final double STEP = 1e-3;

    private static final double CHANGE = 1e-9;

    private final String ion;
    private final NodalErrors errors;
    private final List<Part> parts;
    private final List<Integer> own;
    private final FitWork work;

    private Identifiability(String ion, NodalErrors errors, List<Part> parts, List<Integer> own, FitWork work) {
        this.ion = ion;
        this.errors = errors;
        this.parts = List.copyOf(parts);
        this.own = own;
        this.work = work;
    }

    /**
     * A range of fractions.
     *
     * @param low least fraction [1]
     * @param high greatest fraction [1]
     */
    public record Range(double low, double high) {}

    /**
     * What the data of some experiments determine by themselves.
     *
     * @param foreignIon the foreign ion; several are joined by "and"; the experiment if there is none
     * @param source the data in words: {@code K's profile}
     * @param ranges ranges of the native fraction, in increasing order; may be empty
     */
    public record Part(String foreignIon, String source, List<Range> ranges) {
        /**
         * Copies the list.
         *
         * @param foreignIon the foreign ion; several are joined by "and"; the experiment if there is none
         * @param source the data in words: {@code K's profile}
         * @param ranges ranges of the native fraction, in increasing order; may be empty
         */
        public Part {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * Analyses the native ion of a fit whose diffusivity depends on the composition.
     *
     * @param study the fit
     * @param best best values of the parameters [SI]. Not modified.
     * @param variance of the residuals [1]: 1 where their standard errors are known
     * @return the analysis; empty if there is no such ion, or no simulation at the best values
     */
    public static Optional<Identifiability> of(FitStudy study, double[] best, double variance) {
        for (final FitExperiment experiment : study.experiments()) {
            for (final CaitIon candidate : experiment.experiment(best).ions()) {
                if (candidate.isNative() && !(candidate.diffusivity() instanceof ConstantDiffusivity)) {
                    return of(study, best, variance, candidate.name());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Identifiability> of(FitStudy study, double[] best, double variance, String ion) {
        final long begin = System.nanoTime();
        final int count = 1 + (int) Math.round(NODES_PER_DECADE * -Math.log10(LEAST));
        final double[] nodes = IntStream.range(0, count)
                .mapToDouble(k -> Math.log(LEAST) * (1 - (double) k / (count - 1)))
                .toArray();
        final List<Integer> own = new ArrayList<>();
        final List<FitParameter> parameters = new ArrayList<>();
        final List<Integer> others = new ArrayList<>();
        for (int j = 0; j < best.length; j++) {
            if (shapes(study, best, j, ion)) {
                own.add(j);
            } else {
                others.add(j);
                parameters.add(study.parameters().get(j));
            }
        }
        final double[] point = new double[others.size() + count];
        for (int j = 0; j < others.size(); j++) {
            point[j] = parameters.get(j).coordinate(best[others.get(j)]);
        }
        for (int k = 0; k < count; k++) {
            parameters.add(new FitParameter(NodalDiffusivity.name(k), "", 1, 0, -0.5, 0.5, FitParameter.Scale.LINEAR));
        }
        final int[] kept = others.stream().mapToInt(Integer::intValue).toArray();
        final List<FitExperiment> experiments = study.experiments().stream()
                .<FitExperiment>map(e -> new NodalExperiment(e, best, kept, ion, nodes))
                .toList();
        final StudyModel model = new StudyModel(experiments, parameters, study.loss());
        if (model.residuals(point).length == 0) {
            return Optional.empty();
        }
        final double[][] slopes = model.jacobian(point);
        final Map<String, List<double[]>> rows = new LinkedHashMap<>();
        final Set<String> more = new HashSet<>();
        int offset = 0;
        for (final FitExperiment experiment : study.experiments()) {
            final int end = offset
                    + experiment.data().stream().mapToInt(DataSeries::size).sum();
            final String foreign = foreign(experiment, best);
            rows.computeIfAbsent(foreign, name -> new ArrayList<>())
                    .addAll(Arrays.asList(slopes).subList(offset, end));
            if (experiment.data().stream().anyMatch(s -> s.quantity() != DataSeries.Quantity.FRACTION)) {
                more.add(foreign);
            }
            offset = end;
        }
        final List<Part> parts = new ArrayList<>();
        rows.forEach((foreign, mine) -> parts.add(new Part(
                foreign,
                foreign + (more.contains(foreign) ? "\u2019s data" : "\u2019s profile"),
                errors(mine.toArray(new double[0][]), variance, kept.length, nodes)
                        .ranges())));
        final NodalErrors all = errors(slopes, variance, kept.length, nodes);
        return Optional.of(new Identifiability(ion, all, parts, own, model.work("identifiability", begin)));
    }

    /** Standard errors at the nodes, which come after the other parameters. */
    private static NodalErrors errors(double[][] rows, double variance, int others, double[] nodes) {
        final RealMatrix slopes = new Array2DRowRealMatrix(rows, false);
        final RealMatrix information = slopes.transpose().multiply(slopes).scalarMultiply(1 / variance);
        for (int j = 0; j < others + nodes.length; j++) {
            final double prior = j < others ? WIDE_PRIOR : PRIOR;
            information.addToEntry(j, j, 1 / (prior * prior));
        }
        final RealMatrix covariance =
                new LUDecomposition(information).getSolver().getInverse();
        final double[] errors = new double[nodes.length];
        Arrays.setAll(errors, k -> Math.sqrt(covariance.getEntry(others + k, others + k)));
        return new NodalErrors(nodes, errors);
    }

    /** The foreign ions that an experiment drives; its name if there are none. */
    private static String foreign(FitExperiment experiment, double[] best) {
        final CaitCase at = experiment.experiment(best);
        final String ions = at.stages().stream()
                .flatMap(stage -> stage.ion().stream())
                .filter(name -> at.ions().stream()
                        .anyMatch(i -> !i.isNative() && i.name().equals(name)))
                .distinct()
                .collect(Collectors.joining(" and "));
        return ions.isEmpty() ? experiment.name() : ions;
    }

    /** Whether a parameter belongs to the law of the ion, in any experiment. */
    private static boolean shapes(FitStudy study, double[] best, int j, String ion) {
        final FitParameter p = study.parameters().get(j);
        final double middle = p.coordinate(best[j]);
        final double[] moved = best.clone();
        moved[j] = p.value(middle + STEP <= p.coordinate(p.max()) ? middle + STEP : middle - STEP);
        for (final FitExperiment experiment : study.experiments()) {
            final boolean temperature = experiment.influence(j) instanceof Influence.InSolver solver
                    && solver.parameter() instanceof Parameter.Temperature;
            if (!temperature && differ(experiment.experiment(best), experiment.experiment(moved), ion)) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(CaitCase one, CaitCase other, String ion) {
        for (int i = 0; i < one.ions().size(); i++) {
            if (one.ions().get(i).name().equals(ion)) {
                final double[] densities = new double[one.ions().size()];
                for (final double fraction : new double[] {0.01, 0.1, 0.5, 1}) {
                    densities[i] = fraction * one.bulkDensity();
                    final double before = one.ions().get(i).diffusivity().value(i, densities, one.temperature());
                    final double after = other.ions().get(i).diffusivity().value(i, densities, one.temperature());
                    if (Math.abs(after - before) > CHANGE * Math.abs(before)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What the analysis took. */
    FitWork work() {
        return work;
    }

    /**
     * Returns the ion.
     *
     * @return name
     */
    public String ion() {
        return ion;
    }

    /**
     * Tells whether a parameter belongs to the ion's law.
     *
     * @param parameter index of the parameter
     * @return whether it does, in some experiment
     */
    public boolean shapes(int parameter) {
        return own.contains(parameter);
    }

    /**
     * Returns the standard error of the logarithm of the diffusivity, without an assumed shape; linear between nodes.
     *
     * @param fraction fraction of the ion, in (0, 1]
     * @return standard error [1], at most 2.3, that of no knowledge
     */
    public double standardError(double fraction) {
        return errors.at(fraction);
    }

    /**
     * Tells whether the data determine the diffusivity at a fraction, within a factor of two at 95 %.
     *
     * @param fraction fraction of the ion, in (0, 1]
     * @return whether the standard error is at most {@link #LIMIT}
     */
    public boolean constrained(double fraction) {
        return errors.constrained(fraction);
    }

    /**
     * Returns the fractions at which the data determine the diffusivity.
     *
     * @return ranges in increasing order, their ends to 3 %; may be empty
     */
    public List<Range> ranges() {
        return errors.ranges();
    }

    /**
     * Returns what the data of each foreign ion determine by themselves.
     *
     * @return unmodifiable list, in the order of the experiments
     */
    public List<Part> parts() {
        return parts;
    }
}
