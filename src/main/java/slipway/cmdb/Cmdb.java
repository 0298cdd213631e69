package slipway.cmdb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** What is authorised and what was observed, where; written from what was observed. */
public interface Cmdb {

    /**
     * One unit at one site. {@code authorised} null = nothing may run there; {@code authorisedBy} the release that said
     * so, null = from before Slipway; {@code observed} null = nobody looked yet; {@code verified} is the last revision
     * whose read-back equalled the library, null = none, or verified to be absent.
     */
    record Item(
            SiteId site,
            UnitId unit,
            @Nullable UnitRevision authorised,
            @Nullable ReleaseNumber authorisedBy,
            @Nullable Content observed,
            @Nullable Instant observedAt,
            @Nullable UnitRevision verified) {}

    /** All sites, by id. */
    List<Site> sites();

    Site site(SiteId id);

    /** Waits for whoever holds one of these sites, and holds them until the transaction ends. */
    void hold(Set<SiteId> sites);

    /** All units, by id. */
    List<Unit> units();

    Unit unit(UnitId id);

    /** Enters or changes a site. */
    void registerSite(Site site);

    /** Enters or changes a unit. */
    void registerUnit(Unit unit);

    Optional<Item> find(SiteId site, UnitId unit);

    /** Every item of a unit, by site. */
    List<Item> of(UnitId unit);

    /**
     * LIVE is what some site's verified item says, and nothing else: each revision of the unit that runs somewhere, with
     * the sites that run it.
     */
    Map<UnitRevision, Set<SiteId>> live(UnitId unit);

    /** From now on this revision is authorised at the site; release null = taken over from before Slipway. */
    void authorise(SiteId site, UnitRevision revision, @Nullable ReleaseNumber release);

    /** The same at many sites, with one statement. */
    void authorise(Set<SiteId> sites, UnitRevision revision, ReleaseNumber release);

    /** From now on nothing of the unit is authorised at the site, because of the release. */
    void withdraw(SiteId site, UnitId unit, ReleaseNumber release);

    /**
     * What was observed at a site. {@code verified} says that it was read back and equals what is to be there; only a
     * known revision or absence can be verified.
     */
    void observed(SiteId site, UnitId unit, Content content, boolean verified, Instant at);
}
