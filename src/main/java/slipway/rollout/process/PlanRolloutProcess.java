package slipway.rollout.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code plan-rollout}. */
public final class PlanRolloutProcess {
    public static final String KEY = "PlanRollout";
    public static final String TASK_DECIDE_PILOT_THRESHOLD = "Task_DecidePilotThreshold";
    public static final String TASK_DECIDE_THRESHOLD = "Task_DecideThreshold";
    public static final String TASK_ARRANGE_WAVES = "Task_ArrangeWaves";
    public static final String EVENT_SCHEDULED = "Event_Scheduled";
    public static final String EVENT_CANCELLED = "Event_Cancelled";
    public static final String EVENT_SENT_BACK = "Event_SentBack";
    public static final String ERROR_SCHEDULE_REFUSED = "ScheduleRefused";
    public static final ProcessVariable<Integer> SITE_COUNT = new ProcessVariable<>("siteCount", Integer.class);

    /** {@code ARRANGED}, {@code CANCEL} or {@code REPLAN}. */
    public static final ProcessVariable<String> WAVES_DECISION = new ProcessVariable<>("wavesDecision", String.class);

    static final String WAVES = "the waves";
    static final String STRATEGY = "wave-strategy";
    static final String THRESHOLD = "wave-threshold";

    private PlanRolloutProcess() {}
}
