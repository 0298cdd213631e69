package slipway.engine;

import java.util.function.Supplier;

/** Marks what Slipway does of its own accord on this thread, so that the engine's guard lets its commands pass. */
public final class SystemScope {
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private SystemScope() {}

    public static boolean active() {
        return DEPTH.get() > 0;
    }

    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    public static <T> T call(Supplier<T> action) {
        int depth = DEPTH.get();
        DEPTH.set(depth + 1);
        try {
            return action.get();
        } finally {
            if (depth == 0) {
                DEPTH.remove();
            } else {
                DEPTH.set(depth);
            }
        }
    }
}
