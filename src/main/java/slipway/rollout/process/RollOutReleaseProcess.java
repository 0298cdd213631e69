package slipway.rollout.process;

import java.util.Date;
import slipway.engine.ProcessVariable;

/** Names in the model {@code roll-out-release}. */
public final class RollOutReleaseProcess {
    public static final String KEY = "RollOutRelease";
    public static final String TASK_DECIDE = "Task_DecideOnPausedRollout";
    public static final String EVENT_DEPLOYED = "Event_Deployed";
    public static final String EVENT_BACKED_OUT = "Event_BackedOut";
    public static final String EVENT_NOT_CLEARED = "Event_NotCleared";
    public static final String ERROR_GO_LIVE_REFUSED = "GoLiveRefused";
    public static final ProcessVariable<Boolean> MORE_WAVES = new ProcessVariable<>("moreWaves", Boolean.class);
    public static final ProcessVariable<Integer> WAVE_NUMBER = new ProcessVariable<>("waveNumber", Integer.class);
    public static final ProcessVariable<Date> WAVE_OPENS_AT = new ProcessVariable<>("waveOpensAt", Date.class);
    public static final ProcessVariable<Boolean> WAVE_PAUSED = new ProcessVariable<>("wavePaused", Boolean.class);
    public static final ProcessVariable<String> PAUSED_DECISION = new ProcessVariable<>("pausedDecision", String.class);
    public static final ProcessVariable<String> BACK_OUT_SCOPE = new ProcessVariable<>("backOutScope", String.class);
    public static final ProcessVariable<String> ROLLOUT_RESULT = new ProcessVariable<>("rolloutResult", String.class);

    private RollOutReleaseProcess() {}
}
