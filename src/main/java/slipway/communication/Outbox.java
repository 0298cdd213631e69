package slipway.communication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** Notices that wait to leave; written in the transaction that reads the event which makes them necessary. */
public interface Outbox {

    /**
     * A notice to one person, because of the event of that sequence; the same release, template, recipient and occasion
     * is the same notice.
     */
    record Notice(
            ReleaseNumber release,
            String template,
            long event,
            String occasion,
            String recipient,
            String name,
            String address,
            String subject,
            String body) {}

    /** A notice and how far it got. */
    record Queued(
            String messageId,
            String template,
            Actor recipient,
            boolean sent,
            int attempts,
            Optional<String> problem,
            Instant queuedAt) {}

    /** Queues a notice, in the caller's transaction; false when it was queued before. */
    boolean queue(Notice notice);

    /** Whether that event was told of before. */
    boolean holds(long event);

    /** Sends everything that is due, each in a transaction of its own; how many were sent. */
    int deliverDue();

    /** The notices of a release, oldest first. */
    List<Queued> of(ReleaseNumber release);
}
