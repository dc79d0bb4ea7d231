package org.npp.cait.fit;

/** Residuals as a function of coordinates, for {@link Minimizer}. */
interface LeastSquaresModel {
    /** Number of residuals. */
    int size();

    /** Residuals at a point; an empty array if there are none, so that the step is taken back. */
    double[] residuals(double[] point);

    /** Derivatives, one row per residual, at a point at which there are residuals. */
    double[][] jacobian(double[] point);
}
