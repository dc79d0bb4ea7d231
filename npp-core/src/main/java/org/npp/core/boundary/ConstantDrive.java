package org.npp.core.boundary;

/**
 * A drive that never changes.
 *
 * @param value the value
 */
record ConstantDrive(double value) implements Drive {

    static ConstantDrive of(double value) {
        if (Double.isFinite(value)) {
            return new ConstantDrive(value);
        }
        throw new IllegalArgumentException("drive value must be finite: " + value);
    }

    @Override
    public double value(double time) {
        return value;
    }

    @Override
    public double integral(double from, double to) {
        return value * (to - from);
    }

    @Override
    public double[] kinks() {
        return new double[0];
    }
}
