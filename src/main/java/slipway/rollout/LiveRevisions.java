package slipway.rollout;

import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.library.Library.State;
import slipway.release.Release;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** Tells the library which revisions run somewhere. */
@Component
class LiveRevisions {
    private final Library library;
    private final Cmdb cmdb;

    LiveRevisions(Library library, Cmdb cmdb) {
        this.library = library;
        this.cmdb = cmdb;
    }

    /** A first site runs it. */
    void live(UnitRevision revision) {
        boolean first = library.find(revision)
                .filter(holding -> holding.state() == State.ACCEPTED)
                .isPresent();
        if (first) {
            require(library.advance(revision, State.LIVE));
        }
    }

    /** What was live of the unit and is verified nowhere any more is superseded. */
    void supersede(Release release) {
        library.of(release.builtRevision().unit()).stream()
                .filter(holding -> holding.state() == State.LIVE)
                .map(Library.Holding::revision)
                .filter(revision -> !revision.equals(release.builtRevision()))
                .filter(revision ->
                        cmdb.of(revision.unit()).stream().noneMatch(record -> revision.equals(record.verified())))
                .forEach(revision -> require(library.advance(revision, State.SUPERSEDED)));
    }

    private static void require(Result result) {
        if (result instanceof Result.Refused refused) {
            throw new IllegalStateException(refused.refusal().toString());
        }
    }
}
