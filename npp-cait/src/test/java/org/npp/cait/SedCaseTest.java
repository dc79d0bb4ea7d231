package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.npp.cait.casefile.CaseFile;
import org.npp.core.PhysicalConstants;
import org.npp.core.exact.DriftLimit;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.FermiDiracFilling;
import org.npp.sed.HoppingDiffusivity;
import org.npp.sed.HoppingModel;
import org.npp.sed.PopulatedSed;
import org.npp.sed.shape.TableSed;

/** Cases with every shape of a site energy distribution and both occupations, held against the drift limit. */
class SedCaseTest {
    private static final double BULK = 1.41e28;

    /** vt [m]: the paper's, in a twentieth of its time, so that drift outweighs diffusion in the front. */
    private static final double REACH = 100e-9;

    /** Most by which diffusion and the tolerance of 1e-3 move the plateau [1]. */
    private static final double PLATEAU = 2e-3;

    /** Most by which they move the front [m], where it is between its foot and 1. */
    private static final double DEPTH = 0.6e-9;

    private static final String SITES = "energy_eV,density\n-0.3,0\n-0.2,0.3\n0,1\n0.1,0.9\n0.3,0.1\n0.4,0\n";

    @TempDir
    private Path directory = Path.of("");

    private CaseFile read(String sed, String diffusivity) throws Exception {
        Files.writeString(directory.resolve("sites.csv"), SITES);
        final String text = """
                title: shapes
                temperature: 300 K
                sample: {thickness: 0.5 mm, relative_permittivity: 10}
                ions:
                  Li:
                    charge: 1
                    bulk_density: 1.41e28 1/m^3
                    diffusivity: {sed: {SED, vacancy_fraction: 0.10, bulk_diffusivity: 1e-17 m^2/s}}
                  M: {charge: 1, diffusivity: FOREIGN}
                stages:
                  - {ion: M, current_density: 2.25906905394e-2 A/m^2, duration: 1e4 s}
                """.replace("SED", sed).replace("FOREIGN", diffusivity);
        return CaseFile.parse(text, "case.yaml", directory);
    }

    private static double at(CaitResult result, double depth) {
        final var mesh = result.finalState().mesh();
        int k = 1;
        while (mesh.node(k) < depth) {
            k++;
        }
        final double share = (depth - mesh.node(k - 1)) / (mesh.node(k) - mesh.node(k - 1));
        return (1 - share) * result.fraction(0, k - 1) + share * result.fraction(0, k);
    }

    private static DriftLimit limit(DiffusivityLaw law, double foreign) {
        return DriftLimit.of(c -> law.value(0, new double[] {c * BULK}, 300), foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shape: gaussian, fwhm: 250 meV",
                "shape: gaussian, fwhm: 250 meV, occupation: fermi_dirac",
                "shape: skew_normal, fwhm: 250 meV, skewness: 0.5",
                "shape: skew_normal, fwhm: 250 meV, skewness: -0.5, occupation: fermi_dirac",
                "shape: box, width: 300 meV",
                "shape: box, width: 300 meV, occupation: fermi_dirac",
                "shape: exponential, decay: 60 meV",
                "shape: exponential, decay: 60 meV, occupation: fermi_dirac",
                "shape: gaussian_mixture, components: [{weight: 0.6, center: 0, fwhm: 0.2 eV},"
                        + " {weight: 0.4, center: 0.15 eV, fwhm: 0.2 eV}]",
                "shape: gaussian_mixture, occupation: fermi_dirac, components: ["
                        + "{weight: 0.6, center: 0, fwhm: 0.2 eV}, {weight: 0.4, center: 0.15 eV, fwhm: 0.2 eV}]",
                "shape: table, file: sites.csv",
                "shape: table, file: sites.csv, occupation: fermi_dirac",
            })
    void everyShapeLeavesThePlateauAndTheFrontOfItsDriftLimit(String sed) throws Exception {
        final CaitCase experiment = read(sed, "2.0e-21 m^2/s").experiment();
        final CaitResult result = CaitSimulation.of(experiment).run();
        final DriftLimit limit = limit(experiment.ions().get(0).diffusivity(), 2.0e-21);
        final double depth = limit.frontDepth(REACH);
        assertEquals(limit.fraction(0.5 * depth, REACH), at(result, 0.5 * depth), PLATEAU);
        assertEquals(limit.fraction(0.9 * depth, REACH), at(result, 0.9 * depth), PLATEAU);
        // Across the front: from little above the foot to nearly virgin glass.
        assertTrue(at(result, depth - 2e-9) < limit.foot() + 0.05, () -> "before " + depth);
        assertTrue(at(result, depth + 2e-9) > 0.9, () -> "behind " + depth);
        final var last =
                result.history().entries().get(result.history().entries().size() - 1);
        assertEquals(depth, last.frontDepth().orElseThrow(), DEPTH);
        assertFalse(result.statistics().minDensityFraction() < 0);
    }

