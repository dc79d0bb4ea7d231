/**
 * What a run tells a person: one self-contained page with plots, conservation figures and everything that was assumed,
 * and a picture that compares runs.
 *
 * <p>{@link org.npp.cait.report.Report} is the door. A page loads nothing from anywhere; its plots are drawn by
 * {@link org.npp.cait.report.plot}.
 */
@NullMarked
package org.npp.cait.report;

import org.jspecify.annotations.NullMarked;
