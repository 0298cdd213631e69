package slipway.rollout;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Repository
class RolloutTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    RolloutTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void scheduled(ReleaseNumber release, Threshold threshold) {
        jdbc.sql("""
                        insert into slipway.rollout (release, threshold_percent, scheduled_at)
                        values (:release, :percent, :at)
                        on conflict (release) do update set threshold_percent = :percent, scheduled_at = :at
                        """)
                .param("release", release.value())
                .param("percent", threshold.percent())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** None when not scheduled or not readable. */
    Optional<Threshold> threshold(ReleaseNumber release) {
        return jdbc.sql("select threshold_percent from slipway.rollout where release = ?")
                .param(release.value())
                .query((row, number) -> Threshold.read(row.getObject(1)))
                .optional()
                .flatMap(found -> found);
    }

    void note(
            ReleaseNumber release,
            RolloutEvent.Kind kind,
            @Nullable Integer wave,
            @Nullable Actor actor,
            String detail) {
        jdbc.sql("""
                        insert into slipway.rollout_event (at, release, wave, kind, actor, detail)
                        values (:at, :release, :wave, :kind, :actor, :detail)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("release", release.value())
                .param("wave", wave)
                .param("kind", kind.name())
                .param("actor", actor == null ? null : actor.id())
                .param("detail", detail)
                .update();
    }

    List<RolloutEvent> events(ReleaseNumber release) {
        return jdbc.sql("select at, kind, wave, actor, detail from slipway.rollout_event where release = ? order by id")
                .param(release.value())
                .query((row, number) -> new RolloutEvent(
                        row.getTimestamp("at").toInstant(),
                        RolloutEvent.Kind.valueOf(row.getString("kind")),
                        row.getObject("wave", Integer.class),
                        row.getString("actor"),
                        row.getString("detail")))
                .list();
    }
}
