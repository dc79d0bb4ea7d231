package org.npp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;

/**
 * The ions of a random problem: natives, then foreign ones, then an anion.
 *
 * <p>An anion is immobile or moves so little that it piles up at the front to less than the cations' density; there are
 * always more native cations than anions.
 */
final class RandomIons {
    /** Diffusivity that no ion in a solid exceeds, by far [m²/s]. */
    private static final double FASTEST = 1e-8;

    private final int natives;
    private final int foreigns;
    private final double bulk;
    private final List<Integer> charges = new ArrayList<>();
    private final List<Double> densities = new ArrayList<>();
    private final List<Double> mobilities = new ArrayList<>();
    private final List<DiffusivityLaw> laws = new ArrayList<>();

    private RandomIons(int natives, int foreigns, double bulk) {
        this.natives = natives;
        this.foreigns = foreigns;
        this.bulk = bulk;
    }

    /** Draws ions, the first of a given density [1/m³] and diffusivity [m²/s]. */
    static RandomIons of(Draw draw, double bulk, double mobility) {
        final int natives = draw.chance(0.6) ? 1 : 2;
        final int foreigns = draw.chance(0.05) ? 0 : draw.chance(0.75) ? 1 : 2;
        final RandomIons ions = new RandomIons(natives, foreigns, bulk);
        for (int i = 0; i < natives; i++) {
            final double own = i == 0 ? mobility : mobility * draw.power(1e-8, 10);
            final double density = i == 0 ? bulk : bulk * draw.power(1e-3, 1);
            ions.add(draw.chance(0.75) ? 1 : 2, density, own, draw.nativeLaw(i, density, own));
        }
        for (int i = natives; i < natives + foreigns; i++) {
            final double contrast = draw.chance(0.8) ? draw.power(1e-8, 1) : draw.power(1, 1e8);
            final double own = Math.min(FASTEST, mobility * contrast);
            ions.add(draw.chance(0.75) ? 1 : 2, 0, own, draw.foreignLaw(i, bulk, own));
        }
        if (draw.chance(0.25) && natives + foreigns < 4) {
            ions.addAnion(draw);
        }
        return ions;
    }

    private void addAnion(Draw draw) {
        double slowest = Double.POSITIVE_INFINITY;
        for (final double one : mobilities) {
            slowest = Math.min(slowest, one);
        }
        final double own = draw.chance(0.5) ? 0 : slowest * draw.power(1e-4, 1e-2);
        add(-1, bulk * draw.between(0.01, 0.5), own, ConstantDiffusivity.of(own));
    }

    private void add(int charge, double density, double mobility, DiffusivityLaw law) {
        charges.add(charge);
        densities.add(density);
        mobilities.add(mobility);
        laws.add(law);
    }

    int count() {
        return charges.size();
    }

    /** The ion that enters at the front: the last foreign one, or the first native one. */
    int entering() {
        return foreigns == 0 ? 0 : natives + foreigns - 1;
    }

    /** The foreign ion that was brought in before; -1 if none was. */
    int earlier() {
        return foreigns == 2 ? natives : -1;
    }

    boolean isNative(int ion) {
        return ion < natives;
    }

    int charge(int ion) {
        return charges.get(ion);
    }

    /** Diffusivity in the bulk, or that of the pure foreign ion [m²/s]. */
    double mobility(int ion) {
        return mobilities.get(ion);
    }

    void addTo(NppProblem.Builder builder) {
        for (int i = 0; i < count(); i++) {
            builder.ion(Ion.of("I" + i, charges.get(i), densities.get(i), laws.get(i)));
        }
    }

    /** A neutral start in which the earlier ion has replaced most natives down to a depth; flat at the front. */
    NppState start(Mesh mesh, double depth, double steepness) {
        final int nodes = mesh.size();
        double nativeCharge = 0;
        for (int i = 0; i < natives; i++) {
            nativeCharge += charges.get(i) * densities.get(i);
        }
        final double[][] profiles = new double[count()][nodes];
        for (int k = 0; k < nodes; k++) {
            final double share = 0.95 / (1 + Math.pow(mesh.node(k) / depth, steepness));
            for (int i = 0; i < count(); i++) {
                profiles[i][k] = densities.get(i) * (isNative(i) ? 1 - share : 1);
            }
            profiles[earlier()][k] = share * nativeCharge / charges.get(earlier());
        }
        return NppState.of(0, mesh, new double[nodes], profiles, new double[nodes], 0);
    }

    String summary() {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < count(); i++) {
            text.append(String.format(
                    Locale.ROOT, " z %+d n %.2g D %.2g", charges.get(i), densities.get(i), mobilities.get(i)));
        }
        return text.toString();
    }
}
