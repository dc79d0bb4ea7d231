package org.npp.sed;

/** How much measured diffusivities are smoothed before the site energy distribution is read from them. */
public enum SmoothingRule {
    /**
     * As much as their errors allow, by the discrepancy principle: \( \chi^2 = K - p \) for \( K \) points and \( p \)
     * effective parameters. For errors that are known; the \( p \) keeps it from smoothing too much, as \( \chi^2 = K \) does.
     */
    DISCREPANCY,

    /**
     * So that each point is best predicted by the others, by generalised cross-validation: \( \chi^2/(K - p)^2 \) is
     * least.
     * The ratios of the errors matter, and hardly their size, which is estimated.
     */
    CROSS_VALIDATION
}
