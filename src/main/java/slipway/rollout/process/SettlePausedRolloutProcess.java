package slipway.rollout.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code settle-paused-rollout}. */
public final class SettlePausedRolloutProcess {
    public static final String KEY = "SettlePausedRollout";
    public static final String TASK_DECIDE = "Task_DecideOnPausedRollout";

    /** {@code GO_ON}, {@code BACK_OUT}, {@code END_HERE}, or {@code OPEN} while others must still say the same. */
    public static final ProcessVariable<String> PAUSED_DECISION = new ProcessVariable<>("pausedDecision", String.class);

    /** {@code ALL}, {@code FAILED} or {@code NONE}. */
    public static final ProcessVariable<String> BACK_OUT_SCOPE = new ProcessVariable<>("backOutScope", String.class);

    private SettlePausedRolloutProcess() {}
}
