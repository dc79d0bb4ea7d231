package org.npp.core.exact;

/** Check of a measured profile: as many fractions as depths, depths increasing, fractions inside (0, 1). */
final class ProfilePoints {
    /** No instances. */
    private ProfilePoints() {}

    static void check(double[] depths, double[] fractions) {
        if (depths.length != fractions.length) {
            throw new IllegalArgumentException(
                    "fractions must be as many as depths: " + fractions.length + " and " + depths.length);
        }
        for (int k = 0; k < depths.length; k++) {
            Argument.finite("depth x[" + k + "]", depths[k], "m");
            if (k > 0 && !(depths[k] > depths[k - 1])) {
                throw new IllegalArgumentException("depths must increase strictly: x[" + (k - 1) + "] = "
                        + depths[k - 1] + " m, x[" + k + "] = " + depths[k] + " m");
            }
            if (!(fractions[k] > 0 && fractions[k] < 1)) {
                throw new IllegalArgumentException(
                        "fraction must lie strictly between 0 and 1: c[" + k + "] = " + fractions[k]);
            }
        }
    }
}
