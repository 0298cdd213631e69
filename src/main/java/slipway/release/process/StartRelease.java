package slipway.release.process;

import org.springframework.stereotype.Component;
import slipway.engine.Block;
import slipway.engine.Contract;
import slipway.engine.Outcome;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Refusal;

@Component
class StartRelease implements UserTask {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_PURPOSE = 2_000;

    private final Releases releases;

    StartRelease(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Contract contract(Block block) {
        return Contract.of(Outcome.done().to(ReleaseState.DRAFT).giving(QualifyProcess.RELEASE))
                .endingIn(ReleaseState.CLOSED, ReleaseState.REJECTED, ReleaseState.CANCELLED);
    }

    @Override
    public Completion complete(TaskContext task, Submission submission) {
        String title = submission.text("title");
        if (title.length() > LONGEST_TITLE) {
            return new Refused(Refusal.at(
                    "title", "title-length", "A title has at most " + LONGEST_TITLE + " characters; shorten it."));
        }
        String purpose = submission.text("purpose");
        if (purpose.length() > LONGEST_PURPOSE) {
            return new Refused(Refusal.at(
                    "purpose",
                    "purpose-length",
                    "A purpose has at most " + LONGEST_PURPOSE + " characters; shorten it."));
        }
        String number = releases.draft(submission.actor(), title, purpose).value();
        return Recorded.with(QualifyProcess.RELEASE.name(), number);
    }
}
