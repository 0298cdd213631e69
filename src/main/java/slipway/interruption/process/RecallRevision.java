package slipway.interruption.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.interruption.Interruptions;
import slipway.shared.UnitId;

/** The start form of {@code recall-revision}. */
@Component
class RecallRevision implements UserTask {
    private final Interruptions interruptions;

    RecallRevision(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(InterruptionProcess.RAISED);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        return InterruptionProcess.completion(
                interruptions.recall(
                        new UnitId(submission.text("unit")),
                        submission.text("version"),
                        submission.actor(),
                        submission.text("reason")),
                Map.of());
    }
}
