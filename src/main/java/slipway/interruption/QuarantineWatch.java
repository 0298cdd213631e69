package slipway.interruption;

import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.engine.SystemScope;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.library.Library;
import slipway.library.LibraryEvent.HoldingQuarantined;
import slipway.shared.Actor;
import slipway.shared.UnitRevision;

/** What comes into quarantine may be out already, itself or its files under another version, so it is recalled as well. */
@Component
class QuarantineWatch implements EventReader {
    private static final Set<Library.State> COMING_IN = Set.of(Library.State.BUILT, Library.State.SCANNED);

    private final Interruptions interruptions;
    private final Library library;
    private final RaiseTeller teller;

    QuarantineWatch(Interruptions interruptions, Library library, RaiseTeller teller) {
        this.interruptions = interruptions;
        this.library = library;
        this.teller = teller;
    }

    @Override
    public String name() {
        return "quarantine-watch";
    }

    @Override
    public void read(EventLog.Entry entry) {
        if (entry.event() instanceof HoldingQuarantined found && mayBeOut(found)) {
            entry.actor().ifPresent(officer -> recall(found, officer));
        }
    }

    private boolean mayBeOut(HoldingQuarantined found) {
        UnitRevision revision = found.revision();
        return !COMING_IN.contains(found.from())
                || library.of(revision.unit()).stream()
                        .map(Library.Holding::revision)
                        .anyMatch(other -> other.digest().equals(revision.digest()) && !other.equals(revision));
    }

    private void recall(HoldingQuarantined found, Actor officer) {
        if (interruptions.quarantined(found.revision(), officer, found.remark())
                instanceof Interruptions.Raised raised) {
            SystemScope.run(() -> teller.tell(raised));
        }
    }
}
