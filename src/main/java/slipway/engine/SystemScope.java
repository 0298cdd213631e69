package slipway.engine;

import java.util.function.Supplier;

/**
 * Marks what the current thread does as Slipway's own: its worker, its gate, its seeding. The guard lets such commands
 * through; requests of people never run inside it.
 */
public final class SystemScope {
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private SystemScope() {}

    public static <T> T call(Supplier<T> work) {
        DEPTH.set(DEPTH.get() + 1);
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    public static boolean active() {
        return DEPTH.get() > 0;
    }

    private static void leave() {
        int depth = DEPTH.get() - 1;
        if (depth == 0) {
            DEPTH.remove();
        } else {
            DEPTH.set(depth);
        }
    }
}
