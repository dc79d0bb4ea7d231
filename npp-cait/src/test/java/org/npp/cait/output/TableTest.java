package org.npp.cait.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.cait.onsager.AssumedLaw;
import org.npp.cait.onsager.FinalCoefficients;
import org.npp.cait.report.Provenance;
import org.npp.cait.report.ReferenceRun;
import org.npp.core.History;
import org.npp.core.NppState;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;

class TableTest {
    private static final Provenance PROVENANCE = new Provenance("1.2.3", "cafe", Instant.parse("2026-01-02T03:04:05Z"));

    /** Lines of a table, read without any library; every line must end with CR LF. */
    private static List<String> lines(String csv) {
        assertTrue(csv.endsWith("\r\n"));
        final List<String> lines = List.of(csv.split("\r\n", -1));
        lines.forEach(line -> assertTrue(line.indexOf('\r') < 0 && line.indexOf('\n') < 0));
        return lines.subList(0, lines.size() - 1);
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
                .toArray();
    }

    private static List<String> profile(CaitCase experiment, NppState state) throws IOException {
        final StringBuilder out = new StringBuilder();
        ProfileTable.write(out, experiment, state, PROVENANCE);
        return lines(out.toString());
    }

    @Test
    void aProfileTellsWhereItComesFromAndWhatARestartNeeds() throws IOException {
        final CaitResult run = ReferenceRun.potassium();
        assertEquals(
                List.of(
                        "# npp 1.2.3",
                        "# case_sha256: cafe",
                        "# date: 2026-01-02T03:04:05Z",
                        "# time_s: 200000.0",
                        "# surface_charge_C_per_m2: 0.0",
                        "depth_m,potential_V,Li_fraction,K_fraction,charge_density_C_per_m3"),
                profile(run.experiment(), run.finalState()).subList(0, 6));
    }

    @Test
    void fractionsAreThoseOfTheReferenceFile() throws IOException {
        final CaitResult run = ReferenceRun.potassium();
        final List<String> lines = profile(run.experiment(), run.finalState());
        assertEquals(266 + 6, lines.size());
        // second data row of k.csv: 1.000000e-10,1.4454891e+00,2.8971656e-02,9.7139805e-01
        final double[] row = numbers(lines.get(7));
        assertEquals(1e-10, row[0]);
        assertEquals(1.4454891, row[1]);
        assertEquals(2.8971656e-2, row[2], 1e-17);
        assertEquals(9.7139805e-1, row[3], 1e-15);
    }

    @Property(tries = 100)
    void profilesReadBackExactly(@ForAll Random random) throws IOException {
        final int n = 2 + random.nextInt(20);
        final double[] depth = new double[n];
        final double[] potential = new double[n];
        final double[] charge = new double[n];
        final double[][] densities = new double[3][n];
        for (int k = 0; k < n; k++) {
            depth[k] = k == 0 ? 0 : depth[k - 1] + Math.exp(-30 * random.nextDouble());
            potential[k] = random.nextGaussian() * Math.exp(50 * random.nextGaussian());
            charge[k] = random.nextGaussian() * Math.exp(50 * random.nextGaussian());
            for (final double[] density : densities) {
                density[k] = random.nextInt(5) == 0 ? 0 : Math.exp(60 * random.nextGaussian());
            }
        }
        final CaitCase experiment = CaitCase.of(
                "random",
                300,
                Sample.of(1, 1),
                List.of(
                        CaitIon.ofForeign("K", 1, ConstantDiffusivity.of(1)),
                        CaitIon.ofNative("Li", 1, 1.25e28, ConstantDiffusivity.of(1)),
                        CaitIon.ofNative("Na", 1, 0.75e28, ConstantDiffusivity.of(1))),
                List.of(Stage.rest(1)));
        final NppState state = NppState.of(
                random.nextDouble() * 1e6, Mesh.of(depth), potential, densities, charge, random.nextGaussian());
        final List<String> lines = profile(experiment, state);
        assertEquals(state.time(), Double.parseDouble(lines.get(3).split(": ", -1)[1]));
        assertEquals(state.surfaceCharge(), Double.parseDouble(lines.get(4).split(": ", -1)[1]));
        assertEquals("depth_m,potential_V,K_fraction,Li_fraction,Na_fraction,charge_density_C_per_m3", lines.get(5));
        assertEquals(n + 6, lines.size());
        for (int k = 0; k < n; k++) {
            final double[] row = numbers(lines.get(6 + k));
            assertEquals(6, row.length);
            assertEquals(depth[k], row[0]);
            assertEquals(potential[k], row[1]);
            for (int i = 0; i < 3; i++) {
                assertEquals(densities[i][k] / 2e28, row[2 + i]);
                assertEquals(densities[i][k], row[2 + i] * 2e28, Math.ulp(densities[i][k]));
            }
            assertEquals(charge[k], row[5]);
        }
    }

    @Test
    void theHistoryHasAnEmptyFieldWhereThereIsNoFront() throws IOException {
        final StringBuilder out = new StringBuilder();
        HistoryTable.write(
                out,
                new History(List.of(
                        new History.Entry(0, 0, -0.0, 0, 0, OptionalDouble.empty()),
                        new History.Entry(0.1, 1.12953452697e-3, 1.5, 1e-4, 2e-300, OptionalDouble.of(1.0 / 3)))),
                PROVENANCE);
        assertEquals(
                List.of(
                        "# npp 1.2.3",
                        "# case_sha256: cafe",
                        "# date: 2026-01-02T03:04:05Z",
                        "time_s,current_density_A_per_m2,surface_potential_V,charge_C_per_m2,surface_charge_C_per_m2,"
                                + "front_depth_m",
                        "0.0,0.0,-0.0,0.0,0.0,",
                        "0.1,0.00112953452697,1.5,1.0E-4,2.0E-300,0.3333333333333333"),
                lines(out.toString()));
    }

    @Test
    void whatIsNotDefinedIsAnEmptyField() throws IOException {
        final CaitCase experiment = CaitCase.of(
                "rest",
                300,
                Sample.of(1e-6, 10),
                List.of(CaitIon.ofNative("Li", 1, 1e28, ConstantDiffusivity.of(1e-17))),
                List.of(Stage.rest(10)));
        final double[] zero = new double[3];
        final CaitResult run = ReferenceRun.potassium();
        final CaitResult empty = new CaitResult(
                experiment,
                List.of(),
                NppState.of(10, Mesh.uniform(1e-6, 3), zero, new double[][] {{1e28, 0, 1e28}}, zero, 0),
                run.history(),
                run.statistics(),
                OptionalDouble.empty(),
                List.of(),
                java.util.Optional.empty());
        final FinalCoefficients coefficients = FinalCoefficients.of(empty, AssumedLaw.independent());
        final StringBuilder out = new StringBuilder();
        OnsagerTable.write(out, coefficients, 10, PROVENANCE);
        final List<String> lines = lines(out.toString());
        assertEquals("depth_m,L_Li_Li,sigma_S_per_m,t_Li,tracer_Li_m2_per_s,haven_ratio", lines.get(8));
        assertEquals("5.0E-7,0.0,0.0,,1.0E-17,", lines.get(10));
        assertTrue(
                Summary.of(empty, coefficients, "cafe").get("resistance_ohm_m2").isNull());
    }
}
