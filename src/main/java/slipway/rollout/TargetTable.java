package slipway.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Digest;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The parts of releases at their sites: read, arranged, scheduled. */
@Repository
class TargetTable {
    private final JdbcClient jdbc;

    TargetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By wave, site and place. */
    List<Target> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.site_target where release = ? order by wave, site, place")
                .param(release.value())
                .query(TargetTable::row)
                .list();
    }

    /** The first of them. */
    List<Target> first(ReleaseNumber release, int most) {
        return jdbc.sql("select * from slipway.site_target where release = ? order by wave, site, place limit ?")
                .params(release.value(), most)
                .query(TargetTable::row)
                .list();
    }

    /** The next ones behind that one. */
    List<Target> behind(ReleaseNumber release, Target last, int most) {
        return jdbc.sql("""
            select * from slipway.site_target
             where release = :release and (wave, site, place) > (:wave, :site, :place)
             order by wave, site, place limit :most
            """)
                .param("release", release.value())
                .param("wave", last.wave())
                .param("site", last.site().value())
                .param("place", last.place())
                .param("most", most)
                .query(TargetTable::row)
                .list();
    }

    /** The parts of one site, by place. */
    List<Target> at(ReleaseNumber release, int wave, SiteId site) {
        return jdbc.sql("""
            select * from slipway.site_target where release = ? and wave = ? and site = ? order by place
            """)
                .params(release.value(), wave, site.value())
                .query(TargetTable::row)
                .list();
    }

    Optional<Target> find(ReleaseNumber release, UnitId unit, SiteId site) {
        return jdbc.sql("select * from slipway.site_target where release = ? and unit = ? and site = ?")
                .params(release.value(), unit.value(), site.value())
                .query(TargetTable::row)
                .optional();
    }

    /** What other releases are about to change of these units at these sites, on the way there or back; by site. */
    List<Target> changing(ReleaseNumber but, Set<UnitId> units, Set<SiteId> sites) {
        return jdbc.sql("""
            select t.* from slipway.site_target t
             where t.site = any (:sites) and t.unit = any (:units) and t.release <> :but
               and (t.state in ('DISTRIBUTED', 'ACTIVATED', 'BACKING_OUT', 'BACKOUT_FAILED')
                 or t.state in ('PLANNED', 'PREPARED') and exists (
                   select from slipway.wave w
                    where w.release = t.release and w.number = t.wave and w.state in ('RUNNING', 'STOPPING')))
             order by t.site, t.unit, t.release
            """)
                .param("sites", sites.stream().map(SiteId::value).toArray(String[]::new))
                .param("units", units.stream().map(UnitId::value).toArray(String[]::new))
                .param("but", but.value())
                .query(TargetTable::row)
                .list();
    }

    /** Where something of a wave was copied or switched, and has not ended. */
    Set<PlaceOfUnit> underWay(ReleaseNumber release, int wave) {
        return new HashSet<>(jdbc.sql("""
            select site, unit from slipway.site_target
             where release = ? and wave = ? and state in ('DISTRIBUTED', 'ACTIVATED')
            """)
                .params(release.value(), wave)
                .query((row, number) -> new PlaceOfUnit(new SiteId(row.getString(1)), new UnitId(row.getString(2))))
                .list());
    }

    /** The sites of a wave at which something is to be begun or under way. */
    Set<SiteId> pendingSites(ReleaseNumber release, int wave) {
        return new HashSet<>(jdbc.sql("""
            select distinct site from slipway.site_target
             where release = ? and wave = ? and state in ('PLANNED', 'PREPARED', 'DISTRIBUTED', 'ACTIVATED')
            """)
                .params(release.value(), wave)
                .query((row, number) -> new SiteId(row.getString(1)))
                .list());
    }

    /** A new arrangement of a release that has begun no site. */
    void replace(ReleaseNumber release, List<Target> targets) {
        jdbc.sql("delete from slipway.site_target where release = ?")
                .param(release.value())
                .update();
        jdbc.sql("""
            insert into slipway.site_target
                (release, unit, site, wave, place, state, attempt, reason, changed_at)
            select :release, n.unit, n.site, n.wave, n.place, 'PLANNED', 1, '', :at
              from unnest(cast(:units as text[]), cast(:sites as text[]), cast(:waves as integer[]),
                          cast(:places as integer[])) as n (unit, site, wave, place)
            """)
                .param("release", release.value())
                .param(
                        "at",
                        targets.isEmpty()
                                ? null
                                : Timestamp.from(targets.getFirst().changedAt()))
                .param("units", column(targets, target -> target.unit().value()))
                .param("sites", column(targets, target -> target.site().value()))
                .param("waves", targets.stream().map(Target::wave).toArray(Integer[]::new))
                .param("places", targets.stream().map(Target::place).toArray(Integer[]::new))
                .update();
    }

    /** What each place is expected to run before its wave, and who brought that. */
    void expect(ReleaseNumber release, List<Expectation> expectations) {
        jdbc.sql("""
            update slipway.site_target t
               set predecessor_version = n.version, predecessor_digest = n.digest, predecessor_by = n.by
              from unnest(cast(:units as text[]), cast(:sites as text[]), cast(:versions as text[]),
                          cast(:digests as text[]), cast(:by as text[])) as n (unit, site, version, digest, by)
             where t.release = :release and t.unit = n.unit and t.site = n.site
            """)
                .param("release", release.value())
                .param("units", column(expectations, each -> each.where().unit().value()))
                .param("sites", column(expectations, each -> each.where().site().value()))
                .param("versions", column(expectations, each -> version(each.revision())))
                .param("digests", column(expectations, each -> digest(each.revision())))
                .param("by", column(expectations, each -> value(each.broughtBy())))
                .update();
    }

    /** What runs at a place before the release comes. */
    record Expectation(
            PlaceOfUnit where,
            @Nullable UnitRevision revision,
            @Nullable ReleaseNumber broughtBy) {}

    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    static @Nullable String version(@Nullable UnitRevision revision) {
        return revision == null ? null : revision.version();
    }

    static @Nullable String digest(@Nullable UnitRevision revision) {
        return revision == null ? null : revision.digest().hex();
    }

    static @Nullable String value(@Nullable ReleaseNumber release) {
        return release == null ? null : release.value();
    }

    static Target row(ResultSet row, int line) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        Timestamp changedAt = row.getTimestamp("changed_at");
        return new Target(
                new ReleaseNumber(row.getString("release")),
                unit,
                new SiteId(row.getString("site")),
                row.getInt("wave"),
                row.getInt("place"),
                TargetState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("reason"),
                revision(row, "predecessor", unit),
                release(row, "predecessor_by"),
                revision(row, "return", unit),
                release(row, "return_by"),
                row.getString("previous_name"),
                row.getObject("activated_order", Long.class),
                row.getBoolean("half_done"),
                row.getBoolean("verified"),
                row.getString("left_alone"),
                row.getBoolean("repair_reported"),
                changedAt.toInstant());
    }

    static @Nullable UnitRevision revision(ResultSet row, String what, UnitId unit) throws SQLException {
        String version = row.getString(what + "_version");
        return version == null ? null : new UnitRevision(unit, version, new Digest(row.getString(what + "_digest")));
    }

    static @Nullable ReleaseNumber release(ResultSet row, String column) throws SQLException {
        String number = row.getString(column);
        return number == null ? null : new ReleaseNumber(number);
    }
}
