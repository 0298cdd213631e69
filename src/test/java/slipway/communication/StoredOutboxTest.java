package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import slipway.communication.port.NoticeChannel;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.testing.RolledBack;

class StoredOutboxTest {
    @RegisterExtension
    private final RolledBack database = new RolledBack();

    private final ReleaseNumber release = ReleaseNumber.of(2098, 1);
    private long event;
    private final List<String> sent = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private NoticeChannel.Outcome answer = new NoticeChannel.Sent();
    private final Outbox outbox = new StoredOutbox(
            new OutboxTable(database.sql()),
            this::send,
            new CommunicationSettings(
                    "slipway@localhost",
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15)),
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
            new WithinTheTest());

    @BeforeEach
    void a_release_to_which_something_happened() {
        database.sql().sql("""
                        insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                        values (?, 'Faster', '', 'mara', 'DRAFT', now())
                        """).param(release.value()).update();
        event = database.sql().sql("""
                        insert into slipway.event (at, type, version, release, subject, body)
                        values (now(), 'RolloutPaused', 1, ?, '', '{}') returning seq
                        """).param(release.value()).query(Long.class).single();
    }

    private NoticeChannel.Outcome send(NoticeChannel.Message message) {
        if (message.id().startsWith(release.value())) {
            sent.add(message.id());
            return answer;
        }
        return new NoticeChannel.NotSent("of another test");
    }

    @Test
    void a_notice_is_sent_once() {
        outbox.queue(notice("zoe", "window 1"));

        outbox.deliverDue();
        outbox.deliverDue();

        assertThat(sent).hasSize(1);
        assertThat(outbox.of(release))
                .singleElement()
                .satisfies(row -> assertThat(row.sent()).isTrue());
    }

    @Test
    void the_same_notice_is_never_queued_twice() {
        assertThat(outbox.queue(notice("zoe", "window 1"))).isTrue();
        assertThat(outbox.queue(notice("zoe", "window 1"))).isFalse();
        assertThat(outbox.queue(notice("nils", "window 1"))).isTrue();
        assertThat(outbox.queue(notice("zoe", "window 2"))).isTrue();
    }

    @Test
    void what_was_told_of_an_event_is_known_and_kept_in_order() {
        assertThat(outbox.holds(event)).isFalse();

        outbox.queue(notice("zoe", "window 1"));

        assertThat(outbox.holds(event)).isTrue();
        assertThat(outbox.of(release)).singleElement().satisfies(row -> {
            assertThat(row.template()).isEqualTo("rollout-paused");
            assertThat(row.recipient()).isEqualTo(new Actor("zoe"));
            assertThat(row.messageId())
                    .startsWith(release + ".rollout-paused.zoe.")
                    .endsWith("@slipway");
            assertThat(row.queuedAt()).isEqualTo(now);
            assertThat(row.problem()).isEmpty();
        });
    }

    @Test
    void a_notice_that_failed_is_tried_again_later_and_later() {
        answer = new NoticeChannel.NotSent("the server is busy");
        outbox.queue(notice("zoe", "window 1"));

        outbox.deliverDue();
        outbox.deliverDue();
        assertThat(sent).hasSize(1);
        assertThat(outbox.of(release))
                .singleElement()
                .satisfies(row -> assertThat(row.problem()).contains("the server is busy"));

        now = now.plusSeconds(10);
        outbox.deliverDue();
        assertThat(sent).hasSize(2);

        now = now.plusSeconds(14);
        outbox.deliverDue();
        assertThat(sent).hasSize(2);

        answer = new NoticeChannel.Sent();
        now = now.plusSeconds(1);
        outbox.deliverDue();
        assertThat(sent).hasSize(3).containsOnly(sent.getFirst());
        assertThat(outbox.of(release))
                .singleElement()
                .satisfies(row -> assertThat(row.attempts()).isEqualTo(3));
    }

    @Test
    void one_notice_that_fails_does_not_hold_the_others() {
        outbox.queue(notice("nobody", "window 1"));
        outbox.queue(notice("zoe", "window 1"));
        answer = new NoticeChannel.NotSent("the server is busy");
        outbox.deliverDue();

        assertThat(sent).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_template_puts_values_in_once_and_asks_for_no_unknown_one() {
        Template template = new Template("About ${title}", "${title} for ${name}");

        assertThat(template.with(Map.of("title", "${name} $1", "name", "Zoë")))
                .isEqualTo(new Template("About ${name} $1", "${name} $1 for Zoë"));
        assertThatThrownBy(() -> template.with(Map.of("title", "x"))).hasMessageContaining("'name'");
    }

    private Outbox.Notice notice(String recipient, String occasion) {
        return new Outbox.Notice(
                release, "rollout-paused", event, occasion, recipient, "Zoë", "zoe@alpenbank.example", "News", "Text");
    }

    /** Lets every sending take part in the transaction of the test. */
    private static final class WithinTheTest implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
