package org.npp.cait.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a text file whole, after its size was checked. */
final class FileText {
    /** Most bytes of a case file. */
    static final int CASE_LIMIT = 1 << 20;

    /** Most bytes of a table. */
    static final int TABLE_LIMIT = 64 << 20;

    /** No instances. */
    private FileText() {}

    static String read(Path path, int limit) throws CaseException {
        final boolean unnamed = path.toString().isEmpty();
        final String name = unnamed ? "''" : path.toString();
        if (unnamed || !Files.exists(path)) {
            throw error(name, 0, "no such file");
        }
        if (Files.isDirectory(path)) {
            throw error(name, 0, "is a directory, not a file");
        }
        final byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            // pipes and devices have no size
            if (Files.size(path) > limit) {
                throw tooLarge(name, limit);
            }
            bytes = in.readNBytes(limit + 1);
        } catch (IOException e) {
            throw error(name, 0, "can't be read");
        }
        if (bytes.length > limit) {
            throw tooLarge(name, limit);
        }
        return decode(name, bytes);
    }

    private static CaseException tooLarge(String name, int limit) {
        return error(name, 0, "is larger than " + (limit >> 20) + " MB");
    }

    private static String decode(String name, byte[] bytes) throws CaseException {
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        final CharBuffer out = CharBuffer.allocate(bytes.length);
        final CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw error(name, line, "is not UTF-8 text");
        }
        final String text = out.flip().toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static CaseException error(String name, int line, String message) {
        return new CaseException(List.of(new CaseError(name, line, "", message)));
    }
}