    /** One distribution, three ions: the paper's plateaus of 15, 7 and 3 %. */
    @ParameterizedTest
    @CsvSource({
        "2.0e-21, 15, 0.15041475, 0.13242, 112.12167",
        "3.0e-22, 7, 0.07011412, 0.06188, 104.97958",
        "5.3e-23, 3, 0.03009392, 0.02640, 101.96465"
    })
    void oneGaussianLeavesThePlateausOfAllThreeIons(
            double diffusivity, int percent, double foot, double atEighty, double front) throws Exception {
        final CaitCase experiment =
                read("shape: gaussian, fwhm: 250 meV", diffusivity + " m^2/s").experiment();
        final DriftLimit limit = limit(experiment.ions().get(0).diffusivity(), diffusivity);
        assertEquals(foot, limit.foot(), 1e-8);
        assertEquals(percent, 100 * limit.foot(), 0.5);
        final CaitResult result = CaitSimulation.of(experiment).run();
        assertEquals(atEighty, at(result, 80e-9), PLATEAU);
        final var last =
                result.history().entries().get(result.history().entries().size() - 1);
        assertEquals(front * 1e-9, last.frontDepth().orElseThrow(), DEPTH);
    }

    @Test
    void aTableOfSitesIsInTheResolvedCaseWhichIsTheSameReadAgain() throws Exception {
        final CaseFile file = read("shape: table, file: sites.csv, occupation: fermi_dirac", "1e-21");
        final CaseFile again = CaseFile.parse(file.yaml(), "case.yaml", Path.of("elsewhere"));
        assertEquals(file.yaml(), again.yaml());
        final PopulatedSed sed = again.experiment().ions().get(0).sed().orElseThrow();
        final double eV = PhysicalConstants.ELEMENTARY_CHARGE;
        final TableSed expected = TableSed.of(
                new double[] {-0.3 * eV, -0.2 * eV, 0, 0.1 * eV, 0.3 * eV, 0.4 * eV},
                new double[] {0, 0.3, 1, 0.9, 0.1, 0});
        assertEquals(expected.density(0.05 * eV), sed.shape().density(0.05 * eV), 1e-14 / eV);
    }

    @Test
    void columnsOfAWrittenDistributionAreRead() throws Exception {
        final String written =
                SITES.replace("density", "density_per_eV,populated_per_eV").replace("\n", ",0\n");
        final String text = read("shape: table, file: sites.csv", "1e-21").yaml();
        final int table = text.indexOf("file: |");
        assertTrue(table > 0, text);
        Files.writeString(directory.resolve("sed.csv"), written.replace("populated_per_eV,0", "populated_per_eV"));
        final CaseFile same = CaseFile.parse(
                text.replaceFirst("(?s)file: \\|.*?0\\.4,0\\.0\n", "file: sed.csv\n"), "case.yaml", directory);
        assertEquals(text, same.yaml());
    }

    @ParameterizedTest
    @ValueSource(strings = {"box, width: 300 meV", "exponential, decay: 60 meV", "table, file: sites.csv"})
    void shapesWithAGreatestEnergyMayBeFull(String shape) throws Exception {
        final String text = read("shape: " + shape, "1e-21")
                .yaml()
                .replaceFirst("vacancy_fraction: 0.1\n", "vacancy_fraction: 0\n");
        final CaitCase experiment = CaseFile.parse(text, "case.yaml", directory).experiment();
        assertEquals(0, experiment.ions().get(0).sed().orElseThrow().vacancyFraction());
        final double[] bulk = {BULK};
        assertEquals(1e-17, experiment.ions().get(0).diffusivity().value(0, bulk, 300), 1e-30);
    }

    @Test
    void warmSitesActivationAndImmobileIonsReachTheLaw() throws Exception {
        final CaitIon ion = read(
                        "shape: exponential, decay: 60 meV, occupation: fermi_dirac, immobile_fraction: 0.05,"
                                + " bulk_activation_energy: 0.6 eV",
                        "1e-21")
                .experiment()
                .ions()
                .get(0);
        final HoppingDiffusivity law = (HoppingDiffusivity) ion.diffusivity();
        assertEquals(HoppingModel.HIGHEST_SITE, law.model());
        assertTrue(law.filling() instanceof FermiDiracFilling);
        assertEquals(0, law.value(0, new double[] {0.05 * BULK}, 300));
        final double eV = PhysicalConstants.ELEMENTARY_CHARGE;
        final double warmer = Math.exp(0.6 * eV / PhysicalConstants.BOLTZMANN * (1 / 300.0 - 1 / 350.0));
        assertEquals(1e-17 * warmer, law.value(0, new double[] {BULK}, 350), 1e-12 * 1e-17 * warmer);
    }
}
