package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.report.Provenance;
import org.npp.cait.report.Report;
import org.npp.core.PhysicalConstants;
import org.npp.core.exact.DriftLimit;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.sed.pair.PairDiffusivity;
import org.npp.sed.pair.SharedSites;

/** Cases in which two ions share sites, run and held against the drift limit of both diffusivities. */
class SharedSitesCaseTest {
    private static final double BULK = 1.41e28;

    /** vt [m]. */
    private static final double REACH = 100e-9;

    /** Most by which diffusion and the tolerance of 1e-3 move the plateau [1] and the front [m]. */
    private static final double PLATEAU = 4e-3;

    private static final double DEPTH = 0.6e-9;

    private static CaseFile read(String width, double correlation, double foreign) throws CaseException {
        return CaseFile.parse(
                """
                title: shared sites
                temperature: 300 K
                sample: {thickness: 2 um, relative_permittivity: 10}
                ions:
                  Li:
                    charge: 1
                    bulk_density: 1.41e28 1/m^3
                    diffusivity:
                      sed: {shape: gaussian, fwhm: 100 meV, vacancy_fraction: 0.1, bulk_diffusivity: 1e-20 m^2/s, occupation: fermi_dirac}
                  K:
                    charge: 1
                    diffusivity:
                      shared_sites: {with: Li, fwhm: WIDTH, correlation: R, bulk_diffusivity: FOREIGN}
                stages:
                  - {ion: K, current_density: 2.25906905394e-2 A/m^2, duration: 1e4 s}
                """.replace("WIDTH", width)
                        .replace("R}", correlation + "}")
                        .replace("R,", correlation + ",")
                        .replace("FOREIGN", String.valueOf(foreign)),
                "case.yaml",
                Path.of(""));
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

    @ParameterizedTest
    @CsvSource({"100 meV, 1, 2e-21", "60 meV, 1, 1e-21", "140 meV, 1, 1e-21", "0 meV, 0, 1e-21"})
    void aRunLeavesThePlateauAndTheFrontOfItsDriftLimit(String width, double correlation, double foreign)
            throws Exception {
        final CaitCase experiment = read(width, correlation, foreign).experiment();
        final DiffusivityLaw law = experiment.ions().get(0).diffusivity();
        final DriftLimit limit = DriftLimit.of(
                c -> law.value(0, new double[] {c * BULK, (1 - c) * BULK}, 300),
                c -> law.value(1, new double[] {c * BULK, (1 - c) * BULK}, 300));
        final CaitResult result = CaitSimulation.of(experiment).run();
        final double depth = limit.fronts().get(0).speed() * REACH;
        assertEquals(limit.fraction(0.5 * depth, REACH), at(result, 0.5 * depth), PLATEAU);
        assertEquals(limit.fraction(0.9 * depth, REACH), at(result, 0.9 * depth), PLATEAU);
        final var last =
                result.history().entries().get(result.history().entries().size() - 1);
        assertEquals(depth, last.frontDepth().orElseThrow(), DEPTH);
        assertTrue(result.complete());
        assertFalse(result.statistics().minDensityFraction() < 0);
    }

    @Test
    void bothIonsHaveTheLawOfThePair() throws Exception {
        final CaitCase experiment = read("60 meV", 0.5, 1e-21).experiment();
        final double eV = PhysicalConstants.ELEMENTARY_CHARGE;
        final PairDiffusivity expected =
                PairDiffusivity.of(SharedSites.of(BULK / 0.9, 0.1 * eV, 0.06 * eV, 0.5), BULK, 1e-20, 1e-21);
        final double[] n = {0.3 * BULK, 0.6 * BULK};
        for (int i = 0; i < 2; i++) {
            final double d = expected.value(i, n, 300);
            assertEquals(d, experiment.ions().get(i).diffusivity().value(i, n, 300), 1e-12 * d);
        }
    }

    @Test
    void theReportSaysThatSitesAreShared() throws Exception {
        final CaseFile file = read("100 meV", 1, 2e-21);
        final CaitResult result =
                CaitSimulation.of(file.withTolerance(0.05).experiment()).run();
        final String html = Report.html(result, file.yaml(), Provenance.of(file.sha256(), Clock.systemUTC()));
        assertTrue(html.contains("Li\u207a and K\u207a compete for the same sites"), html);
    }
}
