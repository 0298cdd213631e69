package slipway.planning.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code PlanRelease}. */
public final class PlanProcess {
    public static final String KEY = "PlanRelease";
    public static final String TASK_DRAFT_PLAN = "Task_DraftPlan";
    public static final String TASK_APPROVE_BASELINE = "Task_ApproveBaseline";
    public static final ProcessVariable<Boolean> BASELINE_APPROVED =
            new ProcessVariable<>("baselineApproved", Boolean.class);

    static final String PLAN = "the plan";

    private PlanProcess() {}
}
