package org.npp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.npp.cait.CaitCase;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.CaseFile;

/** The example cases: K, Rb and Cs replacing Li in lithium borate glass. */
public final class LithiumBorate {
    /** Names of the cases, the fastest front first. */
    public static final List<String> CASES = List.of("k", "rb", "cs");

    /** No instances. */
    private LithiumBorate() {}

    /**
     * Reads a case, as the build copied it from the examples.
     *
     * @param name one of {@link #CASES}
     * @return the case, with default numerics
     * @throws IllegalArgumentException if there is no such case
     */
    public static CaitCase read(String name) {
        // no logging back end is there, and none is missed
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        final String file = "lithium-borate/" + name + ".yaml";
        try (InputStream in = LithiumBorate.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no case named " + name + "; cases: " + String.join(", ", CASES));
            }
            final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CaseFile.parse(text, file, Path.of("")).experiment();
        } catch (CaseException e) {
            throw new IllegalStateException(e); // the command line reads the same file
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
