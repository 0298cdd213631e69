package slipway.cmdb;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredCmdb implements Cmdb {
    private final SiteTable places;
    private final CiTable items;
    private final Clock clock;

    StoredCmdb(SiteTable places, CiTable items, Clock clock) {
        this.places = places;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public List<Site> sites() {
        return places.sites();
    }

    @Override
    public Site site(SiteId id) {
        return places.site(id).orElseThrow(() -> new IllegalStateException("the CMDB knows no site " + id));
    }

    @Override
    public List<Unit> units() {
        return places.units();
    }

    @Override
    public Unit unit(UnitId id) {
        return places.unit(id).orElseThrow(() -> new IllegalStateException("the CMDB knows no unit " + id));
    }

    @Override
    public void registerSite(Site site) {
        if (!site.folder().isAbsolute()) {
            throw new IllegalArgumentException("the folder of site " + site.id() + " must be absolute");
        }
        places.save(site);
    }

    @Override
    public void registerUnit(Unit unit) {
        places.save(unit);
    }

    @Override
    public Optional<Record> find(SiteId site, UnitId unit) {
        return items.find(site, unit);
    }

    @Override
    public List<Record> of(UnitId unit) {
        return items.of(unit);
    }

    @Override
    public void authorise(SiteId site, UnitRevision revision, ReleaseNumber release) {
        items.authorise(site, revision.unit(), revision);
        items.note(clock.instant(), "AUTHORISED", site, revision.unit(), revision, release);
    }

    @Override
    public void withdraw(SiteId site, UnitId unit, ReleaseNumber release) {
        items.authorise(site, unit, null);
        items.note(clock.instant(), "AUTHORISED", site, unit, null, release);
    }

    @Override
    public void observed(SiteId site, UnitId unit, @Nullable UnitRevision revision, boolean verified, Instant at) {
        if (revision != null && !revision.unit().equals(unit)) {
            throw new IllegalArgumentException(revision + " is no revision of " + unit);
        }
        items.observe(site, unit, revision, at);
        if (verified) {
            items.verify(site, unit, revision);
        }
        items.note(at, verified ? "VERIFIED" : "OBSERVED", site, unit, revision, null);
    }
}
