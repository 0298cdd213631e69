package slipway.rollout.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code plan-rollout}. */
public final class PlanRolloutProcess {
    public static final String KEY = "PlanRollout";
    public static final String TASK_ARRANGE_WAVES = "Task_ArrangeWaves";
    public static final String EVENT_SCHEDULED = "Event_Scheduled";
    public static final String ERROR_SCHEDULE_REFUSED = "ScheduleRefused";
    public static final ProcessVariable<Integer> SITE_COUNT = new ProcessVariable<>("siteCount", Integer.class);

    public static final ProcessVariable<Boolean> ROLLOUT_WANTED = new ProcessVariable<>("rolloutWanted", Boolean.class);

    static final String STRATEGY = "wave-strategy";
    static final String THRESHOLD = "wave-threshold";

    private PlanRolloutProcess() {}
}
