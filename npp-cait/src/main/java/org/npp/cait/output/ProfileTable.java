package org.npp.cait.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.report.Provenance;
import org.npp.core.NppState;

/**
 * {@code profile.csv}: {@code depth_m,potential_V,<ion>_fraction...,charge_density_C_per_m3}, one row per node, ions in
 * the order of the case.
 *
 * <p>A fraction is \( n_i/N \), N the bulk density of the native ions together. The numbers read back exactly, and
 * comment lines {@code time_s} and {@code surface_charge_C_per_m2} carry what a later run needs to go on from the
 * profile; multiplying a fraction by N restores the density within 1 ulp.
 */
public final class ProfileTable {
    /** No instances. */
    private ProfileTable() {}

    /**
     * Writes the table.
     *
     * @param out where to
     * @param experiment the case, which names the ions and gives N
     * @param state the profiles
     * @param provenance program, case and date
     * @throws IOException if {@code out} fails
     */
    public static void write(Appendable out, CaitCase experiment, NppState state, Provenance provenance)
            throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.comment("time_s", Double.toString(state.time()));
        table.comment("surface_charge_C_per_m2", Double.toString(state.surfaceCharge()));
        final List<String> columns = new ArrayList<>(List.of("depth_m", "potential_V"));
        experiment.ions().forEach(ion -> columns.add(ion.name() + "_fraction"));
        columns.add("charge_density_C_per_m3");
        table.header(columns);
        final int ions = experiment.ions().size();
        final double[] row = new double[ions + 3];
        for (int k = 0; k < state.mesh().size(); k++) {
            row[0] = state.mesh().node(k);
            row[1] = state.potential(k);
            for (int i = 0; i < ions; i++) {
                row[2 + i] = state.density(i, k) / experiment.bulkDensity();
            }
            row[2 + ions] = state.chargeDensity(k);
            table.row(row);
        }
    }
}
