package org.npp.core.linear;

/**
 * Arithmetic of block elimination for one block size. The kernel owns the factors; the caller chooses the order of the
 * blocks, and eliminates each block against at most one neighbour that is already eliminated.
 *
 * <p>Every array of blocks is laid out as in {@link BlockTridiagonalMatrix}. Indices are not checked.
 */
sealed interface BlockKernel permits BlockKernel2, BlockKernel3, BlockKernel4, BlockKernel5, GeneralBlockKernel {
    /** Neighbour argument of the block the elimination starts from. */
    int NONE = -1;

    /**
     * Factorises \( \hat D_k = D_k - C_k G_{nb} \) with partial pivoting and stores \( G_k = \hat D_k^{-1} F_k \) and
     * the row-permuted \( C_k \).
     *
     * @param k block to eliminate
     * @param neighbour block {@code nb} eliminated before, or {@link #NONE}
     * @param diagonal holds \( D_k \) at {@code at}. Not modified.
     * @param at position of \( D_k \)
     * @param toward couplings \( C \) to the neighbour. Not modified.
     * @param away couplings \( F \) to the block eliminated next. Not modified.
     * @return false if a pivot is zero or not finite
     */
    boolean eliminate(int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away);

    /** {@link #eliminate}, and if that succeeds {@link #forward}, for which a kernel may have its factors at hand. */
    default boolean eliminateAndForward(
            int k, int neighbour, double[] diagonal, int at, double[] toward, double[] away, double[] x) {
        final boolean regular = eliminate(k, neighbour, diagonal, at, toward, away);
        forward(k, neighbour, x);
        return regular;
    }

    /** Replaces \( x_k \) by \( \hat D_k^{-1} (x_k - C_k x_{nb}) \). */
    void forward(int k, int neighbour, double[] x);

    /** Replaces \( x_k \) by \( x_k - G_k x_{nb} \). */
    void backward(int k, int neighbour, double[] x);

    /** {@link #forward} for two vectors, for which a kernel may read its factors once. */
    default void forwardPair(int k, int neighbour, double[] x, double[] y) {
        forward(k, neighbour, x);
        forward(k, neighbour, y);
    }

    /** {@link #backward} for two vectors. */
    default void backwardPair(int k, int neighbour, double[] x, double[] y) {
        backward(k, neighbour, x);
        backward(k, neighbour, y);
    }

    /** Entry (i, j) of \( G_k \). */
    double coupling(int k, int i, int j);
}
