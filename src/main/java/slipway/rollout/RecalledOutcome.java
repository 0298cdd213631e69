package slipway.rollout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.library.Library;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.SubmittedRelease;

/** What was recalled and runs all the same, because people decided so, is no full success. */
@Component
class RecalledOutcome implements OutcomeSource {
    private final SiteTargets targets;
    private final Library library;

    RecalledOutcome(SiteTargets targets, Library library) {
        this.targets = targets;
        this.library = library;
    }

    @Override
    public Optional<Outcome> proposes(SubmittedRelease release) {
        return targets.of(release.number()).stream()
                        .filter(target -> target.state().arrived())
                        .map(target -> release.revision(target.unit()))
                        .distinct()
                        .flatMap(revision -> library.find(revision).stream())
                        .anyMatch(Library.Holding::recalled)
                ? Optional.of(Outcome.WITH_ISSUES)
                : Optional.empty();
    }
}
