package slipway.communication.process;

import slipway.communication.Preparations.Question;
import slipway.engine.ProcessVariable;
import slipway.engine.TaskContext;

/** Names in the model {@code PreparePeople}. */
public final class PrepareProcess {
    public static final String KEY = "PreparePeople";
    public static final String TASK_CONFIRM_READINESS = "Task_ConfirmReadiness";
    public static final ProcessVariable<Integer> READINESS_ROUND =
            new ProcessVariable<>("readinessRound", Integer.class);
    public static final ProcessVariable<Integer> COORDINATOR_COUNT =
            new ProcessVariable<>("coordinatorCount", Integer.class);
    public static final ProcessVariable<Boolean> SOMEBODY_ASKED = new ProcessVariable<>("somebodyAsked", Boolean.class);
    public static final ProcessVariable<Integer> LOOP_COUNTER = new ProcessVariable<>("loopCounter", Integer.class);
    public static final ProcessVariable<Boolean> EVERYBODY_READY =
            new ProcessVariable<>("everybodyReady", Boolean.class);

    static final String READINESS = "the readiness of the sites";

    private PrepareProcess() {}

    /** The question of a round that a task puts: who is asked was fixed when the round began. */
    static Question question(TaskContext task) {
        return new Question(task.release(), task.get(READINESS_ROUND), task.get(LOOP_COUNTER));
    }
}
