package slipway.communication.port;

import java.time.Instant;

/** The way by which notices reach people. Sending the same message id again makes no second copy where it can be told. */
public interface NoticeChannel {

    /** One notice to one person; {@code id} is a Message-ID without angle brackets. */
    record Message(String id, String name, String address, String subject, String body, Instant at) {}

    /** What came of it. */
    sealed interface Outcome {}

    /** The channel took it over. */
    record Sent() implements Outcome {}

    /** It did not; to be tried again. */
    record NotSent(String reason) implements Outcome {}

    Outcome send(Message message);
}
