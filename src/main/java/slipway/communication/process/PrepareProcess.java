package slipway.communication.process;

import slipway.engine.ProcessVariable;

/** Names in the model {@code PreparePeople}. */
public final class PrepareProcess {
    public static final String KEY = "PreparePeople";
    public static final String TASK_CONFIRM_READINESS = "Task_ConfirmReadiness";
    public static final ProcessVariable<Integer> COORDINATOR_COUNT =
            new ProcessVariable<>("coordinatorCount", Integer.class);
    public static final ProcessVariable<Integer> LOOP_COUNTER = new ProcessVariable<>("loopCounter", Integer.class);
    public static final ProcessVariable<Boolean> EVERYBODY_READY =
            new ProcessVariable<>("everybodyReady", Boolean.class);

    private PrepareProcess() {}
}
