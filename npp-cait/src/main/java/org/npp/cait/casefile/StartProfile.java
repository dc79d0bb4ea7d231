package org.npp.cait.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.npp.cait.CaitIon;
import org.npp.cait.quantity.QuantityParser;
import org.npp.core.NppState;
import org.npp.core.mesh.Mesh;

/** A profile to begin from, with the columns of {@code profile.csv}. */
final class StartProfile {
    /** Comment that carries the charge on the surface. */
    static final String SURFACE_CHARGE = "surface_charge_C_per_m2";

    /** End of the columns of ions. */
    private static final String FRACTION = "_fraction";

    /** Largest relative difference between the last depth and the thickness; files carry 12 digits or more. */
    private static final double DEPTH_TOLERANCE = 1e-9;

    /** No instances. */
    private StartProfile() {}

    /**
     * Brings a profile into the form that {@link #state} reads: depth, potential, one fraction per ion, charge density.
     *
     * @param table profile as it was found; potential, charge density, surface charge and foreign ions may be missing
     * @param file name for errors
     * @param ions names of the ions
     * @param natives names of the native ions
     * @param thickness thickness of the sample [m]
     * @return text of the table
     */
    static String canonical(Table table, String file, List<String> ions, List<String> natives, double thickness)
            throws CaseException {
        final int rows = table.rows().size();
        final double[] depth = depth(table, file, thickness);
        final List<String> names = new ArrayList<>(List.of("depth_m", "potential_V"));
        final List<double[]> columns = new ArrayList<>();
        columns.add(depth);
        columns.add(table.find("potential_V").map(table::column).orElseGet(() -> new double[rows]));
        for (final String column : table.columns()) {
            final String ion = column.replaceAll(FRACTION + "$", "");
            if (column.endsWith(FRACTION) && !ions.contains(ion)) {
                throw Table.error(
                        file, 0, column, "no ion named " + ion + " in the case; ions: " + String.join(", ", ions));
            }
        }
        for (final String ion : ions) {
            final Optional<Integer> column = table.find(ion + FRACTION);
            if (column.isEmpty() && natives.contains(ion)) {
                throw Table.error(file, 0, ion + FRACTION, "missing column of a native ion");
            }
            if (column.isPresent()) {
                table.requireNonNegative(column.get(), file);
            }
            names.add(ion + FRACTION);
            columns.add(column.map(table::column).orElseGet(() -> new double[rows]));
        }
        names.add("charge_density_C_per_m3");
        columns.add(table.find("charge_density_C_per_m3").map(table::column).orElseGet(() -> new double[rows]));
        return "# " + SURFACE_CHARGE + ": " + surfaceCharge(table, file) + "\n" + Table.text(names, columns);
    }

    private static double[] depth(Table table, String file, double thickness) throws CaseException {
        final int index =
                table.find("depth_m", "depth_nm").orElseThrow(() -> Table.error(file, 0, "depth_m", "missing column"));
        final String name = table.columns().get(index);
        table.requireIncreasing(index, file);
        final double[] depth = table.column(index);
        if (name.equals("depth_nm")) {
            for (int k = 0; k < depth.length; k++) {
                depth[k] *= 1e-9;
            }
        }
        final int last = depth.length - 1;
        if (depth[0] != 0) {
            throw Table.error(file, table.lines().get(0), name, "must begin at the surface, 0: " + depth[0] + " m");
        }
        if (!(Math.abs(depth[last] - thickness) <= DEPTH_TOLERANCE * thickness)) {
            throw Table.error(
                    file,
                    table.lines().get(last),
                    name,
                    "must end at the thickness of the sample, " + thickness + " m: " + depth[last] + " m");
        }
        depth[last] = thickness;
        return depth;
    }

    private static double surfaceCharge(Table table, String file) throws CaseException {
        final String text = table.comment(SURFACE_CHARGE).orElse("0");
        try {
            return QuantityParser.parseNumber(text);
        } catch (IllegalArgumentException e) {
            throw Table.error(file, 0, SURFACE_CHARGE, String.valueOf(e.getMessage()));
        }
    }

    /** Makes a state of a profile in the form of {@link #canonical}. */
    static NppState state(Table table, List<CaitIon> ions) {
        final double bulk = ions.stream().mapToDouble(CaitIon::bulkDensity).sum();
        final double[][] densities = new double[ions.size()][];
        for (int i = 0; i < densities.length; i++) {
            densities[i] = table.column(2 + i);
            for (int k = 0; k < densities[i].length; k++) {
                densities[i][k] *= bulk;
            }
        }
        return NppState.of(
                0,
                Mesh.of(table.column(0)),
                table.column(1),
                densities,
                table.column(2 + densities.length),
                Double.parseDouble(table.comment(SURFACE_CHARGE).orElse("0")));
    }
}
