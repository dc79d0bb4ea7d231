package org.npp.cait.report;

import static org.npp.core.PhysicalConstants.ELEMENTARY_CHARGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.core.Failure;
import org.npp.core.History;
import org.npp.core.NppState;
import org.npp.core.RunStatistics;
import org.npp.core.Termination;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/** Results of runs made from the reference profiles; see README.md beside them. Histories are invented and smooth. */
public final class ReferenceRun {
    /** Bulk density of Li [1/m&sup3;]. */
    public static final double BULK = 1.41e28;

    private static final double CURRENT = 1.12953452697e-3;
    private static final double DURATION = 2e5;

    private ReferenceRun() {}

    public static CaitResult potassium() {
        return of("K", 2.0e-21, "k.csv", 1.120e-7, 0);
    }

    public static CaitResult rubidium() {
        return of("Rb", 3.0e-22, "rb.csv", 1.050e-7, 0);
    }

    public static CaitResult caesium() {
        return of("Cs", 5.3e-23, "cs.csv", 1.020e-7, 0);
    }

    /** Potassium with a fraction of the lithium that never moves. */
    public static CaitResult withImmobileFraction() {
        return of("K", 2.0e-21, "k.csv", 1.120e-7, 0.03);
    }

    /** Potassium, stopped by the numerics. */
    public static CaitResult failed() {
        final CaitResult r = potassium();
        final Failure failure =
                new Failure(Termination.NEWTON_STAGNATION, 2e5, 12.5, 17, 1.042e-7, "Li", List.of(1.0, 3.2e-7), 1e-10);
        return new CaitResult(
                r.experiment(),
                r.outputs(),
                r.finalState(),
                r.history(),
                r.statistics(),
                OptionalDouble.empty(),
                List.of(new CaitResult.Warning("coarse_mesh", "the front is narrower than a cell & <not> resolved")),
                Optional.of(failure));
    }

    private static CaitResult of(String foreign, double diffusivity, String file, double front, double immobile) {
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(0.25 * ELEMENTARY_CHARGE), BULK, 0.10, immobile);
        final CaitCase experiment = CaitCase.of(
                foreign + "-CAIT on lithium borate glass",
                300,
                Sample.of(0.5e-3, 10),
                List.of(
                        CaitIon.ofNative("Li", 1, BULK, SedDiffusivity.of(sed, 1e-17)),
                        CaitIon.ofForeign(foreign, 1, ConstantDiffusivity.of(diffusivity))),
                List.of(Stage.attachment(foreign, CURRENT, DURATION)));
        final NppState state = state(rows(file));
        return new CaitResult(
                experiment,
                List.of(),
                state,
                history(state, front),
                statistics(),
                OptionalDouble.of(6.1e-4),
                List.of(),
                Optional.empty());
    }

    /** Cost and conservation of no run in particular. */
    public static RunStatistics statistics() {
        return new RunStatistics(
                Termination.COMPLETED,
                120,
                56,
                3,
                138,
                0.0123,
                1.25e-9,
                2.2e-5,
                3.1e-13,
                2.5e-9,
                Double.POSITIVE_INFINITY);
    }

    private static History history(NppState end, double front) {
        final List<History.Entry> entries = new ArrayList<>();
        final int steps = 56;
        for (int i = 0; i <= steps; i++) {
            final double share = Math.pow((double) i / steps, 3);
            entries.add(new History.Entry(
                    share * DURATION,
                    i == 0 ? 0 : CURRENT,
                    share * end.potential(0) + (1 - share) * 0.02,
                    share * DURATION * CURRENT,
                    5.7e-4 * (1 - Math.exp(-20 * share)),
                    share < 0.01 ? OptionalDouble.empty() : OptionalDouble.of(share * front)));
        }
        return new History(entries);
    }

    private static NppState state(List<double[]> rows) {
        final int n = rows.size();
        final double[] depth = new double[n];
        final double[] potential = new double[n];
        final double[][] densities = new double[2][n];
        final double[] charge = new double[n];
        for (int k = 0; k < n; k++) {
            depth[k] = rows.get(k)[0];
            potential[k] = rows.get(k)[1];
            densities[0][k] = rows.get(k)[2] * BULK;
            densities[1][k] = rows.get(k)[3] * BULK;
            charge[k] = (rows.get(k)[2] + rows.get(k)[3] - 1) * BULK * ELEMENTARY_CHARGE;
        }
        return NppState.of(DURATION, Mesh.of(depth), potential, densities, charge, 0);
    }

    private static List<double[]> rows(String file) {
        try (InputStream in = Objects.requireNonNull(
                ReferenceRun.class.getResourceAsStream("/org/npp/cait/reference/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> java.util.Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
