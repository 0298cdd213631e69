package slipway.communication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.communication.port.NoticeChannel;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

@Repository
class OutboxTable {
    private final JdbcClient jdbc;

    /** A notice whose time has come, with the failed attempts so far. */
    record Due(NoticeChannel.Message message, int attempts) {}

    OutboxTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(String messageId, Outbox.Notice notice, Instant at) {
        return jdbc.sql("""
                        insert into slipway.outbox (message_id, release, template, event, recipient, name, address,
                            subject, body, queued_at, next_attempt_at)
                        values (:id, :release, :template, :event, :recipient, :name, :address, :subject, :body,
                            :at, :at)
                        on conflict (message_id) do nothing
                        """)
                        .param("id", messageId)
                        .param("release", notice.release().value())
                        .param("template", notice.template())
                        .param("event", notice.event())
                        .param("recipient", notice.recipient())
                        .param("name", notice.name())
                        .param("address", notice.address())
                        .param("subject", notice.subject())
                        .param("body", notice.body())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Due> lockDue(Instant now) {
        return jdbc.sql("""
                        select * from slipway.outbox where sent_at is null and next_attempt_at <= :now
                        order by next_attempt_at, message_id limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query((row, line) -> new Due(
                        new NoticeChannel.Message(
                                row.getString("message_id"),
                                row.getString("name"),
                                row.getString("address"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getTimestamp("queued_at").toInstant()),
                        row.getInt("attempts")))
                .optional();
    }

    void sent(String messageId, Instant at) {
        jdbc.sql("""
                        update slipway.outbox set sent_at = :at, attempts = attempts + 1, last_error = null
                        where message_id = :id
                        """).param("at", Timestamp.from(at)).param("id", messageId).update();
    }

    void failed(String messageId, String error, Instant next) {
        jdbc.sql("""
                        update slipway.outbox set attempts = attempts + 1, last_error = :error, next_attempt_at = :next
                        where message_id = :id
                        """)
                .param("error", error)
                .param("next", Timestamp.from(next))
                .param("id", messageId)
                .update();
    }

    boolean holds(long event) {
        return jdbc.sql("select exists (select 1 from slipway.outbox where event = :event)")
                .param("event", event)
                .query(Boolean.class)
                .single();
    }

    List<Outbox.Queued> of(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.outbox where release = :release order by event, message_id")
                .param("release", release.value())
                .query((row, line) -> new Outbox.Queued(
                        row.getString("message_id"),
                        row.getString("template"),
                        new Actor(row.getString("recipient")),
                        row.getTimestamp("sent_at") != null,
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("last_error")),
                        row.getTimestamp("queued_at").toInstant()))
                .list();
    }
}
