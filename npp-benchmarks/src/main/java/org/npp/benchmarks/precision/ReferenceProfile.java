package org.npp.benchmarks.precision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.npp.core.NppState;

/** Profile of Li of another code, to which profiles are compared. Immutable. */
final class ReferenceProfile {
    /** Depth to which profiles are compared [m]. */
    private static final double REACH = 130e-9;

    /** Depth of complete exchange, the length that errors are divided by [m]. */
    private static final double DEPTH = 100e-9;

    private static final int POINTS = 26_000;

    private final double[] depth;
    private final double[] fraction;

    private ReferenceProfile(double[] depth, double[] fraction) {
        this.depth = depth;
        this.fraction = fraction;
    }

    /**
     * Reads a profile.
     *
     * @param file CSV with the columns {@code depth_m} and {@code Li_fraction}
     * @throws IOException if it can't be read
     */
    static ReferenceProfile read(Path file) throws IOException {
        final List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        final List<String> head = Arrays.asList(lines.get(0).split(",", -1));
        return new ReferenceProfile(column(lines, head.indexOf("depth_m")), column(lines, head.indexOf("Li_fraction")));
    }

    private static double[] column(List<String> lines, int index) {
        return lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[index]))
                .toArray();
    }

    /** \( \frac{1}{100\,\mathrm{nm}} \int_0^{130\,\mathrm{nm}} |c - c_{ref}|\,dx \), both linear between their nodes. */
    double difference(NppState state, double bulkDensity) {
        final double[] x = state.mesh().toArray();
        final double[] c = state.densities(0);
        double sum = 0;
        for (int i = 0; i <= POINTS; i++) {
            final double at = REACH * i / POINTS;
            final double difference = Math.abs(value(x, c, at) / bulkDensity - value(depth, fraction, at));
            sum += i == 0 || i == POINTS ? 0.5 * difference : difference;
        }
        return sum * (REACH / POINTS) / DEPTH;
    }

    private static double value(double[] x, double[] c, double at) {
        final int found = Arrays.binarySearch(x, at);
        final int k = Math.max(0, Math.min(x.length - 2, found < 0 ? -found - 2 : found));
        return c[k] + (c[k + 1] - c[k]) * (at - x[k]) / (x[k + 1] - x[k]);
    }
}
