package org.npp.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.npp.core.Ion;
import org.npp.core.NppProblem;
import org.npp.core.NppSolver;
import org.npp.core.NppState;
import org.npp.core.PhysicalConstants;
import org.npp.core.SolverOptions;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.ElectricCondition.Attachment;
import org.npp.core.boundary.IonCondition;
import org.npp.core.mesh.Mesh;
import org.npp.core.transport.ConstantDiffusivity;

class EnsemblePropertyTest {
    /** One random orbit of the logistic map per index; any mix-up of indices or workspaces shows in all digits. */
    private static EnsembleResult<Double> orbits(int threads, int count, long seed) {
        try (Ensemble<double[]> ensemble = Ensemble.of(threads, () -> new double[200])) {
            return ensemble.run(count, (orbit, i) -> {
                final java.util.Random random = new java.util.Random(seed + i);
                orbit[0] = random.nextDouble();
                for (int k = 1; k < orbit.length; k++) {
                    orbit[k] = 3.99 * orbit[k - 1] * (1 - orbit[k - 1]);
                }
                if (random.nextInt(10) == 0) {
                    throw new ArithmeticException("orbit " + i);
                }
                return orbit[orbit.length - 1];
            });
        }
    }

    @Property(tries = 100)
    void anyNumberOfThreadsGivesTheSameOutcomes(
            @ForAll @IntRange(min = 2, max = 9) int threads,
            @ForAll @IntRange(min = 0, max = 60) int count,
            @ForAll long seed) {
        final EnsembleResult<Double> one = orbits(1, count, seed);
        final EnsembleResult<Double> many = orbits(threads, count, seed);
        assertEquals(one.values(), many.values());
        assertEquals(messages(one), messages(many));
        assertEquals(count, one.values().size() + one.failures().size());
    }

    private static List<String> messages(EnsembleResult<Double> result) {
        return result.failures().stream()
                .map(f -> f.index() + " " + f.cause().getMessage())
                .toList();
    }

    /** A beam of a foreign ion whose diffusivity falls with the index. */
    private static NppState end(NppSolver solver, int index) {
        final double bulk = 1.4e28;
        final double depth = 50e-9;
        final double time = 1e3;
        final Drive beam = Drive.constant(PhysicalConstants.ELEMENTARY_CHARGE * bulk * depth / time);
        final NppProblem problem = NppProblem.builder()
                .temperature(300)
                .permittivity(10 * PhysicalConstants.VACUUM_PERMITTIVITY)
                .ion(Ion.of("Li", 1, bulk, ConstantDiffusivity.of(1e-17)))
                .ion(Ion.of("K", 1, 0, ConstantDiffusivity.of(1e-18 * Math.pow(0.5, index))))
                .front(Boundary.of(new Attachment(1, beam), IonCondition.blocked(), IonCondition.neutral()))
                .back(Boundary.of(ElectricCondition.potential(0), IonCondition.discharged(), IonCondition.blocked()))
                .mesh(Mesh.uniform(200e-9, 101))
                .build();
        return solver.evolve(problem, time).finalState();
    }

    private static List<NppState> ends(int threads) {
        try (Ensemble<NppSolver> ensemble =
                Ensemble.of(threads, () -> NppSolver.of(SolverOptions.defaults().withMaxSteps(5000)))) {
            return ensemble.run(6, EnsemblePropertyTest::end).values();
        }
    }

    @Test
    void profilesOfSimulationsAreTheSameToTheLastBit() {
        final List<NppState> one = ends(1);
        final List<NppState> three = ends(3);
        assertEquals(6, one.size());
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i).densities(1), three.get(i).densities(1), 0);
            assertArrayEquals(one.get(i).densities(0), three.get(i).densities(0), 0);
        }
    }
}
