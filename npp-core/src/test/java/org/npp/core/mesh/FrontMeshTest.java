package org.npp.core.mesh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrontMeshTest {
    private static final double THICKNESS = 1e-6;

    /** Fraction of an ion behind a front, one ion. */
    private static double[] front(double[] x, double at, double width) {
        final double[] fraction = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            fraction[k] = 1 / (1 + Math.exp((x[k] - at) / width));
        }
        return fraction;
    }

    private static int nodesWithin(double[] x, double from, double to) {
        int count = 0;
        for (final double one : x) {
            count += one >= from && one <= to ? 1 : 0;
        }
        return count;
    }

    @Test
    void fixedNodesStay() {
        final Mesh mesh = Mesh.logarithmic(THICKNESS, 1e-9, 50);
        final FrontMesh nodes = FrontMesh.fixed(mesh);
        nodes.follow(1, mesh.toArray(), front(mesh.toArray(), 1e-7, 1e-9));
        assertArrayEquals(mesh.toArray(), nodes.positions(2));
    }

    @Test
    void nodesWaitForAFrontAtTheSurface() {
        final FrontMesh nodes = FrontMesh.followingFromSurface(THICKNESS, 100, 1);
        assertTrue(nodesWithin(nodes.positions(0), 0, 2e-9) >= 60);
    }

    @Test
    void fortyPerCentOfTheNodesFollowASteadilyMovingFront() {
        final FrontMesh nodes = FrontMesh.followingFromSurface(THICKNESS, 100, 1);
        final double width = 1e-9;
        double at = 0;
        for (int step = 1; step <= 100; step++) {
            at = 1e-9 * step;
            final double[] x = nodes.positions(step).clone();
            nodes.follow(step, x, front(x, at, width));
        }
        // the next position is extrapolated from the last two
        final double[] next = nodes.positions(101);
        assertTrue(nodesWithin(next, at + 1e-9 - 20 * width, at + 1e-9 + 20 * width) >= 40);
    }

    @Test
    void nodesStandAboutTheFrontsOfAProfileFromTheBegin() {
        final Mesh mesh = Mesh.uniform(THICKNESS, 401);
        final FrontMesh nodes = FrontMesh.followingFrom(mesh, 5, front(mesh.toArray(), 3e-7, 2e-9), 1, false);
        assertTrue(nodesWithin(nodes.positions(5), 2e-7, 4e-7) >= 160);
        assertTrue(nodesWithin(nodes.positions(5), 0, 1e-9) <= 40);
    }

    @Test
    void halfOfThemWaitAtTheSurfaceForAnIonThatEnters() {
        final Mesh mesh = Mesh.uniform(THICKNESS, 401);
        final FrontMesh nodes = FrontMesh.followingFrom(mesh, 5, front(mesh.toArray(), 3e-7, 2e-9), 1, true);
        assertTrue(nodesWithin(nodes.positions(5), 2e-7, 4e-7) >= 80);
        assertTrue(nodesWithin(nodes.positions(5), 0, 1e-9) >= 60);
    }

    @Test
    void nodesRestWhereTheFrontDoes() {
        final Mesh mesh = Mesh.uniform(THICKNESS, 401);
        final FrontMesh nodes = FrontMesh.followingFrom(mesh, 5, front(mesh.toArray(), 3e-7, 2e-9), 1, false);
        final double[] begin = nodes.positions(5).clone();
        for (int step = 1; step <= 10; step++) {
            final double[] now = nodes.positions(5 + step).clone();
            nodes.follow(5 + step, now, front(now, 3e-7, 2e-9));
        }
        final double[] end = nodes.positions(16);
        assertArrayEquals(begin, end, 0.01 * 2e-9);
    }

    @Test
    void nodesThatRestedForAStepLeaveTheirPlacesGradually() {
        final FrontMesh nodes = FrontMesh.followingFromSurface(THICKNESS, 100, 1);
        double[] x = nodes.positions(0).clone();
        for (int step = 1; step <= 20; step++) {
            x = nodes.positions(step).clone();
            nodes.follow(step, x, front(x, 1e-8 * step, 1e-9));
        }
        // a step at rest: its nodes are where the step before ended, and no positions were asked for
        nodes.follow(20.1, x, front(x, 1e-8 * 20.1, 1e-9));
        final double[] soon = nodes.positions(20.1 + 1e-9);
        assertArrayEquals(x, soon, 1e-6 * 1e-9);
    }

    @Test
    void aLaterRunGoesOnWithTheNodesOfTheEarlier() {
        final FrontMesh earlier = FrontMesh.followingFromSurface(THICKNESS, 100, 1);
        for (int step = 1; step <= 50; step++) {
            final double[] x = earlier.positions(step).clone();
            earlier.follow(step, x, front(x, 1e-9 * step, 1e-9));
        }
        final double[] end = earlier.positions(50).clone();
        final FrontMesh later =
                FrontMesh.goingOn(Mesh.of(end), 50, earlier.clusters().orElseThrow(), 1);
        assertArrayEquals(end, later.positions(50), 1e-15);
        assertArrayEquals(earlier.positions(51).clone(), later.positions(51), 1e-15);
        final double moved = later.positions(50 + 1e-6)[50] - end[50];
        assertTrue(Math.abs(moved) < 1e-5 * 1e-9, "a short step moves them little: " + moved);
    }

    @Test
    void aFrontThatDiesLosesItsNodesAndOneThatIsBornGetsSome() {
        final Mesh mesh = Mesh.uniform(THICKNESS, 401);
        final FrontMesh nodes = FrontMesh.followingFrom(mesh, 0, front(mesh.toArray(), 2e-7, 1e-8), 1, false);
        for (int step = 1; step <= 80; step++) {
            final double[] now = nodes.positions(step).clone();
            nodes.follow(step, now, front(now, 4e-7 + step * 5e-9, 1e-8));
        }
        final double[] x = nodes.positions(81);
        assertTrue(nodesWithin(x, 7e-7, 9e-7) > 2 * nodesWithin(x, 1e-7, 3e-7));
    }

    @Property(seed = "42", tries = 200)
    void nodesIncreaseStrictlyWhereverTheFrontsJump(
            @ForAll @IntRange(min = 3, max = 200) int count,
            @ForAll @IntRange(min = 1, max = 4) int ions,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double timeStep,
            @ForAll @IntRange(max = 1000) int seed) {
        final Random random = new Random(seed);
        final Mesh start = Mesh.uniform(THICKNESS, count);
        final FrontMesh nodes = seed % 2 == 0
                ? FrontMesh.followingFromSurface(THICKNESS, count, ions)
                : FrontMesh.followingFrom(start, 0, fronts(start.toArray(), ions, random), ions, seed % 3 == 0);
        double time = 0;
        for (int step = 0; step < 20; step++) {
            time += timeStep * random.nextDouble();
            final double[] x = nodes.positions(time).clone();
            assertEquals(0, x[0]);
            assertEquals(THICKNESS, x[count - 1]);
            for (int k = 1; k < count; k++) {
                assertTrue(x[k] > x[k - 1], "x[" + k + "] = " + x[k] + " after " + x[k - 1]);
            }
            nodes.follow(time, x, fronts(x, ions, random));
        }
    }

    /** One front per ion, anywhere and of any width. */
    private static double[] fronts(double[] x, int ions, Random random) {
        final double[] fraction = new double[x.length * ions];
        for (int i = 0; i < ions; i++) {
            final double[] one = front(x, THICKNESS * random.nextDouble(), Math.pow(10, -12 + 6 * random.nextDouble()));
            for (int k = 0; k < x.length; k++) {
                fraction[k * ions + i] = one[k];
            }
        }
        return fraction;
    }
}
