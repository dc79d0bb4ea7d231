package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.Numerics;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.core.MeshMotion;
import org.npp.core.NppState;
import org.npp.core.PoissonModel;
import org.npp.core.boundary.BeamEnergy;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.time.Integrator;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

class CaseFileTest {
    /** Relative; the energies compared are sums of two. */
    private static final double ROUNDING = 1e-14;

    private static final double EV = 1.602176634e-19;

    @TempDir
    private Path directory = Path.of("");

    private CaseFile parse(String text) throws CaseException {
        return CaseFile.parse(text, "k.yaml", directory);
    }

    /** The numbers are those of the reference cases. */
    @ParameterizedTest
    @CsvSource({"k, K, 2.0e-21", "rb, Rb, 3.0e-22", "cs, Cs, 5.3e-23"})
    void theExamplesHoldTheParametersOfTheReferences(String name, String foreign, double diffusivity)
            throws CaseException {
        final CaseFile file = CaseFile.read(Path.of("..", "examples", "lithium-borate", name + ".yaml"));
        final CaitCase read = file.experiment();
        assertEquals(foreign + "-CAIT on lithium borate glass", read.title());
        assertEquals(300, read.temperature());
        assertEquals(Sample.of(5e-4, 10), read.sample());
        assertEquals(2, read.ions().size());
        final CaitIon li = read.ions().get(0);
        assertEquals("Li", li.name());
        assertEquals(1, li.charge());
        assertEquals(1.41e28, li.bulkDensity());
        assertTrue(li.discharged());
        final PopulatedSed sed = li.sed().orElseThrow();
        assertEquals(0.1, sed.vacancyFraction());
        assertEquals(0, sed.immobileFraction());
        assertEquals(1.41e28, sed.bulkDensity());
        assertEquals(0.25 * EV, sed.populatedFwhm(), 0.25 * EV * ROUNDING);
        assertEquals(1e-17, ((SedDiffusivity) li.diffusivity()).bulkDiffusivity());
        final CaitIon second = read.ions().get(1);
        assertEquals(foreign, second.name());
        assertEquals(1, second.charge());
        assertEquals(0, second.bulkDensity());
        assertEquals(false, second.discharged());
        assertEquals(diffusivity, second.diffusivity().value(1, new double[] {1e28, 1e27}, 300));
        assertEquals(List.of(Stage.attachment(foreign, 1.12953452697e-3, 2e5)), read.stages());
        assertEquals(Optional.empty(), read.start());
        assertEquals(List.of(), read.outputTimes());
        assertEquals(Numerics.defaults(), read.numerics());
        assertEquals(List.of(), file.warnings());
    }

    @Test
    void everyKeyIsRead() throws CaseException {
        final CaitCase read = parse("""
                        title: 2024
                        temperature: 350
                        sample: {thickness: 1 mm, relative_permittivity: 8, area: 0.5 cm^2}
                        ions:
                          Na: {charge: 1, bulk_density: 1e22 cm^-3, back_electrode: blocked, diffusivity: 1e-18}
                          Ca: {charge: 2, bulk_density: 1e21 cm^-3, diffusivity: 0}
                          K:
                            charge: 1
                            back_electrode: discharged
                            diffusivity: {sed: {shape: gaussian, fwhm: 0.2 eV, vacancy_fraction: 0.2,
                              immobile_fraction: 0.03, bulk_diffusivity: 1e-19 m^2/s, bulk_activation_energy: 0.7 eV,
                              occupation: zero_temperature}}
                        stages:
                          - {ion: K, current: 2 nA, duration: 1 h, beam_energy: 30 eV, beam_energy_spread: 200 meV}
                          - {ion: K, potential: -3 V, duration: 1 min, temperature: 400 K}
                          - {duration: 1 d}
                        output: {times: [10 min, 2 h]}
                        numerics: {tolerance: 0.01, nodes: 80, mesh: graded, interface: upwind,
                          poisson: electroneutral, integrator: implicit_euler}
                        """).experiment();
        assertEquals("2024", read.title());
        assertEquals(350, read.temperature());
        assertEquals(new Sample(1e-3, 8, OptionalDouble.of(5e-5)), read.sample());
        assertEquals(false, read.ions().get(0).discharged());
        assertEquals(2, read.ions().get(1).charge());
        assertEquals(true, read.ions().get(1).discharged());
        assertEquals(1.1e28, read.bulkDensity(), 1e12);
        final CaitIon k = read.ions().get(2);
        assertTrue(k.discharged());
        final SedDiffusivity law = (SedDiffusivity) k.diffusivity();
        assertEquals(read.bulkDensity(), law.sed().bulkDensity());
        assertEquals(0.2, law.sed().vacancyFraction());
        assertEquals(0.03, law.sed().immobileFraction());
        assertEquals(0.7 * EV, law.activationEnergy(read.bulkDensity()), 0.7 * EV * ROUNDING);
        final double[] bulk = {0, 0, read.bulkDensity()};
        assertEquals(1e-19, law.value(2, bulk, 350), 1e-19 * ROUNDING);
        final double hotter = 1e-19 * Math.exp(0.7 * EV / 1.380649e-23 * (1 / 350.0 - 1 / 400.0));
        assertEquals(hotter, law.value(2, bulk, 400), hotter * 100 * ROUNDING);
        final Stage first = read.stages().get(0);
        final BeamEnergy beam = first.beamEnergy().orElseThrow();
        assertEquals(Stage.attachment("K", 2e-9 / 5e-5, 3600).withBeamEnergy(beam), first);
        assertEquals(30 * EV, beam.energy(), 30 * EV * ROUNDING);
        assertEquals(0.2 * EV, beam.spread(), 0.2 * EV * ROUNDING);
        final Stage second = read.stages().get(1);
        assertEquals(Stage.Mode.POTENTIAL, second.mode());
        assertEquals(-3, second.drive().value(30));
        assertEquals(OptionalDouble.of(400), second.temperature());
        assertEquals(Stage.rest(86400), read.stages().get(2));
        assertEquals(List.of(600.0, 7200.0), read.outputTimes());
        assertEquals(
                new Numerics(
                        0.01,
                        OptionalInt.of(80),
                        MeshMotion.FIXED,
                        EdgeDiffusivity.UPWIND,
                        PoissonModel.ELECTRONEUTRAL,
                        Integrator.IMPLICIT_EULER),
                read.numerics());
    }

