package slipway.planning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.release.ReleasePart;
import slipway.release.Releases;
import slipway.release.Reserving;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

@Component
@Transactional
class StoredReservations implements Reservations, Reserving {
    private final ReservationTable table;
    private final Releases releases;
    private final EventLog log;
    private final Clock clock;

    StoredReservations(ReservationTable table, Releases releases, EventLog log, Clock clock) {
        this.table = table;
        this.releases = releases;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> reserve(SubmittedRelease release) {
        List<UnitId> units = units(release);
        List<Held> taken = new ArrayList<>();
        while (true) {
            Instant now = clock.instant();
            // At the same moment as the look: what is over by then and still in the way would be looked for for ever.
            table.endOver(units, release.sites(), now);
            List<Held> held = table.held(units, release.sites(), now);
            Optional<Refusal> refused = Holders.refused(release.number(), held);
            if (refused.isPresent()) {
                table.undo(taken);
                return refused;
            }
            if (held.size() == units.size() * release.sites().size()) {
                reserved(release, taken);
                return Optional.empty();
            }
            // What another release took meanwhile shows at the next look.
            taken.addAll(table.take(release.number(), units, release.sites(), now));
        }
    }

    private void reserved(SubmittedRelease release, List<Held> taken) {
        if (!taken.isEmpty()) {
            log.append(
                    release.number(),
                    new PlanningEvent.SitesReserved(sorted(taken, Held::unit), sorted(taken, Held::site)));
        }
    }

    @Override
    public void giveBack(ReleaseNumber release) {
        List<SiteId> sites = table.endAll(release, clock.instant());
        if (!sites.isEmpty()) {
            log.append(release, new PlanningEvent.ReservationsGivenBack(sites));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReleaseNumber> holder(SiteId site, UnitId unit) {
        return table.holder(site, unit, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Reserved> held(ReleaseNumber release) {
        return table.heldBy(release, clock.instant()).stream()
                .map(each -> new Reserved(each.site(), each.unit()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void end(ReleaseNumber release, Set<SiteId> sites) {
        List<SiteId> ended = table.end(release, sites, clock.instant());
        if (!ended.isEmpty()) {
            log.append(release, new PlanningEvent.ReservationsEnded(ended));
        }
    }

    @Override
    public void end(ReleaseNumber release, Set<SiteId> sites, Instant at) {
        List<SiteId> kept = table.endAt(release, sites, at);
        if (!kept.isEmpty()) {
            log.append(release, new PlanningEvent.ReservationsLast(kept, at));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Overlap> overlaps(ReleaseNumber number) {
        SubmittedRelease release = releases.submitted(number);
        List<UnitId> units = units(release);
        Map<UnitId, List<SubmittedRelease>> open =
                units.stream().collect(Collectors.toMap(Function.identity(), releases::open));
        return Overlaps.of(release, open, table.held(units, release.sites(), clock.instant()));
    }

    private static List<UnitId> units(SubmittedRelease release) {
        return release.parts().stream().map(ReleasePart::unit).toList();
    }

    private static <T> List<T> sorted(List<Held> held, Function<Held, T> what) {
        return held.stream()
                .map(what)
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }
}
