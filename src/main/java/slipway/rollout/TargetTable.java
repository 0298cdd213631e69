package slipway.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

@Repository
class TargetTable {
    private final JdbcClient jdbc;

    TargetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Target> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.site_target where release = ? order by wave, site")
                .param(release.value())
                .query(TargetTable::row)
                .list();
    }

    /** Until the transaction ends nobody else moves the sites of this release. */
    List<Target> locked(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.site_target where release = ? order by wave, site for update")
                .param(release.value())
                .query(TargetTable::row)
                .list();
    }

    /** Last in first out: the sites that are to return, the latest activation of the latest wave first. */
    List<Target> toRestore(ReleaseNumber release) {
        return jdbc.sql("""
                        select t.* from slipway.site_target t
                        where t.release = ? and t.state in ('BACKING_OUT', 'BACKOUT_FAILED')
                        order by t.state = 'BACKOUT_FAILED' desc, t.wave desc,
                            (select max(e.id) from slipway.site_target_event e
                             where e.release = t.release and e.site = t.site and e.state = 'ACTIVATED') desc nulls last
                        """).param(release.value()).query(TargetTable::row).list();
    }

    void replace(ReleaseNumber release, List<Target> targets) {
        jdbc.sql("delete from slipway.site_target where release = ?")
                .param(release.value())
                .update();
        targets.forEach(this::save);
    }

    void save(Target target) {
        UnitRevision predecessor = target.predecessor();
        jdbc.sql("""
                        insert into slipway.site_target (release, site, unit, wave, state, attempt, reason,
                            predecessor_version, predecessor_digest, previous_name, repair_reported, changed_at)
                        values (:release, :site, :unit, :wave, :state, :attempt, :reason, :version, :digest, :name,
                            :repaired, :at)
                        on conflict (release, site) do update set wave = :wave, state = :state, attempt = :attempt,
                            reason = :reason, predecessor_version = :version, predecessor_digest = :digest,
                            previous_name = :name, repair_reported = :repaired, changed_at = :at
                        """)
                .param("release", target.release().value())
                .param("site", target.site().value())
                .param("unit", target.unit().value())
                .param("wave", target.wave())
                .param("state", target.state().name())
                .param("attempt", target.attempt())
                .param("reason", target.reason())
                .param("version", predecessor == null ? null : predecessor.version())
                .param(
                        "digest",
                        predecessor == null ? null : predecessor.digest().hex())
                .param("name", target.previousName())
                .param("repaired", target.repairReported())
                .param("at", Timestamp.from(target.changedAt()))
                .update();
    }

    void note(Target target) {
        jdbc.sql("""
                        insert into slipway.site_target_event (at, release, site, wave, attempt, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Timestamp.from(target.changedAt()),
                        target.release().value(),
                        target.site().value(),
                        target.wave(),
                        target.attempt(),
                        target.state().name(),
                        target.reason())
                .update();
    }

    /** Whether any site ever got that far in the release. */
    boolean everWas(ReleaseNumber release, TargetState state) {
        return jdbc.sql("select exists (select 1 from slipway.site_target_event where release = ? and state = ?)")
                .params(release.value(), state.name())
                .query(Boolean.class)
                .single();
    }

    private static Target row(ResultSet row, int number) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        return new Target(
                new ReleaseNumber(row.getString("release")),
                new SiteId(row.getString("site")),
                unit,
                row.getInt("wave"),
                TargetState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("reason"),
                predecessor(row, unit),
                row.getString("previous_name"),
                row.getBoolean("repair_reported"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable UnitRevision predecessor(ResultSet row, UnitId unit) throws SQLException {
        String version = row.getString("predecessor_version");
        return version == null
                ? null
                : new UnitRevision(unit, version, new Digest(row.getString("predecessor_digest")));
    }
}
