package slipway.interruption.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.interruption.Interruptions;
import slipway.shared.ReleaseNumber;

/** The start form of {@code stop-rollout}. */
@Component
class StopRollout implements UserTask {
    private final Interruptions interruptions;

    StopRollout(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(InterruptionProcess.RAISED.giving(InterruptionProcess.RELEASE));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        ReleaseNumber release = new ReleaseNumber(submission.text("release"));
        return InterruptionProcess.completion(
                interruptions.stop(release, submission.actor(), submission.text("reason")),
                Map.of("release", release.value()));
    }
}
