package slipway.rollout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    List<Word> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.paused_word where release = ? order by said_at, actor")
                .param(release.value())
                .query((row, number) -> new Word(
                        new Actor(row.getString("actor")),
                        PausedDecision.valueOf(row.getString("decision")),
                        RolloutTable.texts(row.getArray("groups")).collect(Collectors.toSet()),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("removed_by")).map(RfcNumber::new)))
                .list();
    }

    void say(ReleaseNumber release, Word word, Instant at) {
        jdbc.sql("""
            insert into slipway.paused_word (release, actor, decision, groups, reason, removed_by, said_at)
            values (:release, :actor, :decision, cast(:groups as text[]), :reason, :removed_by, :at)
            on conflict (release, actor) do update set decision = excluded.decision,
                groups = excluded.groups, reason = excluded.reason, removed_by = excluded.removed_by, said_at = excluded.said_at
            """)
                .param("release", release.value())
                .param("actor", word.actor().id())
                .param("decision", word.decision().name())
                .param("groups", word.groups().toArray(String[]::new))
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
