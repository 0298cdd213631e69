package slipway.engine;

import java.util.Map;

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
    }
}
