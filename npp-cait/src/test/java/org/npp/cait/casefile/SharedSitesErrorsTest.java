package org.npp.cait.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of sites that ions can't share. */
class SharedSitesErrorsTest {
    private static final String VALID = """
            title: shared
            temperature: 300 K
            sample: {thickness: 0.5 mm, relative_permittivity: 10}
            ions:
              Li:
                charge: 1
                bulk_density: 1.41e28 1/m^3
                diffusivity:
                  sed: {shape: gaussian, fwhm: 250 meV, vacancy_fraction: 0.1, bulk_diffusivity: 1e-17, occupation: fermi_dirac}
              K: {charge: 1, diffusivity: {shared_sites: {with: Li, fwhm: 200 meV, bulk_diffusivity: 1e-21}}}
              Rb: {charge: 1, diffusivity: 1e-22}
            stages:
              - {ion: K, current_density: 1e-3 A/m^2, duration: 2e5 s}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "with: Li, | with: Na, | k.yaml:10: ions.K.diffusivity.shared_sites.with: must name another ion of the case, one of Li, Rb: Na",
                "with: Li, | with: K, | k.yaml:10: ions.K.diffusivity.shared_sites.with: must name another ion of the case, one of Li, Rb: K",
                "with: Li, | with: Rb, | k.yaml:10: ions.K.diffusivity.shared_sites.with: must name a native ion with a sed of shape gaussian: Rb",
                "shape: gaussian, fwhm | shape: box, width | k.yaml:10: ions.K.diffusivity.shared_sites.with: must name a native ion with a sed of shape gaussian: Li",
                "Rb: {charge: 1, diffusivity: 1e-22} | Rb: {charge: 1, diffusivity: {shared_sites: {with: Li, fwhm: 0, bulk_diffusivity: 1e-21}}} | k.yaml:11: ions.Rb.diffusivity.shared_sites.with: two ions share sites, and Li shares its own with K already",
                "fermi_dirac | zero_temperature | k.yaml:9: ions.Li.diffusivity.sed.occupation: must be fermi_dirac where sites are shared, here with K",
                "', occupation: fermi_dirac' | '' | k.yaml:9: ions.Li.diffusivity.sed.occupation: must be fermi_dirac where sites are shared, here with K",
                "vacancy_fraction: 0.1, | 'vacancy_fraction: 0.1, immobile_fraction: 0.2,' | k.yaml:9: ions.Li.diffusivity.sed.immobile_fraction: must be 0 where sites are shared, here with K",
                "vacancy_fraction: 0.1, | 'vacancy_fraction: 0.1, bulk_activation_energy: 1 eV,' | k.yaml:9: ions.Li.diffusivity.sed.bulk_activation_energy: can't be given where sites are shared, here with K",
                "200 meV | 700 meV | k.yaml:10: ions.K.diffusivity.shared_sites.fwhm: must be at most 23.5 kT of the coldest stage where sites are shared, 300.0 K: 700 meV",
                "duration: 2e5 s | 'duration: 2e5 s, temperature: 100 K' | k.yaml:9: ions.Li.diffusivity.sed.fwhm: must be at most 23.5 kT of the coldest stage where sites are shared, 100.0 K: 250 meV",
                "fwhm: 200 meV, | 'fwhm: 200 meV, correlation: 1.5,' | k.yaml:10: ions.K.diffusivity.shared_sites.correlation: must be <= 1: 1.5",
                "with: Li, | '' | k.yaml:10: ions.K.diffusivity.shared_sites.with: missing",
                "with: Li, | 'with: Li, correlaton: 0.5,' | k.yaml:10: ions.K.diffusivity.shared_sites.correlaton: unknown key; did you mean correlation?",
            })
    void everyErrorHasFileLineFieldRuleAndValue(String found, String replaced, String message) {
        final String text = VALID.replace(found, replaced == null ? "" : replaced);
        final CaseException e = assertThrows(CaseException.class, () -> CaseFile.parse(text, "k.yaml", Path.of("")));
        assertEquals(message, e.errors().get(0).text());
    }

    @Test
    void theResolvedCaseSaysTheCorrelationAndIsTheSameReadAgain() throws CaseException {
        final CaseFile file = CaseFile.parse(VALID, "k.yaml", Path.of(""));
        assertTrue(file.yaml().contains("correlation: 1.0"), file.yaml());
        assertEquals(
                file.yaml(),
                CaseFile.parse(file.yaml(), "again.yaml", Path.of("")).yaml());
    }
}
