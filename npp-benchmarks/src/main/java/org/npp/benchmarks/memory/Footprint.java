package org.npp.benchmarks.memory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.npp.benchmarks.LithiumBorate;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitIon;
import org.npp.cait.CaitResult;
import org.npp.cait.CaitSimulation;
import org.npp.cait.Sample;
import org.npp.cait.Stage;
import org.npp.core.PhysicalConstants;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.sed.GaussianSed;
import org.npp.sed.PopulatedSed;
import org.npp.sed.SedDiffusivity;

/**
 * What {@link PeakMemory} starts: does something in a Java of its own, then prints its largest resident memory [kB], and for
 * one more run the bytes that it allocates and those of the heap that are in use afterwards, its result among them.
 */
final class Footprint {
    private static final String RESIDENT = "VmHWM:";

    private static final double BULK = 1.41e28;

    private static final double FWHM = 0.25 * PhysicalConstants.ELEMENTARY_CHARGE;

    private Footprint() {}

    /**
     * Does it.
     *
     * @param args {@code nothing}; or {@code made} or {@code read}, for a case made in Java or read from its file, name of
     *     the case and how often to run it
     * @throws IOException if the system does not tell its memory
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 1) {
            System.out.println(resident());
            return;
        }
        final CaitCase experiment = "read".equals(args[0]) ? LithiumBorate.read(args[1]) : made(args[1]);
        for (int run = 0; run < Integer.parseInt(args[2]); run++) {
            CaitSimulation.of(experiment).run();
        }
        System.out.print(resident()); // before anything that is there to measure
        System.out.println(" " + oneMore(experiment));
    }

    private static long resident() throws IOException {
        for (final String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(RESIDENT)) {
                return Long.parseLong(
                        line.substring(RESIDENT.length()).replace("kB", "").strip());
            }
        }
        throw new IOException("no " + RESIDENT + " in /proc/self/status");
    }

    private static String oneMore(CaitCase experiment) {
        final com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long live = live();
        final long before = threads.getCurrentThreadAllocatedBytes();
        final CaitResult result = CaitSimulation.of(experiment).run();
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        final long kept = live() - live;
        return String.format(Locale.ROOT, "%d %d %s", allocated, kept, result.complete());
    }

    /** Bytes of the heap in use after collecting the rest. */
    private static long live() {
        System.gc();
        final MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }

    /** The example without its file: it takes no YAML, units or schema. */
    private static CaitCase made(String name) {
        final double foreign = switch (name) {
            case "k" -> 2.0e-21;
            case "rb" -> 3.0e-22;
            case "cs" -> 5.3e-23;
            default -> throw new IllegalArgumentException("case must be k, rb or cs: " + name);
        };
        final PopulatedSed sed = PopulatedSed.of(GaussianSed.ofFwhm(FWHM), BULK, 0.10, 0);
        final CaitIon lithium = CaitIon.ofNative("Li", 1, BULK, SedDiffusivity.of(sed, 1e-17));
        final CaitIon ion = CaitIon.ofForeign(name, 1, ConstantDiffusivity.of(foreign));
        final Stage beam = Stage.attachment(name, 1.12953452697e-3, 2e5);
        return CaitCase.of(name + " for Li", 300, Sample.of(0.5e-3, 10), List.of(lithium, ion), List.of(beam));
    }
}