    @Test
    void tablesAreReadFromTheDirectoryOfTheCaseAndTravelWithTheResolvedCase() throws Exception {
        Files.writeString(directory.resolve("d.csv"), "fraction,diffusivity_m2_per_s\n0,1e-22\n1,1e-20\n");
        Files.writeString(
                directory.resolve("j.csv"), "# measured\nsample,time_s,value\n7,0,0\n7,1e5,1e-3\n8,3e5,1e-3\n");
        final Path file = Files.writeString(
                directory.resolve("k.yaml"),
                CaseText.with("2.0e-21 m^2/s", "{table: d.csv}").replace("1e-3 A/m^2", "{table: j.csv}"));
        final CaseFile read = CaseFile.read(file);
        final CaitCase experiment = read.experiment();
        assertEquals(
                1e-21,
                experiment.ions().get(1).diffusivity().value(1, new double[] {0, 0.5 * 1.41e28}, 300),
                1e-21 * 100 * ROUNDING);
        assertEquals(5e-4, experiment.stages().get(0).drive().value(5e4), 5e-4 * ROUNDING);
        assertEquals(List.of(), read.warnings());
        final CaseFile again = CaseFile.parse(read.yaml(), "case.yaml", Path.of("nowhere"));
        assertEquals(read.yaml(), again.yaml());
        assertArrayEquals(
                new double[] {0, 1e5, 3e5},
                again.experiment().stages().get(0).drive().kinks());
    }

    @Test
    void aCurrentTableIsDividedByTheAreaAndMayNameItsUnit() throws CaseException {
        final CaitCase read = parse(CaseText.with("y: 10", "y: 10, area: 1 cm^2")
                        .replace("- {ion: K, current_density: 1e-3 A/m^2, duration: 2e5 s}", """
                                - ion: K
                                    duration: 2
                                    current:
                                      table: |
                                        time_s,current_A
                                        0,1e-9
                                        2,3e-9
                                """))
                .experiment();
        assertEquals(2e-5, read.stages().get(0).drive().value(1), 2e-5 * ROUNDING);
    }

