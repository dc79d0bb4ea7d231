package org.npp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.cait.report.ProfileComparison;

/** Draws the profiles of the three example cases: the picture of the README. */
public final class DrawProfiles {
    /** No instances. */
    private DrawProfiles() {}

    /**
     * Runs the cases and writes the picture.
     *
     * @param args the file to write, SVG
     * @throws IOException if the file can't be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("one argument, the SVG file to write: " + args.length + " given");
        }
        final List<CaitResult> results = LithiumBorate.CASES.stream()
                .map(name -> CaitSimulation.of(LithiumBorate.read(name)).run())
                .toList();
        Files.writeString(Path.of(args[0]), ProfileComparison.svg(results));
    }
}
