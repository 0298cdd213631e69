package slipway.acceptance;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.approval.Approvals;
import slipway.approval.Gate;
import slipway.library.Library;
import slipway.release.GoLiveCondition;
import slipway.release.Release;
import slipway.shared.Refusal;
import slipway.shared.UnitRevision;

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
    public Optional<Refusal> unmet(Release release) {
        UnitRevision revision = release.revision();
        if (revision == null) {
            return Optional.of(Refusal.of("accepted-revision", "Release " + release.number() + " has no revision."));
        }
        for (Gate gate : List.of(Gate.TEST_VERDICT, Gate.BUSINESS_ACCEPTANCE)) {
            Approvals.Standing standing = approvals.standing(release.number(), gate);
            if (!(standing instanceof Approvals.Granted)) {
                return Optional.of(Refusal.of(
                        "accepted-revision", "No " + gate + " stands for exactly " + revision + "; have it judged."));
            }
        }
        Optional<Library.State> state = library.find(revision).map(Library.Holding::state);
        boolean fit = state.filter(held -> held == Library.State.ACCEPTED || held == Library.State.LIVE)
                .isPresent();
        return fit
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "accepted-revision",
                        revision + " is " + state.map(Enum::name).orElse("not") + " in the library, not ACCEPTED."));
    }
}
