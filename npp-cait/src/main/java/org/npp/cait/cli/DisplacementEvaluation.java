package org.npp.cait.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.npp.cait.casefile.CaseException;
import org.npp.cait.casefile.DisplacementFile;
import org.npp.cait.onsager.SimulatedCoefficients;
import org.npp.cait.output.DisplacementFiles;
import org.npp.cait.output.OutputException;
import org.npp.cait.output.ResultDirectory;

/**
 * Evaluates displacement correlations from the command line: reads, writes and tells, and gives the exit code.
 *
 * @param file the file with the correlations
 * @param from begin of the window [s]
 * @param to end of the window [s]
 * @param out directory for the results
 * @param force whether to overwrite results
 */
record DisplacementEvaluation(Path file, double from, double to, Path out, boolean force) {
    int run(CommonOptions common, PrintWriter output, PrintWriter err) {
        final Report report = Report.of(output, err, common.json);
        try {
            final DisplacementFile.Read read = DisplacementFile.read(file);
            final ResultDirectory directory = ResultDirectory.prepare(out, ResultDirectory.Kind.ONSAGER, force);
            final SimulatedCoefficients coefficients = SimulatedCoefficients.of(
                    read.run(), from, Math.min(to, read.run().series().lastTime()));
            DisplacementFiles.write(directory, coefficients, read.sha256());
            if (common.json) {
                report.print(DisplacementFiles.summary(coefficients, read.sha256()));
            } else {
                coefficients.warnings().forEach(w -> err.println("warning: " + w.code() + ": " + w.message()));
                err.flush();
                if (!common.quiet) {
                    print(coefficients, output);
                }
            }
            return ExitCode.DONE;
        } catch (CaseException e) {
            report.errors("displacements", e.errors());
        } catch (OutputException e) {
            report.error("output", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            report.error("displacements", file + ": " + e.getMessage());
        }
        return ExitCode.WRONG_INPUT;
    }

    private void print(SimulatedCoefficients coefficients, PrintWriter output) {
        output.println("Displacements of " + String.join(", ", coefficients.ions())
                + String.format(
                        Locale.ROOT,
                        ": %d blocks, from %.4g s to %.4g s",
                        coefficients.blocks(),
                        coefficients.from(),
                        coefficients.to())
                + (coefficients.networkFrame() ? ", in the frame of the network" : ""));
        for (final SimulatedCoefficients.Coefficient c : coefficients.coefficients()) {
            SummaryTable.row(
                    output,
                    c.name(),
                    String.format(Locale.ROOT, "%.5g +- %.2g", c.value(), c.standardError())
                            + (c.unit().equals("1") ? "" : " " + c.unit()));
        }
        SummaryTable.row(output, "results", out + ", " + out.resolve("onsager.csv"));
        output.flush();
    }
}
