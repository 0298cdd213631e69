package slipway.rollout.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code back-out-release}. */
public final class BackOutReleaseProcess {
    public static final String KEY = "BackOutRelease";
    public static final String TASK_RESTORE_SITES = "Task_RestoreSites";
    public static final String TASK_REPAIR_SITE = "Task_RepairSite";
    public static final String TOPIC = "restore";
    public static final String EVENT_RESTORED = "Event_Restored";
    public static final ProcessVariable<Boolean> RESTORE_FAILED = new ProcessVariable<>("restoreFailed", Boolean.class);

    private BackOutReleaseProcess() {}
}
