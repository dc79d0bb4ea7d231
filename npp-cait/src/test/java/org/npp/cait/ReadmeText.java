package org.npp.cait;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README of the repository, taken apart. */
final class ReadmeText {
    /** Directory of the README; tests run in the directory of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final String text;

    private ReadmeText(String text) {
        this.text = text;
    }

    static ReadmeText read() throws IOException {
        return new ReadmeText(Files.readString(ROOT.resolve("README.md")));
    }

    /** Fenced blocks of a language, in their order. */
    List<String> blocks(String language) {
        return groups("(?ms)^```" + language + "\\n(.*?)^```$");
    }

    /** The code between backticks that begins so; there is one. */
    String code(String beginning) {
        final List<String> found = groups("`(" + Pattern.quote(beginning) + "[^`]*)`");
        assertTrue(found.size() == 1, () -> found.size() + " pieces of code that begin " + beginning);
        return found.get(0);
    }

    /** What links lead to, without those to other sites and within the page. */
    List<String> relativeLinks() {
        return groups("\\]\\(((?!https?:|#)[^)]+)\\)");
    }

    /** Cells of the table row that begins with a name, the name left out. */
    List<String> row(String name) {
        final List<String> rows = groups("(?m)^\\| " + Pattern.quote(name) + " \\|(.*)\\|$");
        assertTrue(rows.size() == 1, () -> rows.size() + " rows named " + name);
        return Pattern.compile("\\|")
                .splitAsStream(rows.get(0))
                .map(String::strip)
                .toList();
    }

    /** Number in a row's cell, counted from 0. */
    double figure(String name, int column) {
        return Double.parseDouble(row(name).get(column));
    }

    private List<String> groups(String regex) {
        final List<String> found = new ArrayList<>();
        final Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
