package org.npp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;

/**
 * A random problem with a solution, the same for the same seed.
 *
 * <p>One or two native ions, none to two foreign ones, sometimes an anion. The first native ion conducts and is
 * discharged at the back; the last foreign ion enters at the front, from a beam or a reservoir, and the charge exchanged is
 * that of 1 nm to 0.3 thicknesses of the first native ion. The one foreign ion before it was brought in earlier. Ions that
 * may arrive at the back are discharged there: blocked, they would use up the ions that can carry the current on.
 *
 * @param seed the seed
 * @param problem the problem
 * @param duration time to run [s]
 * @param summary what was drawn, in one line
 */
record RandomProblem(long seed, NppProblem problem, double duration, String summary) {
    /** Least depth where there is a layer before: its edge is to be wider than the Debye length [m]. */
    private static final double THIN = 3e-8;

    /** Least voltage over kT/e where there is a layer before: less than its diffusion potential drives nothing in. */
    private static final double STRONG = 50;

    /** Draws problems until one takes between a microsecond and 30 years. */
    static RandomProblem of(long seed) {
        final Draw draw = Draw.of(seed);
        RandomProblem drawn = of(seed, draw);
        while (!(drawn.duration >= 1e-6 && drawn.duration <= 1e9)) {
            drawn = of(seed, draw);
        }
        return drawn;
    }

    private static RandomProblem of(long seed, Draw draw) {
        final double temperature = draw.between(250, 750);
        final double thickness = draw.power(1e-6, 2e-3);
        final double bulk = draw.power(3e26, 3e28);
        final double mobility = draw.power(1e-20, 1e-12);
        final RandomIons ions = RandomIons.of(draw, bulk, mobility);
        final boolean layered = ions.earlier() >= 0;
        final double depth = draw.power(layered ? THIN : 1e-9, 0.3 * thickness);
        final double volts = draw.power(layered ? STRONG * thermalVoltage(temperature) : 1e-2, 1e3);
        final double layer = layered ? depth * draw.between(0.1, 0.8) : 0;
        final double duration = duration(ions, depth, layer, thickness, volts / thermalVoltage(temperature));
        final boolean beam = draw.chance(0.75);
        final double current = PhysicalConstants.ELEMENTARY_CHARGE * ions.charge(0) * bulk * depth / duration;
        final ElectricCondition front = beam
                ? draw.beam(ions.entering(), ions.charge(ions.entering()), current, duration, volts)
                : ElectricCondition.potential(volts);
        final int nodes = 80 + draw.upTo(41);
        final NppProblem.Builder builder = NppProblem.builder()
                .temperature(temperature)
                .permittivity(draw.between(2, 30) * PhysicalConstants.VACUUM_PERMITTIVITY)
                .front(new Boundary(front, frontConditions(ions)))
                .back(new Boundary(
                        ElectricCondition.potential(0), backConditions(draw, ions, depth, thickness, duration)));
        ions.addTo(builder);
        final Mesh mesh = Mesh.logarithmic(thickness, 0.2e-9, nodes);
        if (layer > 0) {
            builder.start(ions.start(mesh, layer, draw.between(4, 10)));
        } else {
            builder.mesh(mesh);
        }
        final String summary = String.format(
                Locale.ROOT,
                "seed %d: %.0f K, %.2g m, %d nodes, bulk %.2g, depth %.2g m, layer %.2g m, %.2g V, %.2g s, %s,%s",
                seed,
                temperature,
                thickness,
                nodes,
                bulk,
                depth,
                layer,
                volts,
                duration,
                front.getClass().getSimpleName(),
                ions.summary());
        return new RandomProblem(seed, builder.build(), duration, summary);
    }

    private static double thermalVoltage(double temperature) {
        return PhysicalConstants.BOLTZMANN * temperature / PhysicalConstants.ELEMENTARY_CHARGE;
    }

    /** Time in which a voltage over kT/e drives a depth of exchange, past the layers in series [s]. */
    private static double duration(RandomIons ions, double depth, double layer, double thickness, double psi) {
        final double own = ions.mobility(0);
        final double exchanged = 0.5 * depth * depth / Math.min(own, ions.mobility(ions.entering()));
        // the faster of the two carries the current through the layer before
        final double inLayer =
                layer == 0 ? own : Math.max(ions.mobility(ions.earlier()), ions.mobility(ions.entering()));
        final double before = layer * depth / Math.min(own, inLayer);
        return (exchanged + before + thickness * depth / own) / psi;
    }

    private static List<IonCondition> frontConditions(RandomIons ions) {
        final List<IonCondition> conditions = new ArrayList<>();
        for (int i = 0; i < ions.count(); i++) {
            conditions.add(i == ions.entering() ? IonCondition.neutral() : IonCondition.blocked());
        }
        return conditions;
    }

    private static List<IonCondition> backConditions(
            Draw draw, RandomIons ions, double depth, double thickness, double duration) {
        final List<IonCondition> conditions = new ArrayList<>();
        for (int i = 0; i < ions.count(); i++) {
            final double drift = depth * ions.mobility(i) / ions.mobility(0);
            final double diffusion = Math.sqrt(ions.mobility(i) * duration);
            final boolean farAway = !ions.isNative(i)
                    && ions.mobility(i) < 0.3 * ions.mobility(0)
                    && 3 * (depth + drift) + 6 * diffusion < thickness;
            final boolean blocked = draw.chance(0.8) && farAway;
            conditions.add(blocked || ions.charge(i) < 0 ? IonCondition.blocked() : IonCondition.discharged());
        }
        return conditions;
    }
}
