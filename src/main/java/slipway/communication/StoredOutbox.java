package slipway.communication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.communication.port.NoticeChannel;
import slipway.shared.Digest;
import slipway.shared.ReleaseNumber;

@Component
class StoredOutbox implements Outbox {
    private final OutboxTable table;
    private final NoticeChannel channel;
    private final CommunicationSettings settings;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    StoredOutbox(
            OutboxTable table,
            NoticeChannel channel,
            CommunicationSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.channel = channel;
        this.settings = settings;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(Notice notice) {
        return table.add(messageId(notice), notice, clock.instant());
    }

    // The same notice has the same id for ever, so that neither the queue nor a mail server takes it for another one.
    private static String messageId(Notice notice) {
        String recipient = notice.recipient().replaceAll("[^0-9A-Za-z_-]", "_");
        String occasion =
                Digest.of(notice.recipient() + "\n" + notice.occasion()).brief();
        return notice.release() + "." + notice.template() + "." + recipient + "." + occasion + "@slipway";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean holds(long event) {
        return table.holds(event);
    }

    @Override
    public int deliverDue() {
        int sent = 0;
        Optional<Boolean> next = deliverNext();
        while (next.isPresent()) {
            sent += next.get() ? 1 : 0;
            next = deliverNext();
        }
        return sent;
    }

    private Optional<Boolean> deliverNext() {
        Optional<Boolean> sent =
                ownTransaction.execute(status -> table.lockDue(clock.instant()).map(this::deliver));
        return sent == null ? Optional.empty() : sent;
    }

    private boolean deliver(OutboxTable.Due due) {
        Instant now = clock.instant();
        return switch (channel.send(due.message())) {
            case NoticeChannel.Sent sent -> {
                table.sent(due.message().id(), now);
                yield true;
            }
            case NoticeChannel.NotSent no -> {
                Instant next = now.plus(settings.retryAfter(due.attempts() + 1));
                table.failed(due.message().id(), no.reason(), next);
                yield false;
            }
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Queued> of(ReleaseNumber release) {
        return table.of(release);
    }
}
