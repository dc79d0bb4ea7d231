package org.npp.core.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {
    /** Code that allocates does so in every round; the compiler, on behalf of this thread, only in some. */
    private static final int ROUNDS = 10;

    @ParameterizedTest
    @CsvSource({
        "BLOCK_THOMAS,1",
        "BLOCK_THOMAS,2",
        "BLOCK_THOMAS,3",
        "BLOCK_THOMAS,4",
        "BLOCK_THOMAS,5",
        "BANDED,1",
        "BANDED,3",
        "BANDED,5"
    })
    void factorizeAndSolveAllocateNothing(LinearSolver variant, int blockSize) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final BlockTridiagonalSolver solver = variant.ofSize(50, blockSize);
        final BlockTridiagonalMatrix a = TestSystem.dominant(50, blockSize, new Random(1));
        final double[] rhs = TestSystem.vector(50 * blockSize, new Random(2));
        final double[] x = new double[rhs.length];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            run(solver, a, rhs, x);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    private static void run(BlockTridiagonalSolver solver, BlockTridiagonalMatrix a, double[] rhs, double[] x) {
        for (int i = 0; i < 20; i++) {
            assertEquals(BlockTridiagonalSolver.SUCCESS, solver.factorize(a));
            solver.solve(rhs, x);
            a.multiply(x, rhs);
        }
    }
}
