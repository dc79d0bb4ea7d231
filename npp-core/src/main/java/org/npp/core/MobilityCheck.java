package org.npp.core;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.npp.core.transport.MobilityLaw;

/** Checks that a mobility law and the ions of a problem fit, and the law's contract at the virgin sample. */
final class MobilityCheck {
    /** Largest asymmetry, and excess of an off-diagonal's square over the diagonal's product, relative: rounding. */
    private static final double ROUNDING = 1e-12;

    private MobilityCheck() {}

    /** Throws if a part does not fit; the message names it. */
    static void check(@Nullable MobilityLaw law, List<Ion> ions, double temperature) {
        for (final Ion ion : ions) {
            if (law == null && !ion.hasDiffusivity()) {
                throw new IllegalArgumentException(
                        ion.name() + ": needs a diffusivity, as the problem has no mobility law");
            }
            if (law != null && ion.hasDiffusivity()) {
                throw new IllegalArgumentException(
                        ion.name() + ": has a diffusivity of its own beside the problem's mobility law");
            }
        }
        if (law != null) {
            checkVirgin(law, ions, temperature);
        }
    }

    private static void checkVirgin(MobilityLaw law, List<Ion> ions, double temperature) {
        final int size = ions.size();
        final double[] mobility = new double[size * size];
        law.linearize(
                ions.stream().mapToDouble(Ion::virginDensity).toArray(),
                temperature,
                mobility,
                new double[size * size * size]);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                final double product = mobility[i * size + i] * mobility[j * size + j];
                final double one = mobility[i * size + j];
                final double other = mobility[j * size + i];
                if (!(Math.abs(one - other) <= ROUNDING * Math.abs(one)
                        && mobility[i * size + i] >= 0
                        && one * one <= (1 + ROUNDING) * product)) {
                    throw new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "mobility must be symmetric and positive semidefinite: in the virgin sample %s, %s,"
                                    + " L_ij = %s, L_ji = %s, L_ii L_jj = %s in (J m s)^-1",
                            ions.get(i).name(),
                            ions.get(j).name(),
                            one,
                            other,
                            product));
                }
            }
        }
    }
}
