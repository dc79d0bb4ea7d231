package org.npp.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the levels of a run for its {@link DenseOutput}, if it is asked for. Not thread-safe. */
final class DenseRecord {
    private final List<NppState> levels = new ArrayList<>();
    private final List<Boolean> curved = new ArrayList<>();

    /** Steps since the start or the last kink. */
    private int smoothSteps;

    /** Adds a level that a step of some order led to; order 0 is the start. */
    void add(NppState level, int order) {
        levels.add(level);
        curved.add(order == 2 && smoothSteps > 0);
        smoothSteps += order > 0 ? 1 : 0;
    }

    /** Tells that the next step begins at a kink. */
    void restart() {
        smoothSteps = 0;
    }

    Optional<DenseOutput> output() {
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        final boolean[] flags = new boolean[curved.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = curved.get(i);
        }
        return Optional.of(new DenseOutput(levels.toArray(new NppState[0]), flags));
    }
}
