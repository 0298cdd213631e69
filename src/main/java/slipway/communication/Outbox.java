package slipway.communication;

import java.util.List;
import slipway.shared.ReleaseNumber;

/** Notices that wait to leave; written in the transaction that makes them necessary. */
public interface Outbox {

    /** A notice to one person; the same release, kind, recipient and occasion is the same notice. */
    record Notice(
            ReleaseNumber release,
            String kind,
            String occasion,
            String recipient,
            String name,
            String address,
            String subject,
            String body) {}

    /** A notice and how far it got. */
    record Queued(String messageId, String recipient, boolean sent, int attempts) {}

    /** Queues a notice, in the caller's transaction; false when it was queued before. */
    boolean queue(Notice notice);

    /** Sends everything that is due, each in a transaction of its own; how many were sent. */
    int deliverDue();

    /** The notices of a release, by message id. */
    List<Queued> of(ReleaseNumber release);
}
