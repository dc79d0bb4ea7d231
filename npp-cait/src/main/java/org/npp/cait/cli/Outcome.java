package org.npp.cait.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.npp.cait.CaitResult;
import org.npp.cait.casefile.CaseFile;
import org.npp.cait.output.ResultDirectory;

/** What a command makes of a run: files, a summary and a short table. */
interface Outcome {
    /** The run, with all warnings. */
    CaitResult result();

    /** Writes the files. */
    void write(ResultDirectory directory, CaseFile read) throws IOException;

    /** Returns a new object, what {@code --json} prints. */
    ObjectNode summary(CaseFile read);

    /** Prints the table. */
    void print(Path directory, PrintWriter out);
}
