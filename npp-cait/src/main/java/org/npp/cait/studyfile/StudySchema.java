package org.npp.cait.studyfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of study files (draft 2020-12). */
public final class StudySchema {
    /** No instances. */
    private StudySchema() {}

    /**
     * Returns the schema.
     *
     * @return JSON text
     */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(StudySchema.class.getResourceAsStream("study.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
