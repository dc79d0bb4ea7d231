package org.npp.cait.onsager;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.npp.cait.CaitResult;
import org.npp.onsager.SemidefiniteProjection;
import org.npp.onsager.md.BlockAverage;
import org.npp.onsager.uncertainty.Conversion;
import org.npp.onsager.uncertainty.Estimate;
import org.npp.onsager.uncertainty.MatrixConversions;
import org.npp.onsager.uncertainty.UpperTriangle;

/**
 * Onsager and related coefficients of a molecular dynamics run, with errors from the scatter of its blocks.
 *
 * <p>\[ L_{ij} = \frac{1}{2 d\,V kT} \frac{d}{dt} \langle \Delta R_i \cdot \Delta R_j \rangle \]
 *
 * <p>by least squares in a window of time. If the masses are known the coefficients are taken from the frame of the centre of
 * mass to that of the network. Conductivity and transference numbers follow, and from mean squared displacements and
 * numbers of particles the tracer diffusion coefficients and the Haven ratio, all errors with their covariance.
 *
 * <p><strong>Threading.</strong> Instances are immutable and thread-safe.
 *
 * @param ions names of the ions
 * @param blocks number of blocks
 * @param from begin of the window [s]
 * @param to end of the window [s]
 * @param networkFrame whether the coefficients were taken to the frame of the network
 * @param exponents of \( t^\beta \), one per ion [1]; 1 where motion is diffusive
 * @param coefficients all coefficients
 * @param nearest the nearest matrix that obeys the second law, and how far it is
 * @param warnings what the user should know
 */
