package org.npp.sed.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.npp.core.boundary.IonCondition.blocked;
import static org.npp.core.boundary.IonCondition.density;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.npp.core.Ion;
import org.npp.core.MeshMotion;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.SolverOptions;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.flux.EdgeDiffusivity;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;
import org.npp.core.transport.DiffusivityLaw;

/** Transport problems that the occupations drive. */
class PairTransportTest {
    private static final double EV = PhysicalConstants.ELEMENTARY_CHARGE;
    private static final double KT = PhysicalConstants.BOLTZMANN * 300;
    private static final double N = 1.41e28;
    private static final double SITES = N / 0.9;
    private static final List<PairOccupation> MODELS = List.of(
            SharedSites.of(SITES, 0.08 * EV, 0.1 * EV, 0.5), SeparateSites.of(SITES, 0.08 * EV, SITES, 0.1 * EV));

    /** The scheme keeps equilibria to rounding; what remains is the solver's tolerance. */
    private static final double EQUILIBRIUM = 1e-8;

    /** Error of the scheme on the mesh of the flux test. */
    private static final double SCHEME = 2e-3;

    private static final NppSolver SOLVER = NppSolver.of(
            SolverOptions.defaults().withMeshMotion(MeshMotion.FIXED).withEdgeDiffusivity(EdgeDiffusivity.ARITHMETIC));

    /** Ions of charges 1 and 2 in the uniform field of an enormous permittivity, in contact with a reservoir at the front. */
    private static NppState settle(PairOccupation model, DiffusivityLaw law, double volts, IonCondition... front) {
        final PairExcessPotential excess = PairExcessPotential.of(model, 0, 1);
        return SOLVER.steadyState(NppProblem.builder()
                .temperature(300)
                .permittivity(1e25)
                .ion(Ion.of("slow", 1, 0.3 * N, law).withExcessPotential(excess))
                .ion(Ion.of("fast", 2, 0.4 * N, law).withExcessPotential(excess))
                .mesh(Mesh.uniform(1e-7, 21))
                .front(Boundary.of(ElectricCondition.potential(volts), front))
                .back(Boundary.of(ElectricCondition.potential(0), blocked(), blocked()))
                .build());
    }

    @Test
    void ionsInAFieldSettleAsTheOccupationSays() {
        final double volts = -0.05;
        for (PairOccupation model : MODELS) {
            final NppState state =
                    settle(model, ConstantDiffusivity.of(1e-15), volts, density(0.3 * N), density(0.4 * N));
            final double mu0 = KT * (model.excess(0, 0.3 * N, 0.4 * N, 300) + Math.log(0.3 * N / SITES));
            final double mu1 = KT * (model.excess(1, 0.3 * N, 0.4 * N, 300) + Math.log(0.4 * N / SITES));
            final double[] expected = new double[2];
            for (int k = 0; k <= 20; k++) {
                final double gained = EV * (state.potential(k) - volts);
                model.densities(new double[] {mu0 - gained, mu1 - 2 * gained}, 300, expected, new double[4]);
                assertEquals(expected[0], state.density(0, k), EQUILIBRIUM * N);
                assertEquals(expected[1], state.density(1, k), EQUILIBRIUM * N);
            }
        }
    }

    /** Without charge the flux is -D dn/dx: what the diffusivity integrates to between two places is as their distance. */
    @Test
    void profileOfASteadyFluxIntegratesTheDiffusivity() {
        for (PairOccupation model : MODELS) {
            final PairDiffusivity law = PairDiffusivity.of(model, N, 1e-15, 1e-16);
            final int nodes = 41;
            final NppState state = SOLVER.steadyState(NppProblem.builder()
                    .temperature(300)
                    .permittivity(1)
                    .ion(Ion.of("first", 0, 0.6 * N, law))
                    .ion(Ion.of("second", 0, 0.3 * N, law))
                    .mesh(Mesh.uniform(1e-7, nodes))
                    .front(Boundary.of(ElectricCondition.potential(0), density(0.6 * N), density(0.1 * N)))
                    .back(Boundary.of(ElectricCondition.potential(0), density(0.2 * N), density(0.6 * N)))
                    .build());
            for (int ion = 0; ion < 2; ion++) {
                double total = 0;
                double half = 0;
                for (int k = 1; k < nodes; k++) {
                    final double[] middle = {
                        0.5 * (state.density(0, k - 1) + state.density(0, k)),
                        0.5 * (state.density(1, k - 1) + state.density(1, k))
                    };
                    total += law.value(ion, middle, 300) * (state.density(ion, k) - state.density(ion, k - 1));
                    half = 2 * k + 1 == nodes ? total : half;
                }
                assertEquals(0.5, half / total, SCHEME);
            }
        }
    }
}
