package org.npp.cait.inference;

import java.util.Base64;
import org.apache.commons.rng.RandomProviderState;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;

/** A random generator whose state can be written down and restored. Not thread-safe. */
final class SeededRandom {
    private static final RandomSource SOURCE = RandomSource.XO_SHI_RO_256_PP;

    private final RestorableUniformRandomProvider provider;

    private SeededRandom(RestorableUniformRandomProvider provider) {
        this.provider = provider;
    }

    static SeededRandom of(long seed) {
        return new SeededRandom(SOURCE.create(seed));
    }

    /** A generator for one of many runs; neighbouring indices have unrelated streams. */
    static SeededRandom of(long seed, int index) {
        // scattered first, so that the runs of neighbouring seeds are no neighbours; the source expands it once more
        return of(of(seed).provider.nextLong() + index);
    }

    /**
     * Restores a generator.
     *
     * @throws IllegalArgumentException if it is no state
     */
    static SeededRandom ofState(String state) {
        final SeededRandom random = of(0);
        try {
            random.provider.restoreState(
                    new RandomProviderDefaultState(Base64.getDecoder().decode(state)));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("not a state of a random generator: " + state, e);
        }
        return random;
    }

    String state() {
        final RandomProviderState state = provider.saveState();
        return Base64.getEncoder().encodeToString(((RandomProviderDefaultState) state).getState());
    }

    RestorableUniformRandomProvider provider() {
        return provider;
    }
}
