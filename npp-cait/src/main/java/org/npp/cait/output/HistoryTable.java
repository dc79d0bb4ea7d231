package org.npp.cait.output;

import java.io.IOException;
import java.util.List;
import org.npp.cait.report.Provenance;
import org.npp.core.History;

/**
 * {@code history.csv}: scalars after each time step, the start included. The field of the front's depth is empty where
 * there is no front. The numbers read back exactly.
 */
public final class HistoryTable {
    /** Columns of the table. */
    private static final List<String> COLUMNS = List.of(
            "time_s",
            "current_density_A_per_m2",
            "surface_potential_V",
            "charge_C_per_m2",
            "surface_charge_C_per_m2",
            "front_depth_m");

    /** No instances. */
    private HistoryTable() {}

    /**
     * Writes the table.
     *
     * @param out where to
     * @param history the scalars
     * @param provenance program, case and date
     * @throws IOException if {@code out} fails
     */
    public static void write(Appendable out, History history, Provenance provenance) throws IOException {
        final CsvTable table = new CsvTable(out, provenance);
        table.header(COLUMNS);
        for (final History.Entry entry : history.entries()) {
            table.row(
                    entry.time(),
                    entry.currentDensity(),
                    entry.surfacePotential(),
                    entry.charge(),
                    entry.surfaceCharge(),
                    entry.frontDepth().orElse(Double.NaN));
        }
    }
}