public record SimulatedCoefficients(
        List<String> ions,
        int blocks,
        double from,
        double to,
        boolean networkFrame,
        List<Double> exponents,
        List<Coefficient> coefficients,
        SemidefiniteProjection nearest,
        List<CaitResult.Warning> warnings) {

    /** How far an exponent may be from 1 without a warning. */
    private static final double DIFFUSIVE = 0.1;

    /** Growth of errors with the length of the blocks, in standard errors of itself, that is reported. */
    private static final double GROWTH = 3;

    /**
     * One coefficient.
     *
     * @param name name with the ions, as in {@code onsager.csv} of a case
     * @param value value
     * @param standardError its standard error
     * @param unit unit of both
     */
    public record Coefficient(String name, double value, double standardError, String unit) {}

    /**
     * Copies the lists.
     *
     * @param ions names of the ions
     * @param blocks number of blocks
     * @param from begin of the window [s]
     * @param to end of the window [s]
     * @param networkFrame whether the coefficients were taken to the frame of the network
     * @param exponents of \( t^\beta \), one per ion [1]
     * @param coefficients all coefficients
     * @param nearest the nearest matrix that obeys the second law
     * @param warnings what the user should know
     */
    public SimulatedCoefficients {
        ions = List.copyOf(ions);
        exponents = List.copyOf(exponents);
        coefficients = List.copyOf(coefficients);
        warnings = List.copyOf(warnings);
    }

    /**
     * Evaluates a run.
     *
     * @param run the run
     * @param from begin of the window [s], \( \gt 0 \)
     * @param to end of the window [s]; at least 2 times lie in it
     * @return the coefficients
     * @throws IllegalArgumentException if the window is too narrow
     */
    public static SimulatedCoefficients of(DisplacementRun run, double from, double to) {
        final int n = run.ions().size();
        final UpperTriangle triangle = new UpperTriangle(n);
        final List<CaitResult.Warning> warnings = new ArrayList<>();
        final List<Double> exponents = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            exponents.add(run.series().exponent(triangle.index(i, i), from, to));
        }
        final BlockAverage slopes = run.series().slopes(from, to);
        warnOfMotion(run.ions(), exponents, from, to, warnings);
        warnOfBlocks(run, slopes, warnings);
        final Estimate all = inFrame(run, estimate(run, slopes));
        final Estimate l = leading(all, triangle.size());
        final SemidefiniteProjection nearest = SemidefiniteProjection.of(triangle.matrix(l.values()), run.charges());
        warnOfSecondLaw(nearest, warnings);
        return new SimulatedCoefficients(
                run.ions(),
                slopes.blocks(),
                from,
                to,
                run.frame().isPresent(),
                exponents,
                list(run, all, l, warnings),
                nearest,
                warnings);
    }

    private static Estimate estimate(DisplacementRun run, BlockAverage slopes) {
        return run.tracers()
                ? run.box().coefficientsAndTracers(run.ions().size(), slopes)
                : run.box().coefficients(slopes);
    }

    /** The matrix in the frame of the network, if the masses tell how; tracers as they are. */
    private static Estimate inFrame(DisplacementRun run, Estimate all) {
        if (run.frame().isEmpty()) {
            return all;
        }
        final int products = new UpperTriangle(run.ions().size()).size();
        final Conversion conversion = run.frame().get().toNetworkConversion();
        final DMatrixRMaj change =
                conversion.at(leading(all, products).values()).jacobian();
        final DMatrixRMaj whole = new DMatrixRMaj(all.size(), all.size());
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                final boolean inside = i < products && j < products;
                whole.set(i, j, inside ? change.get(i, j) : i == j ? 1 : 0);
            }
        }
        return all.through(MatrixConversions.linear(whole));
    }

    private static Estimate leading(Estimate all, int count) {
        final DMatrixRMaj selection = new DMatrixRMaj(count, all.size());
        for (int k = 0; k < count; k++) {
            selection.set(k, k, 1);
        }
        return all.through(MatrixConversions.linear(selection));
    }

    private static List<Coefficient> list(
            DisplacementRun run, Estimate all, Estimate l, List<CaitResult.Warning> warnings) {
        final List<String> ions = run.ions();
        final int n = ions.size();
        final UpperTriangle triangle = new UpperTriangle(n);
        final List<Coefficient> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                add(list, "L_" + ions.get(i) + "_" + ions.get(j), l, triangle.index(i, j), "1/(J m s)");
            }
        }
        final Optional<Estimate> conduction = conduction(run, l, warnings);
        conduction.ifPresent(c -> {
            add(list, "sigma", c, 0, "S/m");
            for (int i = 0; i < n; i++) {
                add(list, "t_" + ions.get(i), c, i + 1, "1");
            }
        });
        for (int i = 0; run.tracers() && i < n; i++) {
            add(list, "tracer_" + ions.get(i), all, triangle.size() + i, "m^2/s");
        }
        final double[] densities = run.densities();
        if (densities.length > 0) {
            final double temperature = run.box().temperature();
            final Estimate d =
                    l.through(MatrixConversions.conductivityDiffusivities(run.charges(), densities, temperature));
            for (int i = 0; i < n; i++) {
                add(list, "D_sigma_" + ions.get(i), d, i, "m^2/s");
            }
            if (run.tracers() && conduction.isPresent()) {
                final Estimate haven = all.through(MatrixConversions.havenRatio(run.charges(), densities, temperature));
                add(list, "haven_ratio", haven, 0, "1");
            }
        }
        return list;
    }

    private static void add(List<Coefficient> list, String name, Estimate estimate, int index, String unit) {
        list.add(new Coefficient(name, estimate.value(index), estimate.standardError(index), unit));
    }

    private static Optional<Estimate> conduction(DisplacementRun run, Estimate l, List<CaitResult.Warning> warnings) {
        try {
            return Optional.of(l.through(MatrixConversions.conductivityAndTransference(run.charges())));
        } catch (IllegalArgumentException e) {
            warnings.add(new CaitResult.Warning(
                    "not_conducting",
                    "no conductivity, transference numbers and Haven ratio: " + e.getMessage()
                            + "; the run is too short, or the window too late"));
            return Optional.empty();
        }
    }

    private static void warnOfMotion(
            List<String> ions, List<Double> exponents, double from, double to, List<CaitResult.Warning> warnings) {
        for (int i = 0; i < ions.size(); i++) {
            final double beta = exponents.get(i);
            if (!(Math.abs(beta - 1) <= DIFFUSIVE)) {
                warnings.add(new CaitResult.Warning(
                        "not_diffusive",
                        String.format(
                                Locale.ROOT,
                                "<R_%s^2> goes as t^%.2f from %.4g to %.4g s, 1 is diffusive: choose another window",
                                ions.get(i),
                                beta,
                                from,
                                to)));
            }
        }
    }

    /** Errors that grow with the length of the blocks belong to blocks that are correlated. */
    private static void warnOfBlocks(DisplacementRun run, BlockAverage slopes, List<CaitResult.Warning> warnings) {
        if (slopes.blocks() < 4) {
            return;
        }
        final Estimate own = slopes.estimate();
        final BlockAverage longer = slopes.halved();
        final Estimate twice = longer.estimate();
        final double allowed = 1 + GROWTH * longer.errorOfStandardError();
        final UpperTriangle triangle = new UpperTriangle(run.ions().size());
        for (int i = 0; i < run.ions().size(); i++) {
            final int k = triangle.index(i, i);
            final double growth = twice.standardError(k) / own.standardError(k);
            if (growth > allowed) {
                warnings.add(new CaitResult.Warning(
                        "blocks_correlated",
                        String.format(
                                Locale.ROOT,
                                "the error of L_%1$s_%1$s is %2$.2f times as large from blocks twice as long: blocks"
                                        + " depend on each other, and the errors given are too small",
                                run.ions().get(i),
                                growth)));
            }
        }
    }

    private static void warnOfSecondLaw(SemidefiniteProjection nearest, List<CaitResult.Warning> warnings) {
        if (nearest.change() > 0) {
            warnings.add(new CaitResult.Warning(
                    "not_semidefinite",
                    String.format(
                            Locale.ROOT,
                            "the coefficients break the second law, by their errors or because they do not belong"
                                    + " together: the nearest that keep it differ by up to %.2g sqrt(L_ii L_jj)",
                            nearest.change())));
        }
    }
}
