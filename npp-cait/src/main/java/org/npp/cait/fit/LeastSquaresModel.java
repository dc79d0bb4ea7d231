package org.npp.cait.fit;

/** Residuals as a function of coordinates, for a minimum of the sum of their squares. */
public interface LeastSquaresModel {
    /**
     * Returns the number of residuals.
     *
     * @return number
     */
    int size();

    /**
     * Computes residuals.
     *
     * @param point coordinates. Not modified.
     * @return new array; empty if there are none at this point, so that a step to it is taken back
     */
    double[] residuals(double[] point);

    /**
     * Computes derivatives.
     *
     * @param point coordinates, at which there are residuals. Not modified.
     * @return new array, one row per residual, one column per coordinate
     */
    double[][] jacobian(double[] point);
}
