package slipway.rollout.process;

import java.util.Date;
import slipway.engine.ProcessVariable;

/** Names in the model {@code roll-out-release}. */
public final class RollOutReleaseProcess {
    public static final String KEY = "RollOutRelease";
    public static final String EVENT_DEPLOYED = "Event_Deployed";
    public static final String EVENT_ENDED_EARLY = "Event_EndedEarly";
    public static final String EVENT_BACKED_OUT = "Event_BackedOut";
    public static final String EVENT_NOT_CLEARED = "Event_NotCleared";
    public static final String ERROR_GO_LIVE_REFUSED = "GoLiveRefused";

    /** {@code WAVE}, {@code DECISION} or {@code FINISH}. */
    public static final ProcessVariable<String> NEXT_STEP = new ProcessVariable<>("nextStep", String.class);

    public static final ProcessVariable<Integer> WAVE_NUMBER = new ProcessVariable<>("waveNumber", Integer.class);
    public static final ProcessVariable<Date> WAVE_OPENS_AT = new ProcessVariable<>("waveOpensAt", Date.class);
    public static final ProcessVariable<Boolean> WAVE_PAUSED = new ProcessVariable<>("wavePaused", Boolean.class);

    /** {@code DEPLOYED}, {@code BACKED_OUT}, {@code NOT_CLEARED}, or {@code GO_ON} where a paused one goes on. */
    public static final ProcessVariable<String> ROLLOUT_RESULT = new ProcessVariable<>("rolloutResult", String.class);

    private RollOutReleaseProcess() {}
}
