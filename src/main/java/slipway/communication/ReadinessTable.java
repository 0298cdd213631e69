package slipway.communication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Repository
class ReadinessTable {
    private final JdbcClient jdbc;

    /** A coordinator's word, for one revision in one window. */
    record Word(
            ReleaseNumber release,
            Actor coordinator,
            boolean ready,
            boolean trained,
            String reason,
            String preparedFor,
            Instant at) {}

    ReadinessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(Word word) {
        jdbc.sql("""
                        insert into slipway.readiness (release, coordinator, ready, trained, reason, prepared_for, at)
                        values (:release, :coordinator, :ready, :trained, :reason, :preparedFor, :at)
                        """)
                .param("release", word.release().value())
                .param("coordinator", word.coordinator().id())
                .param("ready", word.ready())
                .param("trained", word.trained())
                .param("reason", word.reason())
                .param("preparedFor", word.preparedFor())
                .param("at", Timestamp.from(word.at()))
                .update();
    }

    /** Whose newest word says ready and trained, for that revision and window. */
    Set<Actor> ready(ReleaseNumber release, String preparedFor) {
        return jdbc
                .sql("""
                        select coordinator from (
                            select distinct on (coordinator) coordinator, ready and trained as fit, prepared_for
                            from slipway.readiness where release = :release order by coordinator, id desc) newest
                        where fit and prepared_for = :preparedFor
                        """)
                .param("release", release.value())
                .param("preparedFor", preparedFor)
                .query(String.class)
                .list()
                .stream()
                .map(Actor::new)
                .collect(Collectors.toSet());
    }
}
