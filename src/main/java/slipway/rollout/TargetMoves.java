package slipway.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.site.Order;

/** Every way in which parts at sites move from state to state on the way there; none but those of {@link TargetState}. */
@Repository
class TargetMoves {
    private static final String MOVED = "state = :next, reason = :reason";

    /** Where the site was changed before, the failed attempt stands: it is still to be decided on and to be returned. */
    private static final String NOT_BEGUN = """
            state = case when UNCHANGED then 'NOT_REACHED' else 'FAILED' end,
            reason = case when UNCHANGED then '' else 'the next attempt was not begun: ' end || :reason""".replace("UNCHANGED", "activated_order is null and not half_done");

    private final JdbcClient jdbc;
    private final Clock clock;

    TargetMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The files lie there; {@code previousName} is what the site calls what it runs, null = nothing. */
    Target distributed(Target target, @Nullable String previousName) {
        return one(
                target,
                TargetState.DISTRIBUTED,
                "every digest verified at the site",
                "previous_name = :name",
                statement -> statement.param("name", previousName));
    }

    /** Switched; the order in which sites of all releases are switched is kept. */
    Target activated(Target target) {
        return one(
                target,
                TargetState.ACTIVATED,
                "switched",
                "activated_order = nextval('slipway.activation_order')",
                statement -> statement);
    }

    void verified(Target target) {
        one(target, TargetState.VERIFIED, "read back equal to the library", "verified = true", statement -> statement);
    }

    void failed(Target target, String reason) {
        one(target, TargetState.FAILED, reason, "verified = verified", statement -> statement);
    }

    /** Not reached, and then found changed; {@code switched} = to the release. As it is then. */
    Target failedLate(Target target, String reason, boolean switched) {
        return one(
                target,
                TargetState.FAILED,
                reason,
                switched ? "activated_order = nextval('slipway.activation_order')" : "half_done = true",
                statement -> statement);
    }

    /** Every part of the release that may become that and is in one of these states. */
    List<SiteId> all(ReleaseNumber release, Set<TargetState> from, TargetState next, String reason) {
        from.forEach(state -> require(state, next));
        return Sites.sorted(jdbc.sql("""
            update slipway.site_target set state = :next, reason = :reason, changed_at = :at
             where release = :release and state = any (cast(:from as text[]))
            returning site
            """)
                .param("release", release.value())
                .param("next", next.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                .query((row, line) -> new SiteId(row.getString(1)))
                .list());
    }

    /** Nobody begins what waits before people decide. The sites that are not reached: one that was switched stays failed. */
    List<SiteId> notReached(ReleaseNumber release, String reason) {
        return Sites.sorted(jdbc.sql("""
            with moved as (
              update slipway.site_target set NOT_BEGUN, changed_at = :at
               where release = :release and state in ('PLANNED', 'PREPARED')
              returning site, state)
            select site from moved group by site having bool_and(state = 'NOT_REACHED')
            """.replace("NOT_BEGUN", NOT_BEGUN))
                .param("release", release.value())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .query((row, line) -> new SiteId(row.getString(1)))
                .list());
    }

    /** Nobody begins them any more: their orders were withdrawn. The sites that are not reached, as above. */
    List<SiteId> notReached(List<Order> withdrawn, String reason) {
        return some(
                TargetTable.column(withdrawn, order -> order.batch().release().value()),
                TargetTable.column(withdrawn, order -> order.unit().value()),
                TargetTable.column(withdrawn, order -> order.site().value()),
                TargetState.NOT_REACHED,
                reason,
                NOT_BEGUN);
    }

    /** A decision leaves those that were not reached as they are. */
    void neverReached(ReleaseNumber release, String why) {
        jdbc.sql("""
            update slipway.site_target set left_alone = :why
             where release = :release and state = 'NOT_REACHED'
            """).param("release", release.value()).param("why", why).update();
    }

    void nothingToDo(List<Target> targets, String reason) {
        some(targets, TargetState.NOTHING_TO_DO, reason, MOVED);
    }

    /** The next attempt of what failed, or the turn of what was not reached. */
    void planAgain(List<Target> targets, String reason) {
        some(
                targets,
                TargetState.PLANNED,
                reason,
                MOVED + ", attempt = attempt + case when state = 'FAILED' then 1 else 0 end, left_alone = ''");
    }

    private void some(List<Target> targets, TargetState next, String reason, String changes) {
        some(
                TargetTable.column(targets, target -> target.release().value()),
                TargetTable.column(targets, target -> target.unit().value()),
                TargetTable.column(targets, target -> target.site().value()),
                next,
                reason,
                changes);
    }

    /** The sites at which each of these parts became that. */
    private List<SiteId> some(
            @Nullable String[] releases,
            @Nullable String[] units,
            @Nullable String[] sites,
            TargetState next,
            String reason,
            String changes) {
        if (sites.length == 0) {
            return List.of();
        }
        List<Moved> moved = jdbc.sql("""
            with moved as (
              update slipway.site_target t
                 set CHANGES, changed_at = :at
                from unnest(cast(:releases as text[]), cast(:units as text[]), cast(:sites as text[]))
                     as n (release, unit, site)
               where t.release = n.release and t.unit = n.unit and t.site = n.site
                 and t.state = any (cast(:from as text[]))
              returning t.site, t.state)
            select site, count(*) as parts, bool_and(state = :next) as entirely from moved group by site
            """.replace("CHANGES", changes))
                .param("releases", releases)
                .param("units", units)
                .param("sites", sites)
                .param("next", next.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("from", TargetState.before(next).stream().map(Enum::name).toArray(String[]::new))
                .query(Moved::of)
                .list();
        int parts = moved.stream().mapToInt(Moved::parts).sum();
        if (parts != sites.length) {
            throw new IllegalStateException(
                    (sites.length - parts) + " of " + sites.length + " parts at sites cannot become " + next);
        }
        return Sites.sorted(
                moved.stream().filter(Moved::entirely).map(Moved::site).toList());
    }

    /** How many parts of a site were moved, and whether each of them where it was to. */
    private record Moved(SiteId site, int parts, boolean entirely) {
        static Moved of(ResultSet row, int line) throws SQLException {
            return new Moved(new SiteId(row.getString("site")), row.getInt("parts"), row.getBoolean("entirely"));
        }
    }

    /** As it is then. */
    private Target one(
            Target target,
            TargetState next,
            String reason,
            String more,
            UnaryOperator<JdbcClient.StatementSpec> parameters) {
        require(target.state(), next);
        JdbcClient.StatementSpec statement = jdbc.sql("""
            update slipway.site_target set state = :next, reason = :reason, changed_at = :at, MORE
             where release = :release and unit = :unit and site = :site
               and state = :state and attempt = :attempt
            returning *
            """.replace("MORE", more))
                .param("next", next.name())
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .param("release", target.release().value())
                .param("unit", target.unit().value())
                .param("site", target.site().value())
                .param("state", target.state().name())
                .param("attempt", target.attempt());
        return parameters
                .apply(statement)
                .query(TargetTable::row)
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        target.where() + " of " + target.release() + " is not " + target.state() + " any more"));
    }

    private static void require(TargetState state, TargetState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("what is " + state + " cannot become " + next);
        }
    }
}
