package slipway.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.ReleaseNumber;

/** The waves that were started, each with its counts; every end of a site is counted under the lock of its row. */
@Repository
class WaveTable {
    private final JdbcClient jdbc;

    WaveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Starts a wave, or starts it again: then its sites that are through keep counting. */
    void start(ReleaseNumber release, Wave wave) {
        jdbc.sql("""
            insert into slipway.wave
                (release, number, state, batch, threshold_percent, threshold_most, threshold_row, planned, decided,
                 verified, told, started_at)
            values (:release, :number, :state, :batch, :threshold_percent, :threshold_most, :threshold_row, :planned, :decided,
                 :verified, :told, :at)
            on conflict (release, number) do update set state = excluded.state, batch = excluded.batch,
                threshold_percent = excluded.threshold_percent, threshold_most = excluded.threshold_most,
                threshold_row = excluded.threshold_row, planned = excluded.planned, decided = excluded.decided,
                verified = excluded.verified, failed = 0, not_reached = 0, failed_in_a_row = 0, most_in_a_row = 0, why = '',
                sites_finish = false,
                told = excluded.told, started_at = excluded.started_at, soaks_until = null
            """)
                .param("release", release.value())
                .param("number", wave.number())
                .param("state", wave.state().name())
                // Without a site to wait for nobody waits to be told.
                .param("told", wave.state() == WaveState.SETTLED)
                .param("batch", wave.batch())
                .params(ThresholdColumns.of("threshold", wave.threshold()))
                .param("planned", wave.planned())
                .param("decided", wave.decided())
                .param("verified", wave.verified())
                .param("at", Timestamp.from(wave.startedAt()))
                .update();
    }

    List<Wave> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.wave where release = ? order by number")
                .param(release.value())
                .query(WaveTable::row)
                .list();
    }

    Optional<Wave> find(ReleaseNumber release, int number) {
        return jdbc.sql("select * from slipway.wave where release = ? and number = ?")
                .params(release.value(), number)
                .query(WaveTable::row)
                .optional();
    }

    /** The wave that is not over, locked. */
    Optional<Wave> openLocked(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.wave where release = ? and state <> 'OVER' for no key update")
                .param(release.value())
                .query(WaveTable::row)
                .optional();
    }

    /**
     * Counts ends of sites, and locks the wave's row until the transaction ends: what follows another is what counted
     * after it. What was not reached neither failed nor succeeded, and ends no row of failures.
     */
    Wave count(ReleaseNumber release, int number, int verified, int failed, int notReached) {
        return jdbc.sql("""
            update slipway.wave
               set verified = verified + :verified, failed = failed + :failed,
                   not_reached = not_reached + :notReached,
                   failed_in_a_row = case when :verified > 0 then 0 else failed_in_a_row + :failed end,
                   most_in_a_row = greatest(most_in_a_row,
                                            case when :verified > 0 then 0 else failed_in_a_row + :failed end)
             where release = :release and number = :number
            returning *
            """)
                .param("release", release.value())
                .param("number", number)
                .param("verified", verified)
                .param("failed", failed)
                .param("notReached", notReached)
                .query(WaveTable::row)
                .single();
    }

    void become(ReleaseNumber release, int number, WaveState state) {
        jdbc.sql("update slipway.wave set state = ? where release = ? and number = ?")
                .params(state.name(), release.value(), number)
                .update();
    }

    /** It is over; what it installed is watched until then, before another wave begins. */
    void over(ReleaseNumber release, int number, Optional<Instant> soaksUntil) {
        jdbc.sql(
                        "update slipway.wave set state = 'OVER', soaks_until = :until where release = :release and number = :number")
                .param("until", soaksUntil.map(Timestamp::from).orElse(null))
                .param("release", release.value())
                .param("number", number)
                .update();
    }

    /** Until when what waves before this one installed is watched; empty = nothing is. */
    Optional<Instant> soaksUntil(ReleaseNumber release, int before) {
        return jdbc.sql("select max(soaks_until) from slipway.wave where release = ? and number < ?")
                .params(release.value(), before)
                .query((row, line) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** The waves whose sites are still watched, and until when. */
    Map<Integer, Instant> soaking(ReleaseNumber release, Instant now) {
        Map<Integer, Instant> soaking = new HashMap<>();
        jdbc.sql("select number, soaks_until from slipway.wave where release = ? and soaks_until > ?")
                .params(release.value(), Timestamp.from(now))
                .query(row -> {
                    soaking.put(
                            row.getInt("number"),
                            row.getTimestamp("soaks_until").toInstant());
                });
        return soaking;
    }

    /** The waves before this one that nobody said of that they were watched to the end, in order. */
    List<Integer> watched(ReleaseNumber release, int before) {
        return jdbc.sql("""
            select number from slipway.wave
             where release = ? and number < ? and soaks_until is not null order by number
            """)
                .params(release.value(), before)
                .query(Integer.class)
                .list();
    }

    /** What these waves installed was watched. */
    void soaked(ReleaseNumber release, int upTo) {
        jdbc.sql("update slipway.wave set soaks_until = null where release = ? and number <= ?")
                .params(release.value(), upTo)
                .update();
    }

    /** Adds why it stopped, and whether begun sites finish all the same; they do not once one reason was against it. */
    void because(ReleaseNumber release, int number, String why, boolean sitesFinish) {
        jdbc.sql("""
            update slipway.wave
               set why = ltrim(why || ' ' || :why), sites_finish = :finish and (why = '' or sites_finish)
             where release = :release and number = :number
            """)
                .param("why", why)
                .param("finish", sitesFinish)
                .param("release", release.value())
                .param("number", number)
                .update();
    }

    /** The releases with a settled wave that the process was not told of. */
    List<ReleaseNumber> toTell() {
        return jdbc.sql("select release from slipway.wave where state = 'SETTLED' and not told order by release")
                .query((row, number) -> new ReleaseNumber(row.getString(1)))
                .list();
    }

    /** Marks it told; empty when somebody else was faster. */
    Optional<Integer> tell(ReleaseNumber release) {
        return jdbc.sql("""
            update slipway.wave set told = true
             where release = ? and state = 'SETTLED' and not told
            returning number
            """).param(release.value()).query(Integer.class).optional();
    }

    private static Wave row(ResultSet row, int line) throws SQLException {
        return new Wave(
                row.getInt("number"),
                WaveState.valueOf(row.getString("state")),
                row.getLong("batch"),
                ThresholdColumns.read(row, "threshold"),
                row.getInt("planned"),
                row.getInt("decided"),
                row.getInt("verified"),
                row.getInt("failed"),
                row.getInt("not_reached"),
                row.getInt("most_in_a_row"),
                row.getString("why"),
                row.getBoolean("sites_finish"),
                row.getTimestamp("started_at").toInstant());
    }
}
