package slipway.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.planning.Plan.PointOfNoReturn;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** Every version of every plan. */
@Repository
class PlanTable {
    private final JdbcClient jdbc;
    private final PlanReturnTable returns;
    private final Clock clock;

    PlanTable(JdbcClient jdbc, PlanReturnTable returns, Clock clock) {
        this.jdbc = jdbc;
        this.returns = returns;
        this.clock = clock;
    }

    /** The version that a plan drafted next has. */
    int next(ReleaseNumber release) {
        return newest(release) + 1;
    }

    private int newest(ReleaseNumber release) {
        return jdbc.sql("select coalesce(max(version), 0) from slipway.plan where release = :release")
                .param("release", release.value())
                .query(Integer.class)
                .single();
    }

    Optional<Plan> find(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.plan where release = :release order by version desc limit 1")
                .param("release", release.value())
                .query((row, line) -> plan(release, row))
                .optional();
    }

    Optional<Instant> windowEnd(ReleaseNumber release) {
        return jdbc.sql("select ends from slipway.plan where release = :release order by version desc limit 1")
                .param("release", release.value())
                .query((row, line) -> row.getTimestamp("ends").toInstant())
                .optional();
    }

    void add(Plan plan) {
        jdbc.sql("""
                        insert into slipway.plan (release, version, starts, ends, backout_limit, point_of_no_return,
                            author, drafted_at)
                        values (:release, :version, :starts, :ends, :limit, :point, :author, :at)
                        """)
                .param("release", plan.release().value())
                .param("version", plan.version())
                .param("starts", Timestamp.from(plan.start()))
                .param("ends", Timestamp.from(plan.end()))
                .param("limit", plan.backoutLimit().toString())
                .param("point", plan.pointOfNoReturn().name())
                .param("author", plan.author().id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
                        insert into slipway.plan_objective (release, version, place, objective, critical, measured)
                        select :release, :version, o.place, o.objective, cast(o.critical as boolean),
                               cast(o.measured as timestamptz)
                          from unnest(cast(:objectives as text[]), cast(:critical as text[]),
                                      cast(:measured as text[]))
                               with ordinality as o (objective, critical, measured, place)
                        """)
                .param("release", plan.release().value())
                .param("version", plan.version())
                .param("objectives", column(plan, Objective::words))
                .param("critical", column(plan, objective -> Boolean.toString(objective.critical())))
                .param("measured", column(plan, PlanTable::measured))
                .update();
        returns.add(plan);
    }

    private Plan plan(ReleaseNumber release, ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new Plan(
                release,
                version,
                objectives(release, version),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                returns.of(release, version),
                Duration.parse(row.getString("backout_limit")),
                PointOfNoReturn.valueOf(row.getString("point_of_no_return")),
                new Actor(row.getString("author")));
    }

    private static @Nullable String[] column(Plan plan, Function<Objective, @Nullable String> value) {
        return plan.objectives().stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String measured(Objective objective) {
        return objective.measured().map(Instant::toString).orElse(null);
    }

    private List<Objective> objectives(ReleaseNumber release, int version) {
        return jdbc.sql("""
                        select objective, critical, measured from slipway.plan_objective
                        where release = :release and version = :version order by place
                        """)
                .param("release", release.value())
                .param("version", version)
                .query((row, line) -> new Objective(
                        row.getString("objective"),
                        row.getBoolean("critical"),
                        Optional.ofNullable(row.getTimestamp("measured")).map(Timestamp::toInstant)))
                .list();
    }
}
