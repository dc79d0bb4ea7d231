package org.npp.cait.report;

import java.util.List;
import java.util.stream.IntStream;
import org.npp.cait.CaitResult;
import org.npp.cait.report.plot.Chart;

/** A picture of the final depth profiles of several runs, side by side. */
public final class ProfileComparison {
    /** Width of one run's chart [px]. */
    private static final int WIDTH = 340;

    /** Height of the picture [px]. */
    private static final int HEIGHT = 320;

    /** No instances. */
    private ProfileComparison() {}

    /**
     * Draws the picture.
     *
     * @param results the runs, from left to right, at least one
     * @return an SVG document
     * @throws IllegalArgumentException if there is no run
     */
    public static String svg(List<CaitResult> results) {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("results must not be empty");
        }
        final double greatest = results.stream()
                .mapToDouble(result -> new DepthSection(result).greatest())
                .max()
                .orElse(1);
        return Chart.row(results.stream()
                .map(result -> new DepthSection(result)
                        .fractions(WIDTH, HEIGHT, greatest)
                        .title(title(result)))
                .toList());
    }

    /** Which ions came for which. */
    private static String title(CaitResult result) {
        final var ions = result.experiment().ions();
        final List<String> foreign = IntStream.range(0, ions.size())
                .filter(i -> !ions.get(i).isNative())
                .mapToObj(i -> IonText.of(ions.get(i)))
                .toList();
        return String.join(", ", foreign) + " for " + IonText.natives(ions);
    }
}
