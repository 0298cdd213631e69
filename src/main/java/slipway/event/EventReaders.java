package slipway.event;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves every reader on through the log, each in transactions of its own. */
@Component
public class EventReaders {
    private static final Logger LOG = LoggerFactory.getLogger(EventReaders.class);
    private static final int AT_ONCE = 500;

    private final List<EventReader> readers;
    private final EventTable events;
    private final Settled settled;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    EventReaders(
            List<EventReader> readers,
            EventTable events,
            Settled settled,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.readers = List.copyOf(readers);
        this.events = events;
        this.settled = settled;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Lets every reader read all that it may; a reader that fails keeps the others going and tries again later. */
    public void advance() {
        for (EventReader reader : readers) {
            try {
                advance(reader);
            } catch (RuntimeException e) {
                LOG.warn("The reader '{}' of the event log cannot go on: {}", reader.name(), e.toString());
            }
        }
    }

    /** Lets one reader read all that it may; an error when it fails. */
    public void advance(EventReader reader) {
        long upTo = settled.upTo();
        while (position(reader, "") < upTo) {
            ownTransaction.executeWithoutResult(status -> batch(reader, upTo));
        }
    }

    /** Has a reader forget everything and read from the first event. */
    public void rebuild(EventReader reader) {
        ownTransaction.executeWithoutResult(status -> {
            locked(reader);
            reader.forget();
            move(reader, 0);
        });
        advance(reader);
    }

    private void batch(EventReader reader, long upTo) {
        long position = locked(reader);
        List<EventLog.Entry> entries = events.between(position, upTo, AT_ONCE);
        reader.read(entries);
        boolean all = entries.size() < AT_ONCE;
        move(reader, all ? Math.max(position, upTo) : entries.getLast().seq());
    }

    /** So that one node at a time reads for a reader. */
    private long locked(EventReader reader) {
        jdbc.sql("insert into slipway.event_reader (name, position) values (?, 0) on conflict do nothing")
                .param(reader.name())
                .update();
        return position(reader, " for update");
    }

    private long position(EventReader reader, String lock) {
        return jdbc.sql("select position from slipway.event_reader where name = ?" + lock)
                .param(reader.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void move(EventReader reader, long position) {
        jdbc.sql("update slipway.event_reader set position = ? where name = ?")
                .params(position, reader.name())
                .update();
    }
}
