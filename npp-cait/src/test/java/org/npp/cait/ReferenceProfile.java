package org.npp.cait;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.npp.core.NppState;

/** A native ion's profile, linear between its points: a reference of an independent code or a result of ours. */
final class ReferenceProfile {
    /** Bulk density of Li in the reference cases [1/m³]. */
    private static final double BULK = 1.41e28;

    private final double[] depth;
    private final double[] fraction;
    private final double surfacePotential;

    private ReferenceProfile(double[] depth, double[] fraction, double surfacePotential) {
        this.depth = depth;
        this.fraction = fraction;
        this.surfacePotential = surfacePotential;
    }

    /** Reads k, rb or cs from the test resources. */
    static ReferenceProfile read(String name) throws IOException {
        final List<double[]> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(
                        ReferenceProfile.class.getResourceAsStream("/org/npp/cait/reference/" + name + ".csv"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            final CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get();
            for (final CSVRecord record : format.parse(reader)) {
                rows.add(new double[] {
                    Double.parseDouble(record.get("depth_m")),
                    Double.parseDouble(record.get("Li_fraction")),
                    Double.parseDouble(record.get("potential_V"))
                });
            }
        }
        return new ReferenceProfile(
                rows.stream().mapToDouble(r -> r[0]).toArray(),
                rows.stream().mapToDouble(r -> r[1]).toArray(),
                rows.get(0)[2]);
    }

    static ReferenceProfile of(NppState state) {
        final double[] fraction = state.densities(0);
        for (int k = 0; k < fraction.length; k++) {
            fraction[k] /= BULK;
        }
        return new ReferenceProfile(state.mesh().toArray(), fraction, state.potential(0));
    }

    double surfacePotential() {
        return surfacePotential;
    }

    double at(double x) {
        int k = 0;
        while (k < depth.length - 2 && depth[k + 1] < x) {
            k++;
        }
        return fraction[k] + (fraction[k + 1] - fraction[k]) * (x - depth[k]) / (depth[k + 1] - depth[k]);
    }

    /** (1/100 nm) times the integral of the difference over the first 130 nm, by the trapezium rule on 26,000 steps. */
    double distance(ReferenceProfile other) {
        final int n = 26_000;
        final double end = 130e-9;
        double sum = 0;
        for (int k = 0; k <= n; k++) {
            final double x = end * k / n;
            sum += (k == 0 || k == n ? 0.5 : 1) * Math.abs(at(x) - other.at(x));
        }
        return sum * (end / n) / 100e-9;
    }

    /** Fraction 3 / (largest slope) behind the place where the fraction is one half. */
    double foot() {
        double slope = 0;
        double front = 0;
        for (int k = 1; k < depth.length; k++) {
            slope = Math.max(slope, (fraction[k] - fraction[k - 1]) / (depth[k] - depth[k - 1]));
            if (fraction[k - 1] < 0.5 && fraction[k] >= 0.5) {
                final double share = (0.5 - fraction[k - 1]) / (fraction[k] - fraction[k - 1]);
                front = depth[k - 1] + share * (depth[k] - depth[k - 1]);
            }
        }
        return at(front - 3 / slope);
    }
}
