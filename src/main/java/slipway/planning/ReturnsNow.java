package slipway.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.library.Library.Holding;
import slipway.planning.EarlierReleases.Bringer;
import slipway.planning.EarlierReleases.Found;
import slipway.planning.Plan.Return;
import slipway.release.ReleasePart;
import slipway.release.SubmittedRelease;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What a plan written now would return the parts of a release to; as dear for one site as for all. */
@Component
class ReturnsNow {
    private final Cmdb cmdb;
    private final Library library;
    private final EarlierReleases earlier;

    ReturnsNow(Cmdb cmdb, Library library, EarlierReleases earlier) {
        this.cmdb = cmdb;
        this.library = library;
        this.earlier = earlier;
    }

    /** By part and site. */
    List<Return> of(SubmittedRelease release) {
        List<SiteId> sites = release.sites().stream()
                .sorted(Comparator.comparing(SiteId::value))
                .toList();
        Map<ReleaseNumber, Bringer> read = new HashMap<>();
        // Each release once, however many sites it reached.
        Function<ReleaseNumber, Bringer> bringers = number -> read.computeIfAbsent(number, earlier::bringer);
        List<Return> returns = new ArrayList<>();
        for (ReleasePart part : release.parts()) {
            Map<SiteId, Cmdb.Item> items =
                    cmdb.of(part.unit()).stream().collect(Collectors.toMap(Cmdb.Item::site, item -> item));
            Map<UnitRevision, Holding> holdings = holdings(part.unit());
            for (SiteId site : sites) {
                PlaceOfUnit where = new PlaceOfUnit(site, part.unit());
                ReturnPath.End end = ReturnPath.from(
                        start(release.number(), where, Optional.ofNullable(items.get(site)), bringers),
                        bringers,
                        revision -> Holding.barred(holdings.get(revision)));
                returns.add(Returns.of(where, end));
            }
        }
        return List.copyOf(returns);
    }

    private Map<UnitRevision, Holding> holdings(UnitId unit) {
        return library.of(unit).stream().collect(Collectors.toMap(Holding::revision, holding -> holding));
    }

    /** What this release itself has brought there by now is not what it returns to. */
    private static ReturnPath.Start start(
            ReleaseNumber release,
            PlaceOfUnit where,
            Optional<Cmdb.Item> item,
            Function<ReleaseNumber, Bringer> bringers) {
        ReleaseNumber by = item.map(Cmdb.Item::authorisedBy).orElse(null);
        Optional<Found> own = release.equals(by) ? bringers.apply(release).at(where) : Optional.empty();
        return own.map(found -> new ReturnPath.Start(where, found.predecessor(), found.broughtBy()))
                .orElseGet(() -> ReturnPath.start(where, item, bringers));
    }
}
