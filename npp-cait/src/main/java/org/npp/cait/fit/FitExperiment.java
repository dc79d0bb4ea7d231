package org.npp.cait.fit;

import java.util.List;
import org.npp.cait.CaitCase;

/** One experiment of a fit: its simulation and its observation as functions of the parameters, and what was measured. */
public interface FitExperiment {
    /**
     * Returns the name of the experiment.
     *
     * @return name for tables and messages
     */
    String name();

    /**
     * Returns the case at some values of the parameters.
     *
     * @param values values of all parameters of the fit [SI]. Not modified.
     * @return the case
     * @throws IllegalArgumentException if there is none
     */
    CaitCase experiment(double[] values);

    /**
     * Returns what the instrument makes of its profiles.
     *
     * @param values values of all parameters of the fit [SI]. Not modified.
     * @return the observation of depth profiles
     * @throws IllegalArgumentException if there is none
     */
    Observation observation(double[] values);

    /**
     * Tells how a parameter acts.
     *
     * @param parameter index of the parameter
     * @return its influence
     */
    Influence influence(int parameter);

    /**
     * Returns what was measured.
     *
     * @return series, fractions those of ions of the case; unmodifiable
     */
    List<DataSeries> data();
}
