package slipway.engine.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The nodes that were passed, from the first on: the last of them, and the way to it. */
record Way(@Nullable Way before, String step) {
    private static final int SHOWN = 12;

    static Way begin(String step) {
        return new Way(null, step);
    }

    Way then(String next) {
        return new Way(this, next);
    }

    /** For people; of a long one the last steps. */
    @Override
    public String toString() {
        Deque<String> steps = new ArrayDeque<>();
        Way way = this;
        while (way != null && steps.size() < SHOWN) {
            if (steps.isEmpty() || !steps.getFirst().equals(way.step)) {
                steps.addFirst(way.step);
            }
            way = way.before;
        }
        return (way == null ? "" : "… → ") + String.join(" → ", steps);
    }
}
