package org.npp.cait.report;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Where a file comes from: which program, which case, when.
 *
 * @param version version of npp
 * @param caseSha256 SHA-256 of the resolved case, hexadecimal
 * @param date when the file was made, to the second
 */
public record Provenance(String version, String caseSha256, Instant date) {

    /**
     * Cuts the date to seconds.
     *
     * @param version version of npp
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @param date when the file was made
     */
    public Provenance {
        date = date.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Describes files made by this program.
     *
     * @param caseSha256 SHA-256 of the resolved case, hexadecimal
     * @param clock tells the date
     * @return the provenance
     */
    public static Provenance of(String caseSha256, Clock clock) {
        return new Provenance(programVersion(), caseSha256, clock.instant());
    }

    /**
     * Returns the version of this program.
     *
     * @return the version in the jar's manifest, or {@code development} outside a jar
     */
    public static String programVersion() {
        return Objects.requireNonNullElse(Provenance.class.getPackage().getImplementationVersion(), "development");
    }
}
