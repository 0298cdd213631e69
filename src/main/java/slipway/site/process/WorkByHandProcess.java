package slipway.site.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code work-at-site-by-hand}. */
public final class WorkByHandProcess {
    public static final String KEY = "WorkAtSiteByHand";
    public static final String TASK_DO_WORK_BY_HAND = "Task_DoWorkByHand";
    public static final String MESSAGE_ORDER_WITHDRAWN = "OrderWithdrawn";
    public static final String EVENT_REPORTED = "Event_Reported";
    public static final String EVENT_WITHDRAWN = "Event_Withdrawn";
    public static final ProcessVariable<String> RELEASE = new ProcessVariable<>("release", String.class);
    public static final ProcessVariable<Long> ORDER = new ProcessVariable<>("orderId", Long.class);

    private WorkByHandProcess() {}
}
