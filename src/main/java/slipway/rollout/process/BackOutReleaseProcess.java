package slipway.rollout.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code back-out-release}. */
public final class BackOutReleaseProcess {
    public static final String KEY = "BackOutRelease";
    public static final String TASK_WAIT = "Task_WaitForReturns";
    public static final String MESSAGE_BACK_OUT_SETTLED = "BackOutSettled";
    public static final String TASK_REPAIR_SITE = "Task_RepairSite";
    public static final String EVENT_RESTORED = "Event_Restored";
    public static final ProcessVariable<Boolean> SITES_TO_RETURN =
            new ProcessVariable<>("sitesToReturn", Boolean.class);
    public static final ProcessVariable<Boolean> RESTORE_FAILED = new ProcessVariable<>("restoreFailed", Boolean.class);

    private BackOutReleaseProcess() {}
}
