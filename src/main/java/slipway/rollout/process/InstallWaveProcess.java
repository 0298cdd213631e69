package slipway.rollout.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code install-wave}. */
public final class InstallWaveProcess {
    public static final String KEY = "InstallWave";
    public static final String TASK_WAIT = "Task_WaitForSites";
    public static final String MESSAGE_WAVE_SETTLED = "WaveSettled";
    public static final String TIMER_WINDOW_OPENS = "Event_WindowOpens";
    public static final String TIMER_SOAK_OVER = "Event_SoakOver";
    public static final String EVENT_INSTALLED = "Event_Installed";
    public static final String EVENT_STOPPED = "Event_Stopped";
    public static final String EVENT_HELD = "Event_Held";
    public static final String ERROR_WAVE_REFUSED = "WaveRefused";
    public static final ProcessVariable<Boolean> SITES_ORDERED = new ProcessVariable<>("sitesOrdered", Boolean.class);
    public static final ProcessVariable<String> SOAK = new ProcessVariable<>("soak", String.class);

    private InstallWaveProcess() {}
}
