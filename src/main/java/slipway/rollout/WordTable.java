package slipway.rollout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
        return jdbc.sql("""
                        select w.*, array(select r.rfc from slipway.paused_word_rfc r
                            where r.release = w.release and r.actor = w.actor) as removed_by
                        from slipway.paused_word w where w.release = ? order by w.said_at, w.actor
                        """)
                .param(release.value())
                .query((row, number) -> {
                    Actor actor = new Actor(row.getString("actor"));
                    return new Word(
                            actor,
                            PausedDecision.valueOf(row.getString("decision")),
                            groups.apply(actor),
                            row.getString("reason"),
                            Arrays.stream((String[]) row.getArray("removed_by").getArray())
                                    .map(RfcNumber::new)
                                    .toList());
                })
                .list();
    }

    void say(ReleaseNumber release, Word word, Instant at) {
        jdbc.sql("""
            insert into slipway.paused_word (release, actor, decision, reason, said_at)
            values (:release, :actor, :decision, :reason, :at)
            on conflict (release, actor) do update set decision = excluded.decision,
                reason = excluded.reason, said_at = excluded.said_at
            """)
                .param("release", release.value())
                .param("actor", word.actor().id())
                .param("decision", word.decision().name())
                .param("reason", word.reason())
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("delete from slipway.paused_word_rfc where release = ? and actor = ?")
                .params(release.value(), word.actor().id())
                .update();
        jdbc.sql("""
            insert into slipway.paused_word_rfc (release, actor, rfc)
            select :release, :actor, unnest(cast(:rfcs as text[]))
            """)
                .param("release", release.value())
                .param("actor", word.actor().id())
                .param("rfcs", word.removedBy().stream().map(RfcNumber::value).toArray(String[]::new))
                .update();
    }

    /** A new pause, or a decision: what was said is over. */
    void forget(ReleaseNumber release) {
        jdbc.sql("delete from slipway.paused_word where release = ?")
                .param(release.value())
                .update();
    }
}
