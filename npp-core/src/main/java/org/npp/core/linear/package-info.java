/**
 * Block-tridiagonal linear systems, the Newton systems of a one-dimensional problem with several unknowns per node: the
 * {@linkplain org.npp.core.linear.BlockTridiagonalMatrix matrix}, the
 * {@linkplain org.npp.core.linear.BlockTridiagonalSolver contract of a solver}, and its variants.
 *
 * <p>{@linkplain org.npp.core.linear.BlockThomasSolver Block Thomas} is the one to use;
 * {@linkplain org.npp.core.linear.BandedSolver banded LU} pivots across blocks where that is needed;
 * {@linkplain org.npp.core.linear.SparseSolver sparse} and {@linkplain org.npp.core.linear.DenseSolver dense} LU are
 * other people's code behind the same contract, and check the two. All give the same answers.
 */
@NullMarked
package org.npp.core.linear;

import org.jspecify.annotations.NullMarked;
