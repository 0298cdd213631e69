package slipway.planning;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.library.Library;
import slipway.shared.Digest;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The revisions of a unit that sites may be returned to: those that were verified, newest first. */
@Component
public class BackoutTargets {
    private final Library library;

    BackoutTargets(Library library) {
        this.library = library;
    }

    public List<UnitRevision> of(UnitId unit) {
        return library.of(unit).reversed().stream()
                .filter(BackoutTargets::verified)
                .map(Library.Holding::revision)
                .toList();
    }

    public Optional<UnitRevision> find(UnitId unit, Digest digest) {
        return of(unit).stream()
                .filter(target -> target.digest().equals(digest))
                .findFirst();
    }

    static boolean verified(Library.Holding holding) {
        return holding.state() == Library.State.LIVE || holding.state() == Library.State.ACCEPTED;
    }
}
