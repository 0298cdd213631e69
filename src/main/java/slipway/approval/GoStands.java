package slipway.approval;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** Nothing goes live without a go that still stands, whatever the tables say. */
@Component
class GoStands implements GoLiveCondition {
    private final Approvals approvals;

    GoStands(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        return Gates.open(approvals.standing(release.number(), Gate.GO_LIVE), Gate.GO_LIVE);
    }
}
