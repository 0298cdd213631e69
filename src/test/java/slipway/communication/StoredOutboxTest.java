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
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import slipway.communication.port.NoticeChannel;
import slipway.shared.ReleaseNumber;
import slipway.testing.TestDatabase;

class StoredOutboxTest {
    // Years apart from the shared context, whose own sender must not take these notices.
    private static final AtomicInteger SEQUENCE = new AtomicInteger(1);

    private final DataSource database = TestDatabase.get().application();
    private final ReleaseNumber release = ReleaseNumber.of(2098, SEQUENCE.getAndIncrement());
    private final List<String> sent = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private NoticeChannel.Outcome answer = new NoticeChannel.Sent();
    private final Outbox outbox = new StoredOutbox(
            new OutboxTable(JdbcClient.create(database)),
            this::send,
            new CommunicationSettings(
                    "slipway@localhost", Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(15)),
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
            new JdbcTransactionManager(database));

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
    void a_notice_that_failed_is_tried_again_later_and_later() {
        answer = new NoticeChannel.NotSent("the server is busy");
        outbox.queue(notice("zoe", "window 1"));

        outbox.deliverDue();
        outbox.deliverDue();
        assertThat(sent).hasSize(1);

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
                release, "rollout", occasion, recipient, "Zoë", "zoe@alpenbank.example", "News", "Text");
    }
}