    @Test
    void aTableThatDoesNotCoverItsStageIsWorthAWarning() throws CaseException {
        final CaseFile read =
                parse(CaseText.with("current_density: 1e-3 A/m^2", "potential: {table: \"time_s,value\\n1,-2\\n\"}"));
        assertEquals(
                "k.yaml:16: stages[0].potential: the table reaches from 1.0 to 1.0 s, the stage from 0.0 to 200000.0 s;"
                        + " outside the table its first and last values are kept",
                read.warnings().get(0).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fraction,d;0,1;1,1 | d.csv: diffusivity_m2_per_s: missing column; columns: fraction, d",
                "fraction,diffusivity_m2_per_s;0,1 | d.csv: a diffusivity table needs at least two rows",
                "fraction,diffusivity_m2_per_s;0,1;0,1 | d.csv:3: fraction: must increase strictly: 0.0 after 0.0",
                "fraction,diffusivity_m2_per_s;-1,1;0,1 | d.csv:2: fraction: must be >= 0: -1.0",
                "fraction,diffusivity_m2_per_s;0,1;1,0 | d.csv:3: diffusivity_m2_per_s: must be > 0: 0.0",
            })
    void wrongDiffusivityTablesAreRefused(String table, String message) throws IOException {
        Files.writeString(directory.resolve("d.csv"), table.replace(';', '\n'));
        final CaseException e =
                assertThrows(CaseException.class, () -> parse(CaseText.with("2.0e-21 m^2/s", "{table: d.csv}")));
        assertEquals(directory.resolve("d.csv") + message.substring(5), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,value;0,1 | j.csv: time_s: missing column; columns: t, value",
                "time_s,v;0,1 | j.csv: value: missing column; columns: time_s, v",
                "time_s,value;0,1;0,1 | j.csv:3: time_s: must increase strictly: 0.0 after 0.0",
                "time_s,value;0,-1 | j.csv:2: value: must be >= 0: -1.0",
            })
    void wrongDriveTablesAreRefused(String table, String message) throws IOException {
        Files.writeString(directory.resolve("j.csv"), table.replace(';', '\n'));
        final CaseException e =
                assertThrows(CaseException.class, () -> parse(CaseText.with("1e-3 A/m^2", "{table: j.csv}")));
        assertEquals(directory.resolve("j.csv") + message.substring(5), e.getMessage());
    }

    @Test
    void tablesInTheCaseHaveItsLines() {
        final String text = CaseText.with(
                "  K: {charge: 1, diffusivity: 2.0e-21 m^2/s}",
                "  K:\n    charge: 1\n    diffusivity:\n      table: |\n        fraction,diffusivity_m2_per_s\n"
                        + "        0,1e-20\n        1,x");
        assertEquals(
                "k.yaml:20: diffusivity_m2_per_s: must be a finite number: 'x'",
                assertThrows(CaseException.class, () -> parse(text)).getMessage());
    }

    @Test
    void aTableThatIsNoTextNamesTheField() throws IOException {
        Files.write(directory.resolve("d.csv"), new byte[] {'a', '\n', (byte) 0xff});
        Files.createDirectory(directory.resolve("e.csv"));
        assertEquals(
                directory.resolve("d.csv") + ":2: is not UTF-8 text",
                assertThrows(CaseException.class, () -> parse(CaseText.with("2.0e-21 m^2/s", "{table: d.csv}")))
                        .getMessage());
        assertEquals(
                "k.yaml:14: ions.K.diffusivity.table: " + directory.resolve("e.csv") + ": is a directory, not a file",
                assertThrows(CaseException.class, () -> parse(CaseText.with("2.0e-21 m^2/s", "{table: e.csv}")))
                        .getMessage());
    }

    private NppState start(String profile) throws Exception {
        Files.writeString(directory.resolve("p.csv"), profile.replace(';', '\n'));
        final CaseFile read = parse(CaseText.with("stages:", "start: p.csv\nstages:"));
        final NppState state = read.experiment().start().orElseThrow();
        final NppState again = CaseFile.parse(read.yaml(), "case.yaml", Path.of("nowhere"))
                .experiment()
                .start()
                .orElseThrow();
        assertArrayEquals(state.mesh().toArray(), again.mesh().toArray());
        assertArrayEquals(state.densities(0), again.densities(0));
        assertEquals(state.surfaceCharge(), again.surfaceCharge());
        return state;
    }

    @Test
    void aStartProfileHasTheColumnsOfAResult() throws Exception {
        final NppState state = start("# npp\n# surface_charge_C_per_m2: 5.7e-4;"
                + "depth_m,potential_V,K_fraction,Li_fraction,charge_density_C_per_m3;"
                + "0,3,0.75,0.25,-7;1e-7,2,0.5,0.5,8;5e-4,0,0,1,0");
        assertEquals(0, state.time());
        assertArrayEquals(new double[] {0, 1e-7, 5e-4}, state.mesh().toArray());
        assertArrayEquals(new double[] {3, 2, 0}, state.potentials());
        assertArrayEquals(new double[] {0.25 * 1.41e28, 0.5 * 1.41e28, 1.41e28}, state.densities(0));
        assertArrayEquals(new double[] {0.75 * 1.41e28, 0.5 * 1.41e28, 0}, state.densities(1));
        assertEquals(-7, state.chargeDensity(0));
        assertEquals(8, state.chargeDensity(1));
        assertEquals(5.7e-4, state.surfaceCharge());
    }

