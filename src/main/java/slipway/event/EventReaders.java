package slipway.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.shared.Result;

/**
 * Moves every reader on through the log, each in transactions of its own. One that was told to read again does so from
 * the first event to where it is, beside what is new, so that nothing waits for it.
 */
@Component
public class EventReaders {
    private static final Logger LOG = LoggerFactory.getLogger(EventReaders.class);
    private static final int AT_ONCE = 500;
    private static final int BATCHES_AGAIN = 20;

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

    /** A reader as it stands: the last event that it read, and where it is in reading again; empty = it does not. */
    public record Standing(String name, boolean derives, long position, Optional<Long> again) {}

    /** Every reader, by name. */
    public List<Standing> standings() {
        return readers.stream()
                .map(reader ->
                        new Standing(reader.name(), reader.derives(), position(reader, ""), again(reader.name())))
                .sorted(Comparator.comparing(Standing::name))
                .toList();
    }

    /** Lets every reader read all that it may; a reader that fails keeps the others going and tries again later. */
    public void advance() {
        readers.forEach(reader -> unhindered(reader, this::advance));
        // What is new comes first, whoever reads again.
        readers.stream().filter(EventReader::derives).forEach(reader -> unhindered(reader, this::readAgain));
    }

    private static void unhindered(EventReader reader, Consumer<EventReader> step) {
        try {
            step.accept(reader);
        } catch (RuntimeException e) {
            LOG.warn("The reader '{}' of the event log cannot go on: {}", reader.name(), e.toString());
        }
    }

    /** Lets one reader read all that it may; an error when it fails. */
    public void advance(EventReader reader) {
        long upTo = settled.upTo();
        while (position(reader, "") < upTo) {
            ownTransaction.executeWithoutResult(status -> batch(reader, upTo));
        }
    }

    /**
     * Has a reader read from the first event again, what it kept of each replaced; it is done within some polls. Refused
     * for one that acts on what it reads: {@code reader-acts}. An error when there is no such reader.
     */
    public Result rebuild(String name) {
        EventReader reader = readers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no reader " + name));
        if (!reader.derives()) {
            return Result.refused(
                    "reader-acts",
                    "The reader '" + name + "' tells people or moves releases on, which cannot be done again; only "
                            + rebuildable() + " can be built again.");
        }
        ownTransaction.executeWithoutResult(status -> {
            locked(reader);
            readOnAgain(name, 0L);
        });
        return Result.done();
    }

    private String rebuildable() {
        return readers.stream()
                .filter(EventReader::derives)
                .map(reader -> "'" + reader.name() + "'")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void readAgain(EventReader reader) {
        for (int batch = 0; batch < BATCHES_AGAIN && again(reader.name()).isPresent(); batch++) {
            ownTransaction.executeWithoutResult(status -> batchAgain(reader));
        }
    }

    private void batchAgain(EventReader reader) {
        long position = locked(reader);
        again(reader.name()).ifPresent(from -> {
            List<EventLog.Entry> entries = events.between(from, position, AT_ONCE);
            reader.read(entries);
            readOnAgain(
                    reader.name(),
                    entries.size() < AT_ONCE ? null : entries.getLast().seq());
        });
    }

    private Optional<Long> again(String name) {
        return jdbc.sql("select again from slipway.event_reader where name = ? and again is not null")
                .param(name)
                .query(Long.class)
                .optional();
    }

    private void readOnAgain(String name, @Nullable Long from) {
        jdbc.sql("update slipway.event_reader set again = ? where name = ?")
                .params(Arrays.asList(from, name))
                .update();
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
