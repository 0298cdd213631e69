package slipway.interruption.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.interruption.Interruptions;
import slipway.release.ReleaseState;
import slipway.shared.ReleaseNumber;

/** The start form of {@code reschedule-release}. */
@Component
class RescheduleRelease implements UserTask {
    private final Interruptions interruptions;

    RescheduleRelease(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(InterruptionProcess.RAISED.giving(InterruptionProcess.RELEASE));
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        ReleaseNumber release = new ReleaseNumber(submission.text("release"));
        ReleaseState to = ReleaseState.valueOf(submission.text("to"));
        return InterruptionProcess.completion(
                interruptions.reschedule(release, submission.actor(), to, submission.text("reason")),
                Map.of("release", release.value()));
    }
}
