package slipway.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Long work behind an external task: build, store, test run, copy, inventory. Runs outside the engine's transaction,
 * under a lock that the worker extends; may run again after a crash, so it acts by idempotency key. The bean serves one
 * topic.
 */
public interface Work extends Declared {

    String topic();

    /**
     * Does the work and returns what to do in the transaction that completes the task: write the outcome, and the
     * routing facts. Throws {@link TerminalFailure} for what will not pass, anything else for what may.
     */
    Finish run(WorkOrder order) throws Exception;

    /** Records the outcome in the completing transaction; returns the routing facts. */
    @FunctionalInterface
    interface Finish {
        Map<String, Object> record();

        /** The error that it throws in its model, once it is recorded; empty = the task is done. */
        default Optional<String> error() {
            return Optional.empty();
        }

        /** Records that it came to nothing, and throws that error in its model. */
        static Finish throwing(String error, Runnable record) {
            return new Finish() {
                @Override
                public Map<String, Object> record() {
                    record.run();
                    return Map.of();
                }

                @Override
                public Optional<String> error() {
                    return Optional.of(error);
                }
            };
        }
    }
}
