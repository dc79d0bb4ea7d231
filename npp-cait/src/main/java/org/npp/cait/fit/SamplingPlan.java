package org.npp.cait.fit;

/** A way to find intervals that takes many fits or simulations. */
public sealed interface SamplingPlan {
    /**
     * Fits of synthetic data sets.
     *
     * @param samples number of data sets, \( \ge 20 \)
     * @param seed of the random numbers
     */
    record Refits(int samples, long seed) implements SamplingPlan {
        /**
         * Checks the number.
         *
         * @param samples number of data sets, \( \ge 20 \)
         * @param seed of the random numbers
         * @throws IllegalArgumentException if it is too small
         */
        public Refits {
            if (!(samples >= LEAST_SAMPLES)) {
                throw new IllegalArgumentException("samples must be >= " + LEAST_SAMPLES + ": " + samples);
            }
        }
    }

    /**
     * Positions of walkers in the posterior.
     *
     * @param walkers number of walkers; 0 for four times the number of parameters, at least 16
     * @param steps steps of each, \( \ge 20 \), of which the first quarter is left out
     * @param seed of the random numbers
     */
    record Walk(int walkers, int steps, long seed) implements SamplingPlan {
        /**
         * Checks the numbers.
         *
         * @param walkers number of walkers; 0 for four times the number of parameters, at least 16
         * @param steps steps of each, \( \ge 20 \), of which the first quarter is left out
         * @param seed of the random numbers
         * @throws IllegalArgumentException if one is too small, or the walkers are an odd number
         */
        public Walk {
            if (!(walkers >= 0 && walkers % 2 == 0)) {
                throw new IllegalArgumentException("walkers must be an even number >= 0: " + walkers);
            }
            if (!(steps >= LEAST_SAMPLES)) {
                throw new IllegalArgumentException("steps must be >= " + LEAST_SAMPLES + ": " + steps);
            }
        }
    }

    /** Least number of samples or steps from which intervals of 95 % can be told. */
    int LEAST_SAMPLES = 20;
}
