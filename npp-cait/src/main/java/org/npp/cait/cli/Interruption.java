package org.npp.cait.cli;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Ctrl-C: the run is told to stop, and results that are just being written are written to their end, so that nothing
 * half-written is left; results that are not being written yet never are.
 */
final class Interruption implements AutoCloseable {
    /** Longest time to wait for results that are being written [s]. */
    private static final int WRITE_SECONDS = 10;

    /** Held while results are written. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Whether the program is to end. */
    private final AtomicBoolean requested = new AtomicBoolean();

    /** Runs when the program is to end. */
    private final Thread hook = new Thread(this::interrupt, "npp-interrupt");

    private Interruption() {}

    static Interruption install() {
        final Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Asks the run to stop and waits for the end of a write. */
    void interrupt() {
        requested.set(true);
        try {
            // never released: nothing may be written any more; a write that hangs is not waited for
            final boolean free = writing.tryLock(WRITE_SECONDS, TimeUnit.SECONDS);
            assert free || requested.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean requested() {
        return requested.get();
    }

    /** Does work that sees itself that it is to end: the program waits for it, as for a write. */
    int finish(IntSupplier work) {
        writing.lock();
        try {
            return work.getAsInt();
        } finally {
            writing.unlock();
        }
    }

    /** Something that writes files. */
    interface Write {
        void run() throws IOException;
    }

    /**
     * Writes, unless the program is to end.
     *
     * @return whether it was written
     */
    boolean write(Write write) throws IOException {
        writing.lock();
        try {
            if (requested.get()) {
                return false;
            }
            write.run();
            return true;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            requested.set(true); // the end has begun
        }
    }
}
