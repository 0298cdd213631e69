package slipway.acceptance;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.acceptance.Acceptances.Finding;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.planning.Plans;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.PartId;

/** What the records say about the parts of a release in test. */
@Component
class PartVerdicts {
    private final FindingRows rows;
    private final Approvals approvals;
    private final Library library;
    private final Plans plans;

    PartVerdicts(FindingRows rows, Approvals approvals, Library library, Plans plans) {
        this.rows = rows;
        this.approvals = approvals;
        this.library = library;
        this.plans = plans;
    }

    Approvals.Standing verdict(PartId part) {
        return approvals.standing(part, Gate.TEST_VERDICT);
    }

    /** Every part that is not accepted. */
    List<Against> against(SubmittedRelease release) {
        return release.parts().stream()
                .flatMap(part -> AcceptanceRules.against(part, verdict(part.id()), holding(part)).stream())
                .toList();
    }

    List<Finding> findings(ReleasePart part) {
        return part.revision().map(revision -> rows.newest(part.id(), revision)).orElse(List.of());
    }

    VerdictRules.Evidence evidence(ReleasePart part) {
        Optional<Holding> holding = holding(part);
        return new VerdictRules.Evidence(
                plans.get(part.id().release()).distinctReturns(part.unit()),
                findings(part),
                holding.map(AcceptanceCommand::of).equals(Optional.of(AcceptanceCommand.BY_HAND)),
                VerdictRules.barred(holding));
    }

    private Optional<Holding> holding(ReleasePart part) {
        return part.revision().flatMap(library::find);
    }
}
