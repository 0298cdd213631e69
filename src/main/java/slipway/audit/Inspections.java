package slipway.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.library.Library;
import slipway.shared.Actor;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** Compares what was seen with what is authorised now, and keeps it. */
@Component
class Inspections {
    private final Cmdb cmdb;
    private final Library library;
    private final AuditTable audits;
    private final InventoryTable inventories;
    private final EventLog events;
    private final Clock clock;

    Inspections(
            Cmdb cmdb, Library library, AuditTable audits, InventoryTable inventories, EventLog events, Clock clock) {
        this.cmdb = cmdb;
        this.library = library;
        this.audits = audits;
        this.inventories = inventories;
        this.events = events;
        this.clock = clock;
    }

    Inspection compare(AuditItem item, Inventory.Sighting sighting) {
        UnitRevision expected = authorised(item);
        return new Inspection(
                item, expected, sighting, new Comparison(expected, sighting, known(item, expected, sighting)));
    }

    /** Where all is as it should be, which is nearly always, one revision is read and not all of them. */
    private List<Library.Holding> known(AuditItem item, @Nullable UnitRevision expected, Inventory.Sighting sighting) {
        Optional<Library.Holding> wanted = expected == null ? Optional.empty() : library.find(expected);
        return wanted.filter(holding -> Comparison.exact(sighting, holding))
                .map(List::of)
                .orElseGet(() -> sighting instanceof Inventory.Seen ? library.of(item.unit()) : List.of());
    }

    /** Keeps it, in the caller's transaction; an error when something else was authorised meanwhile. */
    void keep(long audit, Inspection inspection, Optional<Actor> person) {
        AuditItem item = inspection.item();
        if (!Objects.equals(authorised(item), inspection.expected())) {
            throw new IllegalStateException(
                    "what is authorised of " + item.unit() + " at " + item.site() + " changed while it was looked at");
        }
        AuditReport report = audits.get(audit);
        Comparison comparison = inspection.comparison();
        int findings = comparison.differences().size();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        inspection.list().ifPresent(list -> inventories.keep(list.digest(), list.lines()));
        inventories.save(audit, row(inspection, person, now));
        if (findings > 0) {
            inventories.save(audit, item, comparison.differences());
        }
        comparison
                .content()
                .ifPresent(content -> cmdb.observed(item.site(), item.unit(), content, comparison.verified(), now));
        AuditEvent taken = new AuditEvent.InventoryTaken(
                report.phase(), item.site(), item.unit(), inspection.observed(), findings);
        person.ifPresentOrElse(
                by -> events.append(report.release(), by, taken), () -> events.append(report.release(), taken));
        // Last, since every other inventory of the audit waits for this row.
        audits.seen(audit, findings);
    }

    private static SiteInventory row(Inspection inspection, Optional<Actor> person, Instant now) {
        Comparison comparison = inspection.comparison();
        return new SiteInventory(
                inspection.item().site(),
                inspection.item().unit(),
                now,
                person,
                inspection.installed(),
                inspection.expected(),
                comparison.content(),
                inspection.files(),
                inspection.list().map(Inspection.FileList::digest),
                comparison.differences().size());
    }

    private @Nullable UnitRevision authorised(AuditItem item) {
        return cmdb.find(item.site(), item.unit()).map(Cmdb.Item::authorised).orElse(null);
    }
}
