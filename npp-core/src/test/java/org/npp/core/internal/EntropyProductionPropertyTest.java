package org.npp.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.npp.core.boundary.IonCondition.blocked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.time.TimeFormula;
import org.npp.core.transport.DiffusivityLaw;
import org.npp.core.transport.ExcessPotentialLaw;
import org.npp.core.transport.FadingCorrelation;
import org.npp.core.transport.MobilityLaw;
import org.npp.core.transport.NodeFormula;

/** Fluxes of a full mobility matrix through single faces, at random states. */
class EntropyProductionPropertyTest {
    private static final int NODES = 6;

    /** A model, a state and the fluxes through its faces. */
    private static final class Sample {
        final Model model;
        final MobilityLaw law;
        final Level level;
        final Assembly assembly;

        /** A state whose densities spread over that many decades, potentials over that many kT/e, uniform if both are 0. */
        Sample(int ions, int kind, double decades, double volts, boolean ideal, Random random) {
            final List<DiffusivityLaw> diffusivities = new ArrayList<>();
            final List<@Nullable ExcessPotentialLaw> excess = new ArrayList<>();
            final int[] charges = new int[ions];
            final double[] virgin = new double[ions];
            Arrays.fill(virgin, 1);
            for (int i = 0; i < ions; i++) {
                charges[i] = random.nextInt(5) - 2;
                diffusivities.add(NodeFormula.exponential(
                        Math.exp(4 * random.nextDouble()),
                        random.doubles(ions, -1, 1).toArray()));
                excess.add(
                        ideal
                                ? null
                                : NodeFormula.quadratic(
                                        random.doubles(ions, -0.5, 0.5).toArray()));
            }
            final IonCondition[] conditions = new IonCondition[ions];
            Arrays.fill(conditions, blocked());
            final Boundary end = Boundary.of(ElectricCondition.potential(0), conditions);
            final Model diagonal = Model.of(
                    300, 0.3, 1, 1, 1, charges, virgin, diffusivities, excess, EdgeDiffusivity.BLENDED, end, end);
            final MobilityLaw correlated = CorrelatedIons.of(diffusivities, diagonal, random);
            law = kind == 0
                    ? CorrelatedIons.isotopes(0.2 + 3 * random.nextDouble(), diagonal)
                    : kind == 1 ? correlated : FadingCorrelation.of(correlated);
            model = diagonal.withMobility(law);
            final double[] fraction = new double[NODES * ions];
            final double[] psi = new double[NODES];
            for (int at = 0; at < fraction.length; at++) {
                final int ion = at % ions;
                fraction[at] = decades == 0 && at >= ions
                        ? fraction[ion]
                        : Math.pow(10, -decades * random.nextDouble())
                                * (decades > 0 && random.nextInt(8) == 0 ? 0 : 1);
            }
            for (int k = 1; k < NODES; k++) {
                psi[k] = psi[k - 1] + volts * (random.nextDouble() - 0.5);
            }
            level = Level.of(0, Mesh.uniform(1, NODES), fraction, psi, new double[NODES], 0, model.debyeSquared());
            final Level trial = Level.ofSize(NODES, ions);
            trial.move(level, level.x);
            System.arraycopy(level.drop, 0, trial.drop, 0, NODES - 1);
            System.arraycopy(level.psi, 0, trial.psi, 0, NODES);
            assembly = Assembly.ofSize(model, NODES);
            assembly.assemble(level, trial, TimeFormula.steady());
        }

        /** Drop of an ion's electrochemical potential over kT. */
        double force(int edge, int ion) {
            final int ions = model.ionCount();
            return model.charges()[ion] * level.drop[edge]
                    + excess(edge + 1, ion)
                    - excess(edge, ion)
                    + Math.log(level.fraction[(edge + 1) * ions + ion] / level.fraction[edge * ions + ion]);
        }

        private double excess(int node, int ion) {
            final int ions = model.ionCount();
            final @Nullable ExcessPotentialLaw excess = model.excessPotentials()[ion];
            return excess == null
                    ? 0
                    : excess.value(ion, Arrays.copyOfRange(level.fraction, node * ions, (node + 1) * ions), 300);
        }
    }

    @Property(seed = "71")
    void entropyIsProducedAtEveryFace(
            @ForAll @IntRange(min = 2, max = 4) int ions,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @DoubleRange(max = 30) double decades,
            @ForAll @DoubleRange(max = 20) double volts,
            @ForAll boolean ideal,
            @ForAll int seed) {
        final Sample sample = new Sample(ions, kind, decades, volts, ideal, new Random(seed));
        for (int e = 0; e < NODES - 1; e++) {
            double production = 0;
            double scale = 0;
            for (int i = 0; i < ions; i++) {
                final double flux = sample.assembly.flux[e * ions + i];
                final double force = sample.force(e, i);
                // an ion absent at one node has an infinite force, and no cross flux
                if (Double.isFinite(force)) {
                    production -= flux * force;
                    scale += Math.abs(flux * force);
                } else {
                    assertTrue(Double.isNaN(force) || flux * force <= 0, "flux " + flux + ", force " + force);
                }
            }
            assertTrue(production >= -1e-13 * scale, "face " + e + ": " + production + " of " + scale);
        }
    }

    /** J = -L z dpsi/h where nothing but the potential changes, however large the drop. */
    @Property(seed = "72", tries = 200)
    void aUniformSampleConductsByTheWholeMatrix(
            @ForAll @IntRange(min = 2, max = 4) int ions,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @DoubleRange(max = 100) double volts,
            @ForAll int seed) {
        final Sample sample = new Sample(ions, kind, 0, volts, false, new Random(seed));
        final double[] mobility = new double[ions * ions];
        sample.law.linearize(Arrays.copyOf(sample.level.fraction, ions), 300, mobility, new double[ions * ions * ions]);
        for (int e = 0; e < NODES - 1; e++) {
            for (int i = 0; i < ions; i++) {
                double expected = 0;
                double scale = 0;
                for (int j = 0; j < ions; j++) {
                    final double drop = sample.model.charges()[j] * sample.level.drop[e] / sample.level.step[e];
                    final double part = sample.model.thermalEnergy() * mobility[i * ions + j] * drop;
                    expected -= part;
                    scale += Math.abs(part);
                }
                assertEquals(expected, sample.assembly.flux[e * ions + i], 1e-13 * scale);
            }
        }
    }
}
