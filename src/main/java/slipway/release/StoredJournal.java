package slipway.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Component
@Transactional
class StoredJournal implements Journal {
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    StoredJournal(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void append(ReleaseNumber release, String event, @Nullable Actor actor, Map<String, ?> details) {
        jdbc.sql("""
                        insert into slipway.journal (at, release, event, actor, details)
                        values (:at, :release, :event, :actor, :details::jsonb)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("release", release.value())
                .param("event", event)
                .param("actor", actor == null ? null : actor.id())
                .param("details", write(details))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> of(ReleaseNumber release) {
        return jdbc.sql("select at, event, actor, details from slipway.journal where release = :release order by id")
                .param("release", release.value())
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("event"),
                row.getString("actor"),
                read(row.getString("details")));
    }

    private String write(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("journal details must be ids and values", e);
        }
    }

    private Map<String, Object> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds details that are no JSON", e);
        }
    }
}
