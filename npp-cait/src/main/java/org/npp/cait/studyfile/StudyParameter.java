package org.npp.cait.studyfile;

import java.util.List;
import java.util.OptionalInt;
import org.npp.cait.fit.FitParameter;

/**
 * A parameter of a study and where it acts.
 *
 * @param number what is fitted
 * @param experiment the only experiment it acts on; empty for all
 * @param path path in the cases, or the name of a property of the measurement
 * @param measuring whether it is a property of the measurement
 */
record StudyParameter(FitParameter number, OptionalInt experiment, String path, boolean measuring) {
    /** Widths of the depth resolution. */
    static final List<String> WIDTHS = List.of("gaussian_fwhm", "leading_decay", "trailing_decay");

    static final String RESOLUTION = "depth_resolution.";
    static final String DEPTH_SCALE = "depth_scale";
    static final String INTENSITY_SCALE = "intensity_scale";

    boolean concerns(int index) {
        return experiment.isEmpty() || experiment.getAsInt() == index;
    }
}
