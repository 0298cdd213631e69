package slipway.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import slipway.change.Changes;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.Release;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** Ends a release: works out its outcome, then RFCs and library follow. */
@Component
class Closing {
    private final Releases releases;
    private final Changes changes;
    private final Library library;
    private final Cmdb cmdb;
    private final ObjectProvider<OutcomeSource> sources;

    Closing(Releases releases, Changes changes, Library library, Cmdb cmdb, ObjectProvider<OutcomeSource> sources) {
        this.releases = releases;
        this.changes = changes;
        this.library = library;
        this.cmdb = cmdb;
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
        if (closed instanceof Result.Done) {
            settle(release, outcome.get());
        }
        return closed;
    }

    private void settle(Release release, Outcome outcome) {
        if (outcome == Outcome.SUCCESS || outcome == Outcome.WITH_ISSUES) {
            changes.implemented(release.confirmedScope().rfcs());
        }
        UnitRevision revision = release.builtRevision();
        List<UnitRevision> installed = cmdb.of(revision.unit()).stream()
                .flatMap(entry -> Optional.ofNullable(entry.verified()).stream())
                .toList();
        if (installed.contains(revision)) {
            // A former revision that a site still runs stays live: the site may have to return to it.
            library.of(revision.unit()).stream()
                    .filter(holding -> holding.state() == Library.State.LIVE)
                    .map(Library.Holding::revision)
                    .filter(former -> !installed.contains(former))
                    .forEach(former -> advance(former, Library.State.SUPERSEDED));
        }
    }

    private void advance(UnitRevision revision, Library.State to) {
        if (library.advance(revision, to) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
    }
}
