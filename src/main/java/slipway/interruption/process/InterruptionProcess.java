package slipway.interruption.process;

import java.util.HashMap;
import java.util.Map;
import slipway.engine.Outcome;
import slipway.engine.ProcessVariable;
import slipway.engine.UserTask.Completion;
import slipway.engine.UserTask.Recorded;
import slipway.engine.UserTask.Refused;
import slipway.interruption.Interruption;
import slipway.interruption.Interruptions;

/** Names in the models of the folder {@code interruption}, and the messages that they tell releases by. */
public final class InterruptionProcess {
    public static final String TASK_INTERRUPT = "Task_InterruptRelease";
    static final String RECALL_REVISION = "RecallRevision";
    public static final ProcessVariable<Long> RAISE = new ProcessVariable<>("raise", Long.class);
    public static final ProcessVariable<Integer> RELEASES_CONCERNED =
            new ProcessVariable<>("releasesConcerned", Integer.class);

    /** Counts the releases of a raise; set by the engine. */
    static final ProcessVariable<Integer> PLACE = new ProcessVariable<>("loopCounter", Integer.class);

    static final ProcessVariable<String> RELEASE = new ProcessVariable<>("release", String.class);

    static final Outcome RAISED = Outcome.done().giving(RAISE).giving(RELEASES_CONCERNED);

    private InterruptionProcess() {}

    static String message(Interruption.Kind kind) {
        return switch (kind) {
            case CANCELLED -> "ReleaseCancelled";
            case RESCHEDULED -> "ReleaseRescheduled";
            case RFC_TAKEN_BACK -> "RfcTakenBack";
            case REVISION_RECALLED -> "RevisionRecalled";
            case STOPPED -> "RolloutStopped";
        };
    }

    /** What the process keeps of what was raised; a release that it is about becomes its business key. */
    static Completion completion(Interruptions.Answer answer, Map<String, Object> about) {
        return switch (answer) {
            case Interruptions.NotRaised no -> new Refused(no.refusal());
            case Interruptions.Raised raised -> {
                Map<String, Object> routing = new HashMap<>(about);
                routing.put(RAISE.name(), raised.raise());
                routing.put(RELEASES_CONCERNED.name(), raised.releases().size());
                yield new Recorded(routing);
            }
        };
    }
}
