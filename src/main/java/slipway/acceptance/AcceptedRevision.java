package slipway.acceptance;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.approval.Gates;
import slipway.library.Library;
import slipway.release.GoLiveCondition;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** Nothing goes live but exactly what was tested and accepted. */
@Component
class AcceptedRevision implements GoLiveCondition {
    private final Approvals approvals;
    private final Library library;

    AcceptedRevision(Approvals approvals, Library library) {
        this.approvals = approvals;
        this.library = library;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        return release.parts().stream()
                .flatMap(part -> unmet(part).stream())
                .findFirst()
                .or(() -> Gates.open(
                        approvals.standing(release.number(), Gate.BUSINESS_ACCEPTANCE), Gate.BUSINESS_ACCEPTANCE));
    }

    private Optional<Refusal> unmet(ReleasePart part) {
        return GoLiveRules.unmet(
                part,
                approvals.standing(part.id(), Gate.TEST_VERDICT),
                part.revision().flatMap(library::find));
    }
}
