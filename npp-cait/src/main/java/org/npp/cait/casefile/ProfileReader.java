package org.npp.cait.casefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.npp.cait.fit.ProfileData;

/** Reads measured profiles: {@code depth_m} or {@code depth_nm}, {@code <ion>_fraction}, {@code <ion>_sigma}. */
public final class ProfileReader {
    private static final double NANOMETRE = 1e-9;

    /** No instances. */
    private ProfileReader() {}

    /**
     * Reads a profile.
     *
     * @param path CSV file of at most 64 MB
     * @param ions names of the ions of the case
     * @return profile of those ions that it has
     * @throws CaseException if it is wrong
     */
    public static ProfileData read(Path path, List<String> ions) throws CaseException {
        final String file = path.toString();
        final Table table = Table.parse(FileText.read(path, FileText.TABLE_LIMIT), file, 0);
        final int depth = table.find("depth_m", "depth_nm")
                .orElseThrow(() -> Table.error(
                        file, 0, "depth_m", "missing column; columns: " + String.join(", ", table.columns())));
        table.requireIncreasing(depth, file);
        table.requireNonNegative(depth, file);
        final double[] depths = table.column(depth);
        if (table.columns().get(depth).equals("depth_nm")) {
            for (int k = 0; k < depths.length; k++) {
                depths[k] *= NANOMETRE;
            }
        }
        final List<String> found = new ArrayList<>();
        final List<double[]> fractions = new ArrayList<>();
        final List<double[]> sigmas = new ArrayList<>();
        for (final String ion : ions) {
            if (!table.columns().contains(ion + "_fraction")) {
                continue;
            }
            found.add(ion);
            fractions.add(table.column(table.columns().indexOf(ion + "_fraction")));
            if (table.columns().contains(ion + "_sigma")) {
                final int sigma = table.columns().indexOf(ion + "_sigma");
                table.requirePositive(sigma, file);
                sigmas.add(table.column(sigma));
            }
        }
        if (found.isEmpty()) {
            throw Table.error(
                    file,
                    0,
                    ions.get(0) + "_fraction",
                    "missing column; columns: " + String.join(", ", table.columns()));
        }
        if (!sigmas.isEmpty() && sigmas.size() < found.size()) {
            throw Table.error(file, 0, "", "must have a _sigma column for every _fraction column, or for none");
        }
        return ProfileData.of(depths, found, fractions.toArray(new double[0][]), sigmas.toArray(new double[0][]));
    }
}
