package slipway.cmdb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.CmdbEvent.CiAuthorised;
import slipway.cmdb.CmdbEvent.CiObserved;
import slipway.cmdb.CmdbEvent.CiWithdrawn;
import slipway.cmdb.CmdbEvent.SiteRegistered;
import slipway.cmdb.CmdbEvent.UnitRegistered;
import slipway.event.EventLog;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Component
@Transactional
class StoredCmdb implements Cmdb {
    private final SiteTable places;
    private final UnitTable register;
    private final CiTable items;
    private final EventLog log;

    StoredCmdb(SiteTable places, UnitTable register, CiTable items, EventLog log) {
        this.places = places;
        this.register = register;
        this.items = items;
        this.log = log;
    }

    @Override
    public List<Site> sites() {
        return places.all();
    }

    @Override
    public Site site(SiteId id) {
        return places.find(id).orElseThrow(() -> new IllegalStateException("the CMDB knows no site " + id));
    }

    @Override
    public List<Unit> units() {
        return register.all();
    }

    @Override
    public Unit unit(UnitId id) {
        return register.find(id).orElseThrow(() -> new IllegalStateException("the CMDB knows no unit " + id));
    }

    @Override
    public void hold(Set<SiteId> sites) {
        places.lock(sites);
    }

    @Override
    public void registerSite(Site site) {
        if (site.channel() == Channel.DIRECTORY && !site.folder().isAbsolute()) {
            throw new IllegalArgumentException("the folder of site " + site.id() + " must be absolute");
        }
        places.save(site);
        log.append(new SiteRegistered(site.id(), site.name(), site.channel(), site.address()));
    }

    @Override
    public void registerUnit(Unit unit) {
        register.save(unit);
        log.append(new UnitRegistered(unit.id(), unit.name(), unit.kind()));
    }

    @Override
    public Optional<Item> find(SiteId site, UnitId unit) {
        return items.find(site, unit);
    }

    @Override
    public List<Item> of(UnitId unit) {
        return items.of(unit);
    }

    @Override
    public Map<UnitRevision, Set<SiteId>> live(UnitId unit) {
        return items.live(unit);
    }

    @Override
    public void authorise(SiteId site, UnitRevision revision, @Nullable ReleaseNumber release) {
        items.authorise(Set.of(site), revision.unit(), revision, release);
        if (release == null) {
            log.append(new CiAuthorised(site, revision));
        } else {
            log.append(release, new CiAuthorised(site, revision));
        }
    }

    @Override
    public void authorise(Set<SiteId> sites, UnitRevision revision, ReleaseNumber release) {
        if (sites.isEmpty()) {
            return;
        }
        items.authorise(sites, revision.unit(), revision, release);
        log.append(
                release,
                sites.stream().map(site -> new CiAuthorised(site, revision)).toList());
    }

    @Override
    public void withdraw(SiteId site, UnitId unit, ReleaseNumber release) {
        items.authorise(Set.of(site), unit, null, release);
        log.append(release, new CiWithdrawn(site, unit));
    }

    @Override
    public void observed(SiteId site, UnitId unit, Content content, boolean verified, Instant at) {
        if (content.known().filter(revision -> !revision.unit().equals(unit)).isPresent()) {
            throw new IllegalArgumentException(content + " is no revision of " + unit);
        }
        if (verified && content instanceof Content.Unknown) {
            throw new IllegalArgumentException("content that nobody knows cannot be verified");
        }
        items.observe(site, unit, content, verified, at);
        log.append(new CiObserved(site, unit, content, verified));
    }
}
