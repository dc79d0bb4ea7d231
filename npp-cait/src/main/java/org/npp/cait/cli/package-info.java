/**
 * The command line {@code npp}: reads a case, runs it, writes the results. Errors are one readable line each on standard
 * error, or one JSON object on standard output; exit codes are 0 (done), 2 (command line or file wrong), 3 (numerics did
 * not finish) and 130 (interrupted).
 */
@NullMarked
package org.npp.cait.cli;

import org.jspecify.annotations.NullMarked;
