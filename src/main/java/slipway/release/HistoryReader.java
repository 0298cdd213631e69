package slipway.release;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.event.EventReader;
import slipway.shared.Actor;

/** Keeps the history of each release in words, one line an event. */
@Component
class HistoryReader implements EventReader {
    private final JdbcClient jdbc;

    HistoryReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void read(EventLog.Entry entry) {
        entry.release()
                .ifPresent(release -> jdbc.sql("""
                        insert into slipway.history_line (seq, release, at, actor, subject, sentence)
                        values (:seq, :release, :at, :actor, :subject, :sentence)""")
                        .param("seq", entry.seq())
                        .param("release", release.value())
                        .param("at", Timestamp.from(entry.at()))
                        .param("actor", entry.actor().map(Actor::id).orElse(null))
                        .param("subject", entry.subject())
                        .param("sentence", entry.event().words())
                        .update());
    }

    @Override
    public void forget() {
        jdbc.sql("delete from slipway.history_line").update();
    }
}
