package slipway.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.event.EventLog.Entry;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Repository
class EventTable {
    private static final String COLUMNS = "select seq, at, type, release, actor, subject, body from slipway.event ";

    private final JdbcClient jdbc;
    private final EventTypes types;
    private final Clock clock;

    EventTable(JdbcClient jdbc, EventTypes types, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.clock = clock;
    }

    /** One statement, however many they are. */
    void write(@Nullable ReleaseNumber release, @Nullable Actor actor, List<? extends Event> events) {
        jdbc.sql("""
                        insert into slipway.event (at, type, version, release, subject, actor, body)
                        select :at, type, version, :release, subject, :actor, body::jsonb
                        from unnest(:types::text[], :versions::int[], :subjects::text[], :bodies::text[])
                            as e (type, version, subject, body)
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("release", release == null ? null : release.value())
                .param("actor", actor == null ? null : actor.id())
                .param(
                        "types",
                        events.stream()
                                .map(event -> types.name(event.getClass()))
                                .toArray(String[]::new))
                .param("versions", events.stream().map(Event::shape).toArray(Integer[]::new))
                .param("subjects", events.stream().map(Event::subject).toArray(String[]::new))
                .param("bodies", events.stream().map(types::body).toArray(String[]::new))
                .update();
    }

    List<Entry> of(ReleaseNumber release) {
        return jdbc.sql(COLUMNS + "where release = ? order by seq")
                .param(release.value())
                .query(this::entry)
                .list();
    }

    List<Entry> since(Instant then, List<Class<? extends Event>> wanted) {
        return jdbc.sql(COLUMNS + "where release is null and at >= ? and type = any (?) order by seq")
                .params(Timestamp.from(then), wanted.stream().map(types::name).toArray(String[]::new))
                .query(this::entry)
                .list();
    }

    Optional<Event> latest(ReleaseNumber release, List<Class<? extends Event>> wanted) {
        return jdbc.sql(COLUMNS + "where release = ? and type = any (?) order by seq desc limit 1")
                .params(release.value(), wanted.stream().map(types::name).toArray(String[]::new))
                .query(this::entry)
                .optional()
                .map(Entry::event);
    }

    int count(ReleaseNumber release, Class<? extends Event> type) {
        return jdbc.sql("select count(*) from slipway.event where release = ? and type = ?")
                .params(release.value(), types.name(type))
                .query(Integer.class)
                .single();
    }

    /** What lies behind that sequence and not behind the other one, oldest first. */
    List<Entry> between(long after, long upTo, int most) {
        return jdbc.sql(COLUMNS + "where seq > ? and seq <= ? order by seq limit ?")
                .params(after, upTo, most)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getString("release")).map(ReleaseNumber::new),
                Optional.ofNullable(row.getString("actor")).map(Actor::new),
                row.getString("subject"),
                types.event(row.getString("type"), row.getString("body")));
    }
}
