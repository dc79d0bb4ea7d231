package org.npp.cait.output;

import java.io.IOException;
import org.npp.cait.onsager.FinalCoefficients;
import org.npp.cait.report.Provenance;
import org.npp.onsager.profile.OnsagerProfile;

/**
 * {@code onsager.csv}: {@code depth_m,L_<ion>_<ion>...,sigma_S_per_m,t_<ion>...,tracer_<ion>_m2_per_s,haven_ratio}, one
 * row per node, ions in the order of the case, L its upper triangle in 1/(J m s).
 *
 * <p>Comment lines tell time, temperature, law, and the Haven ratio that it assumes. The numbers read back exactly; a
 * number that is not defined, such as a transference number where nothing conducts, is an empty field.
 */
public final class OnsagerTable {
    /** No instances. */
    private OnsagerTable() {}

    /**
     * Writes the table.
     *
     * @param out where to
     * @param coefficients what to write
     * @param time time of the profile [s]
     * @param provenance program, case and date
     * @throws IOException if {@code out} fails
     */
    public static void write(Appendable out, FinalCoefficients coefficients, double time, Provenance provenance)
            throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.comment("time_s", Double.toString(time));
        table.comment("temperature_K", Double.toString(coefficients.temperature()));
        table.comment("law", coefficients.law().name());
        table.comment("haven_ratio", coefficients.law().havenRatio().value() + " (assumed)");
        table.comment("unit of L", "1/(J m s)");
        table.header(OnsagerProfile.columns(coefficients.ions()));
        for (int k = 0; k < coefficients.profile().nodes(); k++) {
            table.row(coefficients.profile().row(k));
        }
    }
}