    @Test
    void whatAStartProfileDoesNotSayIsZero() throws Exception {
        final NppState state = start("depth_nm,Li_fraction;0,1;500000.0000001,1");
        assertArrayEquals(new double[] {0, 5e-4}, state.mesh().toArray());
        assertArrayEquals(new double[] {0, 0}, state.potentials());
        assertArrayEquals(new double[] {0, 0}, state.densities(1));
        assertEquals(0, state.surfaceCharge());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth,Li_fraction;0,1;5e-4,1 | : depth_m: missing column",
                "depth_m,K_fraction;0,1;5e-4,1 | : Li_fraction: missing column of a native ion",
                "depth_m,Li_fraction,Rb_fraction;0,1,0;5e-4,1,0"
                        + " | : Rb_fraction: no ion named Rb in the case; ions: Li, K",
                "depth_m,Li_fraction;1e-9,1;5e-4,1 | :2: depth_m: must begin at the surface, 0: 1.0E-9 m",
                "depth_m,Li_fraction;0,1;4e-4,1"
                        + " | :3: depth_m: must end at the thickness of the sample, 5.0E-4 m: 4.0E-4 m",
                "depth_m,Li_fraction;0,1;0,1;5e-4,1 | :3: depth_m: must increase strictly: 0.0 after 0.0",
                "depth_m,Li_fraction;0,1;5e-4,-1 | :3: Li_fraction: must be >= 0: -1.0",
                "# surface_charge_C_per_m2: x;depth_m,Li_fraction;0,1;5e-4,1"
                        + " | : surface_charge_C_per_m2: must be a number: 'x'",
            })
    void wrongStartProfilesAreRefused(String profile, String message) {
        final CaseException e = assertThrows(CaseException.class, () -> start(profile));
        assertEquals(directory.resolve("p.csv") + message, e.getMessage());
    }

    @Test
    void unitsCommentsAndOrderDoNotChangeTheDigest() throws Exception {
        final CaseFile read = parse(CaseText.VALID);
        final String other = CaseText.with("300 K", "300 # room\n")
                .replace("0.5 mm", "500 um")
                .replace("2e5 s", "200000");
        assertEquals(read.sha256(), parse("# a comment\n" + other).sha256());
        final byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(read.yaml().getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(digest), read.sha256());
    }

    @Test
    void theIntegratorCanBeChosen() throws CaseException {
        for (final Integrator integrator : Integrator.values()) {
            final String name = integrator.name().toLowerCase(Locale.ROOT);
            final CaseFile read = parse(CaseText.with("stages:", "numerics: {integrator: " + name + "}\nstages:"));
            assertEquals(integrator, read.experiment().numerics().integrator());
        }
    }

    @Test
    void numericsCanBeChanged() throws CaseException {
        final CaseFile read = parse(CaseText.VALID);
        final CaseFile changed = read.withNodes(50).withTolerance(0.02);
        assertEquals(OptionalInt.of(50), changed.experiment().numerics().nodes());
        assertEquals(0.02, changed.experiment().numerics().tolerance());
        assertEquals(Numerics.defaults(), read.experiment().numerics());
        assertEquals(changed.yaml(), parse(changed.yaml()).yaml());
        assertEquals(
                "nodes must be >= 20: 19",
                assertThrows(IllegalArgumentException.class, () -> read.withNodes(19))
                        .getMessage());
        assertEquals(
                "nodes must be <= 100000: 100001",
                assertThrows(IllegalArgumentException.class, () -> read.withNodes(100_001))
                        .getMessage());
        assertEquals(
                "tolerance must be in (0, 0.5]: NaN",
                assertThrows(IllegalArgumentException.class, () -> read.withTolerance(Double.NaN))
                        .getMessage());
    }

    @Test
    void theResolvedCaseHasTheBeamEnergyInJoules() throws Exception {
        final CaseFile file = parse(CaseText.with("2e5 s", "2e5 s, beam_energy_spread: 0.25 eV, beam_energy: 10 eV"));
        assertTrue(file.yaml().contains("  beam_energy: 1.602176634E-18\n  beam_energy_spread: 4.005441585E-20\n"));
        assertEquals(file.experiment().stages(), parse(file.yaml()).experiment().stages());
    }

    @Test
    void aByteOrderMarkIsSkipped() throws Exception {
        final Path file = Files.writeString(directory.resolve("bom.yaml"), "\ufeff" + CaseText.VALID);
        assertEquals(parse(CaseText.VALID).yaml(), CaseFile.read(file).yaml());
    }
}
