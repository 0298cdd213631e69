package slipway.review;

import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Ends a release: works out its outcome, then the RFCs follow. */
@Component
class Closing {
    private final Releases releases;
    private final Changes changes;
    private final ObjectProvider<OutcomeSource> sources;

    Closing(Releases releases, Changes changes, ObjectProvider<OutcomeSource> sources) {
        this.releases = releases;
        this.changes = changes;
        this.sources = sources;
    }

    Result close(ReleaseNumber number) {
        Release release = releases.get(number);
        Optional<Outcome> outcome = sources.stream()
                .flatMap(source -> source.proposes(release).stream())
                .max(Comparator.naturalOrder());
        if (outcome.isEmpty()) {
            return Result.refused("no-outcome", "Nothing here can tell how release " + number + " went.");
        }
        Result closed = releases.close(number, outcome.get());
        boolean delivered = outcome.get() == Outcome.SUCCESS || outcome.get() == Outcome.WITH_ISSUES;
        if (closed instanceof Result.Done && delivered) {
            changes.implemented(release.confirmedScope().rfcs());
        }
        return closed;
    }
}
