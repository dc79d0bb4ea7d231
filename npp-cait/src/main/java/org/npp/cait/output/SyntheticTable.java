package org.npp.cait.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.npp.cait.casefile.ProfileFile;
import org.npp.cait.measure.MeasuredProfile;
import org.npp.cait.measure.SyntheticProfile;
import org.npp.cait.report.Provenance;

/**
 * The file of a made-up measurement: {@code depth_m,<ion>_fraction...,<ion>_sigma...}, with comment lines that say that it
 * is synthetic and how it was made. There is no date in it: the same seed gives the same bytes.
 */
public final class SyntheticTable {
    private final Path file;

    private SyntheticTable(Path file) {
        this.file = file;
    }

    /**
     * Checks before a run that the file can be written; changes nothing.
     *
     * @param file the file
     * @param force whether to overwrite one that exists
     * @return the table, to be written
     * @throws OutputException if it can't be written; the message tells why
     */
    public static SyntheticTable prepare(Path file, boolean force) throws OutputException {
        final Path place = file.toAbsolutePath().normalize();
        if (Files.isDirectory(place)) {
            throw new OutputException("cannot write " + file + ": it is a directory");
        }
        if (Files.exists(place) && !force) {
            throw new OutputException(file + " exists; use --force to overwrite it");
        }
        final Path parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new OutputException("cannot write " + file + ": no directory " + parent + " to write in");
        }
        return new SyntheticTable(place);
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param profile the profile
     * @param how how it was made
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @throws IOException if it can't be written
     */
    public void write(MeasuredProfile profile, SyntheticProfile how, String caseSha256) throws IOException {
        final Path staged = file.resolveSibling(".npp-" + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(staged, StandardCharsets.UTF_8)) {
                write(out, profile, how, caseSha256);
            }
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static void write(Writer out, MeasuredProfile profile, SyntheticProfile how, String caseSha256)
            throws IOException {
        final CsvTable table = new CsvTable(out);
        table.line(ProfileFile.SYNTHETIC + ": computed from a case, with made-up noise; not measured");
        table.line("npp " + Provenance.programVersion());
        table.comment("case_sha256", caseSha256);
        table.comment("seed", Long.toString(how.seed()));
        table.comment("counts", Double.toString(how.counts()));
        table.comment("spacing_m", Double.toString(how.spacing()));
        table.comment("depth_resolution", how.resolution().toString());
        final int ions = profile.ions().size();
        final List<String> columns = new ArrayList<>(List.of("depth_m"));
        profile.ions().forEach(ion -> columns.add(ion + "_fraction"));
        profile.ions().forEach(ion -> columns.add(ion + "_sigma"));
        table.header(columns);
        final double[] depths = profile.depths();
        final double[][] values = new double[2 * ions][];
        for (int i = 0; i < ions; i++) {
            values[i] = profile.fractions(i);
            values[ions + i] = profile.sigmas(i);
        }
        final double[] row = new double[1 + 2 * ions];
        for (int k = 0; k < depths.length; k++) {
            row[0] = depths[k];
            for (int i = 0; i < values.length; i++) {
                row[1 + i] = values[i][k];
            }
            table.row(row);
        }
    }
}
