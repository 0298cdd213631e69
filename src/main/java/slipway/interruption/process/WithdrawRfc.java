package slipway.interruption.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.change.Rfc;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.interruption.Interruptions;
import slipway.shared.RfcNumber;

/** The start form of {@code withdraw-rfc}. */
@Component
class WithdrawRfc implements UserTask {
    private final Interruptions interruptions;

    WithdrawRfc(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(InterruptionProcess.RAISED);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        RfcNumber rfc = new RfcNumber(submission.text("rfc"));
        Rfc.Status as = Rfc.Status.valueOf(submission.text("status"));
        return InterruptionProcess.completion(
                interruptions.takeBack(rfc, submission.actor(), as, submission.text("reason")), Map.of());
    }
}
