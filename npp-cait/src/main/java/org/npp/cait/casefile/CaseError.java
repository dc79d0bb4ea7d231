package org.npp.cait.casefile;

/**
 * Something wrong, or worth a warning, in a file.
 *
 * @param file file as the user named it
 * @param line line, counted from 1; 0 if it is the whole file
 * @param field path of the field, {@code stages[0].ion}; empty if it is none
 * @param message rule and value
 */
public record CaseError(String file, int line, String field, String message) {

    /**
     * Tells the error in one line.
     *
     * @return {@code "k.yaml:7: sample.thickness: must be > 0: -0.5 mm"}
     */
    public String text() {
        final String place = line > 0 ? file + ":" + line : file;
        return place + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
}
