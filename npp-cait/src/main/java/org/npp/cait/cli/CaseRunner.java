package org.npp.cait.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.npp.cait.CaitCase;
import org.npp.cait.CaitResult;
import org.npp.core.Progress;

/** Runs a case; the simulation, or what a test puts in its place. */
@FunctionalInterface
interface CaseRunner {
    CaitResult run(CaitCase experiment, Consumer<Progress> progress, BooleanSupplier cancelled);
}
