/**
 * Results as files: CSV tables, {@code summary.json}, the report and the case, in a directory that appears whole or not
 * at all.
 *
 * <p>{@link org.npp.cait.output.ResultDirectory} is the door.
 */
@NullMarked
package org.npp.cait.output;

import org.jspecify.annotations.NullMarked;
