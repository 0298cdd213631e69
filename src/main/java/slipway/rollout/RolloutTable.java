package slipway.rollout;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** One row a rollout, whose lock parts those who start, stop and decide. */
@Repository
class RolloutTable {
    private static final String ROWS = """
            select r.*, array(select d.actor from slipway.rollout_decider d
                where d.release = r.release order by d.place) as decided_by
              from slipway.rollout r
            """;

    private final JdbcClient jdbc;

    RolloutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waves were arranged: not scheduled any more. */
    void arranged(ReleaseNumber release) {
        jdbc.sql("""
            insert into slipway.rollout (release) values (?)
            on conflict (release) do update set pilot_percent = null, pilot_most = null, pilot_row = null,
                threshold_percent = null, threshold_most = null, threshold_row = null, scheduled_at = null
            """).param(release.value()).update();
    }

    void scheduled(ReleaseNumber release, Thresholds thresholds, Instant at) {
        jdbc.sql("""
            update slipway.rollout
               set pilot_percent = :pilot_percent, pilot_most = :pilot_most, pilot_row = :pilot_row,
                   threshold_percent = :threshold_percent, threshold_most = :threshold_most,
                   threshold_row = :threshold_row, scheduled_at = :at, not_cleared = '{}'
             where release = :release
            """)
                .param("release", release.value())
                .params(ThresholdColumns.of("pilot", Optional.of(thresholds.pilot())))
                .params(ThresholdColumns.of("threshold", Optional.of(thresholds.wave())))
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Rollout> find(ReleaseNumber release) {
        return jdbc.sql(ROWS + "where r.release = ?")
                .param(release.value())
                .query(RolloutTable::row)
                .optional();
    }

    /** The same; nobody else starts, stops or decides on the rollout until the transaction ends. */
    Optional<Rollout> locked(ReleaseNumber release) {
        // Read only once it is locked: who waits for the row would see the deciders as they were before.
        jdbc.sql("select release from slipway.rollout where release = ? for no key update")
                .param(release.value())
                .query(String.class)
                .optional();
        return find(release);
    }

    /** The number of the next batch of orders. */
    long nextBatch(ReleaseNumber release) {
        return jdbc.sql("update slipway.rollout set batches = batches + 1 where release = ? returning batches")
                .param(release.value())
                .query(Long.class)
                .single();
    }

    /** Whether this is the first activation of the release. */
    boolean firstActivation(ReleaseNumber release, Instant at) {
        return jdbc.sql("""
            update slipway.rollout set first_activated_at = :at
             where release = :release and first_activated_at is null
            """)
                        .param("release", release.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether some site was ever switched to it. */
    boolean activated(ReleaseNumber release) {
        return jdbc.sql("select count(*) from slipway.rollout where release = ? and first_activated_at is not null")
                        .param(release.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void notCleared(ReleaseNumber release, List<String> reasons) {
        jdbc.sql("update slipway.rollout set not_cleared = cast(:reasons as text[]) where release = :release")
                .param("release", release.value())
                .param("reasons", reasons.toArray(String[]::new))
                .update();
    }

    /** It stands from then on, and nobody has decided yet. */
    void paused(ReleaseNumber release, String why, Instant at) {
        jdbc.sql("""
            update slipway.rollout
               set paused_because = :why, decision = null, reason = '', carried_out = false
             where release = :release
            """).param("release", release.value()).param("why", why).update();
        deciders(release, List.of());
        jdbc.sql("insert into slipway.stand (release, since) values (?, ?)")
                .params(release.value(), Timestamp.from(at))
                .update();
    }

    /** It stands on, for another reason by now. */
    void standsOn(ReleaseNumber release, String why) {
        jdbc.sql("update slipway.rollout set paused_because = ? where release = ?")
                .params(why, release.value())
                .update();
    }

    void wentOn(ReleaseNumber release, Instant at) {
        jdbc.sql("""
            update slipway.stand set went_on_at = :at
             where id = (select max(id) from slipway.stand where release = :release)
            """)
                .param("release", release.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** When it stood and went on again, oldest first. */
    List<SiteTargets.Stood> stood(ReleaseNumber release) {
        return jdbc.sql("""
            select since, went_on_at from slipway.stand where release = ? and went_on_at is not null order by id
            """)
                .param(release.value())
                .query((row, number) -> new SiteTargets.Stood(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("went_on_at").toInstant()))
                .list();
    }

    void decided(ReleaseNumber release, PausedDecision decision, List<Actor> by, String reason) {
        jdbc.sql("""
            update slipway.rollout
               set decision = :decision, reason = :reason, carried_out = false
             where release = :release
            """)
                .param("release", release.value())
                .param("decision", decision.name())
                .param("reason", reason)
                .update();
        deciders(release, by);
    }

    private void deciders(ReleaseNumber release, List<Actor> by) {
        jdbc.sql("delete from slipway.rollout_decider where release = ?")
                .param(release.value())
                .update();
        jdbc.sql("""
            insert into slipway.rollout_decider (release, place, actor)
            select :release, place - 1, actor
              from unnest(cast(:actors as text[])) with ordinality as d (actor, place)
            """)
                .param("release", release.value())
                .param("actors", by.stream().map(Actor::id).toArray(String[]::new))
                .update();
    }

    void carriedOut(ReleaseNumber release) {
        jdbc.sql("update slipway.rollout set carried_out = true where release = ?")
                .param(release.value())
                .update();
    }

    private static Rollout row(ResultSet row, int number) throws SQLException {
        Timestamp scheduledAt = row.getTimestamp("scheduled_at");
        return new Rollout(
                thresholds(row),
                Optional.ofNullable(scheduledAt).map(Timestamp::toInstant),
                texts(row.getArray("not_cleared")).toList(),
                row.getString("paused_because"),
                Optional.ofNullable(row.getString("decision")).map(PausedDecision::valueOf),
                texts(row.getArray("decided_by")).map(Actor::new).toList(),
                row.getString("reason"),
                row.getBoolean("carried_out"));
    }

    private static Optional<Thresholds> thresholds(ResultSet row) throws SQLException {
        Optional<Threshold> wave = ThresholdColumns.read(row, "threshold");
        return ThresholdColumns.read(row, "pilot").flatMap(pilot -> wave.map(other -> new Thresholds(pilot, other)));
    }

    static Stream<String> texts(Array column) throws SQLException {
        return Stream.of((String[]) column.getArray());
    }
}
