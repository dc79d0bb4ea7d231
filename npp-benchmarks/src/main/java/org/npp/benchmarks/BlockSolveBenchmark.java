package org.npp.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.npp.core.linear.BandedSolver;
import org.npp.core.linear.BlockThomasSolver;
import org.npp.core.linear.BlockTridiagonalMatrix;
import org.npp.core.linear.BlockTridiagonalSolver;
import org.npp.core.linear.DenseSolver;
import org.npp.core.linear.SparseSolver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Factorising a block-tridiagonal matrix and solving one right-hand side, as each Newton iteration does. Divide by the
 * nodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BlockSolveBenchmark {
    /** Variant: {@code block}, {@code banded}, {@code sparse} or, for few nodes only, {@code dense}. */
    @Param({"block", "banded", "sparse"})
    public String solver = "block";

    /** Number of nodes. */
    @Param({"100", "1000", "10000"})
    public int nodes = 100;

    /** Unknowns of a node. */
    @Param({"2", "3", "4", "5"})
    public int blockSize = 3;

    private BlockTridiagonalMatrix matrix = matrix(nodes, blockSize);

    private BlockTridiagonalSolver variant = variant(solver, nodes, blockSize);

    private double[] rhs = new double[0];

    private double[] x = new double[0];

    /** Fills the system. */
    @Setup
    public void fill() {
        matrix = matrix(nodes, blockSize);
        variant = variant(solver, nodes, blockSize);
        rhs = new SplittableRandom(2).doubles((long) nodes * blockSize, -1, 1).toArray();
        x = new double[rhs.length];
    }

    /**
     * Factorises and solves.
     *
     * @return the solution
     * @throws IllegalStateException if the matrix is singular: its time would mean nothing
     */
    @Benchmark
    public double[] solve() {
        if (variant.factorizeAndSolve(matrix, rhs, x) != BlockTridiagonalSolver.SUCCESS) {
            throw new IllegalStateException("singular matrix");
        }
        return x;
    }

    private static BlockTridiagonalSolver variant(String name, int nodes, int size) {
        return switch (name) {
            case "block" -> BlockThomasSolver.ofSize(nodes, size);
            case "banded" -> BandedSolver.ofSize(nodes, size);
            case "sparse" -> SparseSolver.ofSize(nodes, size);
            case "dense" -> DenseSolver.ofSize(nodes, size);
            default -> throw new IllegalArgumentException("solver must be block, banded, sparse or dense: " + name);
        };
    }

    /** Newton matrix of a drift-diffusion step: a potential, and ions that diffuse and drift in it. */
    private static BlockTridiagonalMatrix matrix(int nodes, int size) {
        final BlockTridiagonalMatrix a = BlockTridiagonalMatrix.ofSize(nodes, size);
        final SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < size; i++) {
                final double left = k > 0 ? random.nextDouble(0.5, 2) : 0;
                final double right = k < nodes - 1 ? random.nextDouble(0.5, 2) : 0;
                a.lower()[a.index(k, i, i)] = -left;
                a.upper()[a.index(k, i, i)] = -right;
                a.diagonal()[a.index(k, i, i)] = left + right + 0.1;
                if (i > 0) {
                    final double charge = random.nextDouble(0.1, 1);
                    a.diagonal()[a.index(k, 0, i)] = -charge;
                    a.lower()[a.index(k, i, 0)] = -0.3 * left * charge;
                    a.upper()[a.index(k, i, 0)] = -0.3 * right * charge;
                    a.diagonal()[a.index(k, i, 0)] = 0.3 * (left + right) * charge;
                }
            }
        }
        return a;
    }
}
