package org.npp.cait.casefile;

/** Text of a case, line by line, to be changed by tests. */
final class CaseText {
    /** Lines 1 to 16. */
    static final String VALID = """
            title: K-CAIT
            temperature: 300 K
            sample: {thickness: 0.5 mm, relative_permittivity: 10}
            ions:
              Li:
                charge: 1
                bulk_density: 1.41e28 1/m^3
                diffusivity:
                  sed:
                    shape: gaussian
                    fwhm: 250 meV
                    vacancy_fraction: 0.10
                    bulk_diffusivity: 1e-17 m^2/s
              K: {charge: 1, diffusivity: 2.0e-21 m^2/s}
            stages:
              - {ion: K, current_density: 1e-3 A/m^2, duration: 2e5 s}
            """;

    /** No instances. */
    private CaseText() {}

    static String with(String old, String changed) {
        if (!VALID.contains(old)) {
            throw new IllegalArgumentException("not in the case: " + old);
        }
        return VALID.replace(old, changed);
    }
}
