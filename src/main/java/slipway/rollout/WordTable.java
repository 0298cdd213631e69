package slipway.rollout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;

/** What people said about a paused rollout while others must still say the same; the last word of each counts. */
@Repository
class WordTable {
    private final JdbcClient jdbc;

    WordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code groups} gives those that somebody belongs to now. */
    List<Word> of(ReleaseNumber release, Function<Actor, Set<String>> groups) {
        return jdbc.sql("select * from slipway.paused_word where release = ? order by said_at, actor")
                .param(release.value())
                .query((row, number) -> {
                    Actor actor = new Actor(row.getString("actor"));
                    return new Word(
                            actor,
                            PausedDecision.valueOf(row.getString("decision")),
                            groups.apply(actor),
                            row.getString("reason"),
                            Optional.ofNullable(row.getString("removed_by")).map(RfcNumber::new));
                })
                .list();
    }

    void say(ReleaseNumber release, Word word, Instant at) {
        jdbc.sql("""
            insert into slipway.paused_word (release, actor, decision, reason, removed_by, said_at)
            values (:release, :actor, :decision, :reason, :removed_by, :at)
            on conflict (release, actor) do update set decision = excluded.decision,
                reason = excluded.reason, removed_by = excluded.removed_by, said_at = excluded.said_at
            """)
                .param("release", release.value())
                .param("actor", word.actor().id())
                .param("decision", word.decision().name())
                .param("reason", word.reason())
                .param("removed_by", word.removedBy().map(RfcNumber::value).orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A new pause, or a decision: what was said is over. */
    void forget(ReleaseNumber release) {
        jdbc.sql("delete from slipway.paused_word where release = ?")
                .param(release.value())
                .update();
    }
}
