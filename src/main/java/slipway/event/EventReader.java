package slipway.event;

import java.util.List;

/**
 * Reads every event once, in the order of the log, with a position of its own that moves in the same transaction as
 * what it writes.
 */
public interface EventReader {
    /** Its name in the table of positions, for ever. */
    String name();

    void read(EventLog.Entry entry);

    /** The next events, in the order of the log. */
    default void read(List<EventLog.Entry> entries) {
        entries.forEach(this::read);
    }

    /**
     * Whether all it does is to keep, of each event, what follows from that event alone. Then it may be told to read the
     * log from its first event again, and replaces what it kept of each. One that acts on what it reads may not.
     */
    default boolean derives() {
        return false;
    }
}
