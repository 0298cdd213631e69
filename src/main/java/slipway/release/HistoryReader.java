package slipway.release;

import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    public boolean derives() {
        return true;
    }

    @Override
    public void read(EventLog.Entry entry) {
        read(List.of(entry));
    }

    @Override
    public void read(List<EventLog.Entry> entries) {
        // Of what is read again nothing is left of before.
        jdbc.sql("delete from slipway.history_line where seq = any (:seqs)")
                .param("seqs", seqs(entries))
                .update();
        List<EventLog.Entry> told =
                entries.stream().filter(entry -> entry.release().isPresent()).toList();
        jdbc.sql("""
                        insert into slipway.history_line (seq, release, at, actor, subject, sentence)
                        select * from unnest(:seqs::bigint[], :releases::text[], :ats::timestamptz[], :actors::text[],
                            :subjects::text[], :sentences::text[])""")
                .param("seqs", seqs(told))
                .param(
                        "releases",
                        column(told, entry -> entry.release().orElseThrow().value()))
                .param(
                        "ats",
                        told.stream().map(entry -> Timestamp.from(entry.at())).toArray(Timestamp[]::new))
                .param(
                        "actors",
                        column(told, entry -> entry.actor().map(Actor::id).orElse(null)))
                .param("subjects", column(told, EventLog.Entry::subject))
                .param("sentences", column(told, entry -> entry.event().words()))
                .update();
    }

    private static Long[] seqs(List<EventLog.Entry> entries) {
        return entries.stream().map(EventLog.Entry::seq).toArray(Long[]::new);
    }

    private static @Nullable String[] column(
            List<EventLog.Entry> entries, Function<EventLog.Entry, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
