package org.npp.cait;

import org.npp.core.boundary.Drive;

/**
 * A drive whose times count from a later moment: turns times of a stage into times of the experiment.
 *
 * @param drive drive in the time of the stage
 * @param delay begin of the stage [s]
 */
record DelayedDrive(Drive drive, double delay) implements Drive {
    @Override
    public double value(double time) {
        return drive.value(time - delay);
    }

    @Override
    public double integral(double from, double to) {
        return drive.integral(from - delay, to - delay);
    }

    @Override
    public double[] kinks() {
        final double[] kinks = drive.kinks();
        for (int i = 0; i < kinks.length; i++) {
            kinks[i] += delay;
        }
        return kinks;
    }
}
