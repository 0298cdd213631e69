package slipway.event;

import java.util.List;

/**
 * Reads every event once, in the order of the log, with a position of its own that moves in the same transaction as
 * what it writes. Told to start again it reads from the first event.
 */
public interface EventReader {
    /** Its name in the table of positions, for ever. */
    String name();

    void read(EventLog.Entry entry);

    /** The next events, in the order of the log. */
    default void read(List<EventLog.Entry> entries) {
        entries.forEach(this::read);
    }

    /** Before it reads from the first event again: forgets what it wrote. */
    default void forget() {}
}
