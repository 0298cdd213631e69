package slipway.rollout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;

/** Parts at sites on their way back: what each returns to and in which order; the order is kept, one goes at a time. */
@Repository
class ReturnTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a part returns to. */
    record Return(Target target, WayBack.Returns way) {}

    /** A part that is left alone. */
    record Left(Target target, WayBack.LeftAlone way) {}

    /** They are to return, in this order. */
    void order(ReleaseNumber release, List<Return> returns) {
        int ordered = jdbc.sql("""
            update slipway.site_target t
               set state = 'BACKING_OUT', reason = 'to be returned', changed_at = :at, left_alone = '',
                   repair_reported = false, return_version = n.version, return_digest = n.digest,
                   return_by = n.by, return_place = n.place
              from unnest(cast(:units as text[]), cast(:sites as text[]), cast(:versions as text[]),
                          cast(:digests as text[]), cast(:by as text[]))
                   with ordinality as n (unit, site, version, digest, by, place)
             where t.release = :release and t.unit = n.unit and t.site = n.site
               and t.state = any (cast(:from as text[]))
            """)
                .param("release", release.value())
                .param("from", from(TargetState.BACKING_OUT))
                .param("at", Timestamp.from(clock.instant()))
                .param(
                        "units",
                        TargetTable.column(returns, each -> each.target().unit().value()))
                .param(
                        "sites",
                        TargetTable.column(returns, each -> each.target().site().value()))
                .param(
                        "versions",
                        TargetTable.column(
                                returns, each -> TargetTable.version(each.way().to())))
                .param(
                        "digests",
                        TargetTable.column(
                                returns, each -> TargetTable.digest(each.way().to())))
                .param(
                        "by",
                        TargetTable.column(
                                returns, each -> TargetTable.value(each.way().broughtBy())))
                .update();
        if (ordered != returns.size()) {
            throw new IllegalStateException((returns.size() - ordered) + " parts at sites cannot be returned");
        }
    }

    private static String[] from(TargetState next) {
        return TargetState.before(next).stream().map(Enum::name).toArray(String[]::new);
    }

    void leaveAlone(ReleaseNumber release, List<Left> left) {
        jdbc.sql("""
            update slipway.site_target t set left_alone = n.why
              from unnest(cast(:units as text[]), cast(:sites as text[]), cast(:why as text[]))
                   as n (unit, site, why)
             where t.release = :release and t.unit = n.unit and t.site = n.site
            """)
                .param("release", release.value())
                .param(
                        "units",
                        TargetTable.column(left, each -> each.target().unit().value()))
                .param(
                        "sites",
                        TargetTable.column(left, each -> each.target().site().value()))
                .param("why", TargetTable.column(left, each -> each.way().why()))
                .update();
    }

    /** The one that comes next; empty = every one was returned or failed. */
    Optional<Target> next(ReleaseNumber release) {
        return jdbc.sql("""
            select * from slipway.site_target where release = ? and return_place is not null
             order by return_place limit 1
            """).param(release.value()).query(TargetTable::row).optional();
    }

    /** Counts a try, so that its order is another one. */
    int nextAttempt(Target target) {
        return jdbc.sql("""
            update slipway.site_target set return_attempt = return_attempt + 1
             where release = ? and unit = ? and site = ?
            returning return_attempt
            """)
                .params(
                        target.release().value(),
                        target.unit().value(),
                        target.site().value())
                .query(Integer.class)
                .single();
    }

    /** Parts that could not be returned. */
    List<Target> stuck(ReleaseNumber release) {
        return jdbc.sql("""
            select * from slipway.site_target where release = ? and state = 'BACKOUT_FAILED'
             order by site, place
            """).param(release.value()).query(TargetTable::row).list();
    }

    /** Whether some part of the site is still to return. */
    boolean anyToReturn(ReleaseNumber release, SiteId site) {
        return jdbc.sql("""
            select exists (select 1 from slipway.site_target where release = ? and site = ?
                              and state in ('BACKING_OUT', 'BACKOUT_FAILED'))
            """)
                .params(release.value(), site.value())
                .query(Boolean.class)
                .single();
    }

    void became(Target target, TargetState next, String reason) {
        move(target, next, reason, "", false);
    }

    /** What it was to return to is barred by now, and that is where it goes instead. */
    void leads(Target target, WayBack.Returns way) {
        jdbc.sql("""
            update slipway.site_target set return_version = :version, return_digest = :digest, return_by = :by
             where release = :release and unit = :unit and site = :site
            """)
                .param("version", TargetTable.version(way.to()))
                .param("digest", TargetTable.digest(way.to()))
                .param("by", TargetTable.value(way.broughtBy()))
                .param("release", target.release().value())
                .param("unit", target.unit().value())
                .param("site", target.site().value())
                .update();
    }

    /** It is what it was before it was to return. */
    void leftAlone(Target target, String why) {
        move(target, target.stateBeforeBackOut(), why, why, false);
    }

    void repairReported(Target target, String remark) {
        move(target, TargetState.BACKOUT_FAILED, remark, "", true);
    }

    private void move(Target target, TargetState next, String reason, String leftAlone, boolean repaired) {
        if (!target.state().mayBecome(next)) {
            throw new IllegalStateException("what is " + target.state() + " cannot become " + next);
        }
        int moved = jdbc.sql("""
            update slipway.site_target
               set state = :next, reason = :reason, changed_at = :at, return_place = null,
                   left_alone = :leftAlone, repair_reported = :repaired
             where release = :release and unit = :unit and site = :site and state = :state
            """)
                .param("next", next.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("leftAlone", leftAlone)
                .param("repaired", repaired)
                .param("release", target.release().value())
                .param("unit", target.unit().value())
                .param("site", target.site().value())
                .param("state", target.state().name())
                .update();
        if (moved != 1) {
            throw new IllegalStateException(
                    target.where() + " of " + target.release() + " is not " + target.state() + " any more");
        }
    }
}
