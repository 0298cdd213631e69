package slipway.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

/** Units at sites that releases have for themselves; each by one at a time, which the database itself sees to. */
@Repository
class ReservationTable {
    /** It has neither ended, nor is the time over until which it lasts. */
    private static final String HELD = "until is null and (lasts_until is null or lasts_until > :now)";

    private final JdbcClient jdbc;

    ReservationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ReleaseNumber> holder(SiteId site, UnitId unit, Instant now) {
        return jdbc.sql("select release from slipway.reservation where site = :site and unit = :unit and " + HELD)
                .param("now", Timestamp.from(now))
                .param("site", site.value())
                .param("unit", unit.value())
                .query((row, line) -> new ReleaseNumber(row.getString("release")))
                .optional();
    }

    /** Whoever has any of these units at any of these sites now. */
    List<Held> held(Collection<UnitId> units, Collection<SiteId> sites, Instant now) {
        return jdbc.sql("""
                        select id, release, unit, site from slipway.reservation
                         where unit = any(:units) and site = any(:sites) and HELD
                        """.replace("HELD", HELD))
                .param("now", Timestamp.from(now))
                .param("units", units(units))
                .param("sites", sites(sites))
                .query(ReservationTable::held)
                .list();
    }

    List<Held> heldBy(ReleaseNumber release, Instant now) {
        return jdbc.sql("select id, release, unit, site from slipway.reservation where release = :release and " + HELD)
                .param("now", Timestamp.from(now))
                .param("release", release.value())
                .query(ReservationTable::held)
                .list();
    }

    /**
     * Takes what is free, always in the same order, so that two releases that need the same sites wait for each other
     * one way only; what another transaction is just taking is waited for.
     */
    List<Held> take(ReleaseNumber release, Collection<UnitId> units, Collection<SiteId> sites, Instant now) {
        return jdbc.sql("""
                        insert into slipway.reservation (site, unit, release, since)
                        select s.site, u.unit, :release, :now
                          from unnest(:sites::text[]) as s (site), unnest(:units::text[]) as u (unit)
                         order by s.site, u.unit
                        on conflict (site, unit) where until is null do nothing
                        returning id, release, unit, site
                        """)
                .param("sites", sites(sites))
                .param("units", units(units))
                .param("release", release.value())
                .param("now", Timestamp.from(now))
                .query(ReservationTable::held)
                .list();
    }

    /** As if it had never been taken. */
    void undo(Collection<Held> taken) {
        jdbc.sql("delete from slipway.reservation where id = any(:ids)")
                .param("ids", taken.stream().map(Held::id).toArray(Long[]::new))
                .update();
    }

    /** The sites at which the release had something of these. */
    List<SiteId> end(ReleaseNumber release, Set<SiteId> sites, Instant now) {
        return sitesOf(ending("site = any(:sites)", release, now).param("sites", sites(sites)));
    }

    /** The sites at which the release had something. */
    List<SiteId> endAll(ReleaseNumber release, Instant now) {
        return sitesOf(ending("true", release, now));
    }

    /** What was over before ended then, and others may have had it since. */
    private JdbcClient.StatementSpec ending(String which, ReleaseNumber release, Instant now) {
        return jdbc.sql("""
                        with ended as (
                          update slipway.reservation set until = least(lasts_until, :now)
                           where release = :release and until is null and WHICH
                          returning site, lasts_until)
                        select distinct site from ended where lasts_until is null or lasts_until > :now order by site
                        """.replace("WHICH", which))
                .param("release", release.value())
                .param("now", Timestamp.from(now));
    }

    private static List<SiteId> sitesOf(JdbcClient.StatementSpec statement) {
        return statement.query((row, line) -> new SiteId(row.getString("site"))).list();
    }

    /** It lasts until then and no longer. The sites at which the release has something of these. */
    List<SiteId> endAt(ReleaseNumber release, Set<SiteId> sites, Instant at) {
        return sitesOf(jdbc.sql("""
                        with lasting as (
                          update slipway.reservation set lasts_until = least(lasts_until, :at)
                           where release = :release and site = any(:sites) and until is null
                          returning site)
                        select distinct site from lasting order by site
                        """)
                .param("at", Timestamp.from(at))
                .param("release", release.value())
                .param("sites", sites(sites)));
    }

    /** Ends what was to last no longer, in the order in which it is taken, so that the places are free. */
    void endOver(Collection<UnitId> units, Collection<SiteId> sites, Instant now) {
        jdbc.sql("""
                with over as (
                  select id from slipway.reservation
                   where unit = any(:units) and site = any(:sites) and until is null and lasts_until <= :now
                   order by site, unit for no key update)
                update slipway.reservation r set until = lasts_until from over where r.id = over.id
                """)
                .param("units", units(units))
                .param("sites", sites(sites))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static String[] units(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(String[]::new);
    }

    private static String[] sites(Collection<SiteId> sites) {
        return sites.stream().map(SiteId::value).toArray(String[]::new);
    }

    private static Held held(ResultSet row, int line) throws SQLException {
        return new Held(
                row.getLong("id"),
                new ReleaseNumber(row.getString("release")),
                new UnitId(row.getString("unit")),
                new SiteId(row.getString("site")));
    }
}
