package org.npp.core.internal;

import java.util.Arrays;
import java.util.Collections;
import org.npp.core.boundary.Boundary;
import org.npp.core.boundary.Drive;
import org.npp.core.boundary.ElectricCondition;
import org.npp.core.boundary.IonCondition;
import org.npp.core.linear.BandedSolver;
import org.npp.core.linear.BlockThomasSolver;
import org.npp.core.linear.BlockTridiagonalMatrix;
import org.npp.core.linear.BlockTridiagonalSolver;
import org.npp.core.time.TimeFormula;

/**
 * Response of a level to a small alternating current, from the Jacobian of the time steps.
 *
 * <p>That Jacobian depends on the time formula's weight \( a \) as \( A + aM \), with \( A \) from the fluxes and
 * \( M \) from what is stored; a harmonic perturbation has \( a = i\omega \). Whatever drives the front, its electric row
 * becomes "the total current is 1": \( i\omega\,\delta\sigma_s + \sum z_i\,\delta F_i(0) = 1 \), of the rows of a closed
 * surface. So the answer is the front's potential itself and no difference of potentials. The complex system is solved as
 * a real one of twice the block size, unknowns \( (\mathrm{Re}, \mathrm{Im}) \) of a node side by side:
 *
 * <p>\[ \begin{pmatrix} A &amp; -\omega M \\ \omega M &amp; A \end{pmatrix} \]
 *
 * <p>Not thread-safe.
 */
public final class SmallSignal {
    /** A weight that rounds all fluxes away: what is left of the Jacobian is the storage alone, to full precision. */
    private static final double STORAGE_ONLY = 0x1p200;

    private final int nodes;
    private final int block;
    private final BlockTridiagonalMatrix transport;
    private final BlockTridiagonalMatrix storage;
    private final BlockTridiagonalMatrix complex;
    private final double[] response;
    private BlockTridiagonalSolver linear;

    private SmallSignal(Model model, Level level) {
        nodes = level.nodes();
        block = model.blockSize();
        transport = jacobian(model, level, 0);
        storage = jacobian(model, level, STORAGE_ONLY);
        for (final double[] part : new double[][] {storage.lower(), storage.diagonal(), storage.upper()}) {
            for (int at = 0; at < part.length; at++) {
                part[at] /= STORAGE_ONLY;
            }
        }
        complex = BlockTridiagonalMatrix.ofSize(nodes, 2 * block);
        response = new double[nodes * 2 * block];
        linear = BlockThomasSolver.ofSize(nodes, 2 * block);
    }

    /**
     * Linearises about a level.
     *
     * @param model the model, with a given potential at the back
     * @param level the level, steady or frozen. Not modified.
     * @return the response
     */
    public static SmallSignal of(Model model, Level level) {
        return new SmallSignal(model, level);
    }

    private static BlockTridiagonalMatrix jacobian(Model model, Level level, double weight) {
        final BlockTridiagonalMatrix matrix = assemble(model, level, weight);
        final BlockTridiagonalMatrix closed = assemble(model.withFront(closed(model)), level, weight);
        for (int j = 0; j < model.blockSize(); j++) {
            matrix.diagonal()[j] = totalCurrent(model, closed.diagonal(), j, weight);
            matrix.upper()[j] = totalCurrent(model, closed.upper(), j, weight);
        }
        return matrix;
    }

    private static BlockTridiagonalMatrix assemble(Model model, Level level, double weight) {
        final Assembly assembly = Assembly.ofSize(model, level.nodes());
        assembly.assemble(level, level.atRest(), TimeFormula.implicitEuler(1 / weight));
        return assembly.matrix;
    }

    /** A front whose rows the assembly leaves as they are: Gauss's law there, and the flux of each ion. */
    private static Boundary closed(Model model) {
        return new Boundary(
                new ElectricCondition.SurfaceCharge(Drive.constant(0)),
                Collections.nCopies(model.ionCount(), IonCondition.blocked()));
    }

    /** Entry of the row of the total current into the closed surface. */
    private static double totalCurrent(Model model, double[] closed, int column, double weight) {
        double sum = weight * closed[column];
        for (int i = 0; i < model.ionCount(); i++) {
            sum += model.charges()[i] * closed[(1 + i) * model.blockSize() + column];
        }
        return sum;
    }

    /**
     * Solves for one frequency.
     *
     * @param omega angular frequency [rad/s], \( > 0 \)
     * @return {@link BlockTridiagonalSolver#SUCCESS}, or the node at which the system is singular
     */
    public int solve(double omega) {
        fill(omega);
        int singular = linear.factorize(complex);
        if (singular != BlockTridiagonalSolver.SUCCESS && linear instanceof BlockThomasSolver) {
            linear = BandedSolver.ofSize(nodes, 2 * block);
            singular = linear.factorize(complex);
        }
        if (singular == BlockTridiagonalSolver.SUCCESS) {
            Arrays.fill(response, 0);
            response[0] = 1;
            linear.solve(response, response);
        }
        return singular;
    }

    private void fill(double omega) {
        for (int k = 0; k < nodes; k++) {
            for (int i = 0; i < block; i++) {
                for (int j = 0; j < block; j++) {
                    final int from = transport.index(k, i, j);
                    fill(omega, from, complex.index(k, i, j), complex.index(k, block + i, j));
                }
            }
        }
    }

    private void fill(double omega, int from, int top, int bottom) {
        put(complex.lower(), transport.lower()[from], omega * storage.lower()[from], top, bottom);
        put(complex.diagonal(), transport.diagonal()[from], omega * storage.diagonal()[from], top, bottom);
        put(complex.upper(), transport.upper()[from], omega * storage.upper()[from], top, bottom);
    }

    private void put(double[] blocks, double re, double im, int top, int bottom) {
        blocks[top] = re;
        blocks[top + block] = -im;
        blocks[bottom] = im;
        blocks[bottom + block] = re;
    }

    /**
     * Returns the in-phase part of the front's response.
     *
     * @return \( \mathrm{Re}\,\delta\psi_0 \) for a total current of 1 m/s [s/m]
     */
    public double real() {
        return response[0];
    }

    /**
     * Returns the out-of-phase part of the front's response.
     *
     * @return \( \mathrm{Im}\,\delta\psi_0 \) for a total current of 1 m/s [s/m]
     */
    public double imaginary() {
        return response[block];
    }
}
