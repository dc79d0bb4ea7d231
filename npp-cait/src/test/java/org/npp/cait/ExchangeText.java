package org.npp.cait;

/** Case files of one foreign ion in the reference glass, as text. */
public final class ExchangeText {
    private ExchangeText() {}

    /**
     * Writes a case.
     *
     * @param ion name of the foreign ion, also the title
     * @param diffusivity its diffusivity, with unit
     * @return the text of the case file
     */
    public static String of(String ion, String diffusivity) {
        return """
                title: ION
                temperature: 300 K
                sample: {thickness: 0.5 mm, relative_permittivity: 10}
                ions:
                  Li:
                    charge: 1
                    bulk_density: 1.41e28 1/m^3
                    diffusivity:
                      sed: {shape: gaussian, fwhm: 250 meV, vacancy_fraction: 0.10, bulk_diffusivity: 1e-17 m^2/s}
                  ION: {charge: 1, diffusivity: FOREIGN}
                stages:
                  - {ion: ION, current_density: 1.12953452697e-3 A/m^2, duration: 2e5 s}
                """.replace("ION", ion).replace("FOREIGN", diffusivity);
    }
}
