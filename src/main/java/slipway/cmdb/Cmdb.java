package slipway.cmdb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What is authorised and what was observed, where. */
public interface Cmdb {

    /** The record of one unit at one site; {@code verified} is the last revision whose read-back equalled the library. */
    record Record(
            SiteId site,
            UnitId unit,
            @Nullable UnitRevision authorised,
            @Nullable UnitRevision observed,
            @Nullable Instant observedAt,
            @Nullable UnitRevision verified) {}

    /** All sites, by id. */
    List<Site> sites();

    Site site(SiteId id);

    List<Unit> units();

    Unit unit(UnitId id);

    void registerSite(Site site);

    void registerUnit(Unit unit);

    Optional<Record> find(SiteId site, UnitId unit);

    /** Every record of a unit, by site. */
    List<Record> of(UnitId unit);

    /** From now on this revision is authorised at the site, because of the release. */
    void authorise(SiteId site, UnitRevision revision, ReleaseNumber release);

    /** From now on nothing of the unit is authorised at the site, because of the release. */
    void withdraw(SiteId site, UnitId unit, ReleaseNumber release);

    /** What was observed at a site; absent = the unit is not installed there. */
    void observed(SiteId site, UnitId unit, @Nullable UnitRevision revision, boolean verified, Instant at);
}
