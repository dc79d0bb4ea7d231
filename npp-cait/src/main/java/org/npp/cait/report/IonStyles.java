package org.npp.cait.report;

import java.util.ArrayList;
import java.util.List;
import org.npp.cait.CaitIon;
import org.npp.cait.fit.FitExperiment;
import org.npp.cait.fit.FitResult;

/** One colour, dash and marker for each ion in all plots of a report. */
final class IonStyles {
    private final List<String> ions = new ArrayList<>();

    IonStyles(FitResult result) {
        for (final FitExperiment experiment : result.study().experiments()) {
            for (final CaitIon ion : experiment.experiment(result.values()).ions()) {
                if (!ions.contains(ion.name())) {
                    ions.add(ion.name());
                }
            }
        }
    }

    /** Number of the style of an ion; one more than that of any ion for a name that is none. */
    int of(String ion) {
        final int index = ions.indexOf(ion);
        return index < 0 ? ions.size() : index;
    }
}
