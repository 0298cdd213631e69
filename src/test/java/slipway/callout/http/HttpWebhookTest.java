package slipway.callout.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipway.callout.port.Webhook;
import slipway.testing.RiskDesk;

class HttpWebhookTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final RiskDesk desk = RiskDesk.get();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void over() {
        over.countDown();
        desk.answers(RiskDesk.saying(200, "{}"));
    }

    @Test
    void what_is_sent_arrives_and_what_is_answered_comes_back() throws Exception {
        desk.answers(RiskDesk.saying(418, "short and stout"));

        Webhook.Said said = send(desk.url(), LONG);

        assertThat(said.status()).isEqualTo(418);
        assertThat(said.body()).asString(StandardCharsets.UTF_8).isEqualTo("short and stout");
        assertThat(desk.heard()).singleElement().satisfies(heard -> {
            assertThat(heard.body()).isEqualTo("{\"a\":1}");
            assertThat(heard.headers()).containsEntry("idempotency-key", "k-1");
        });
    }

    @Test
    void it_follows_nothing_to_elsewhere() throws Exception {
        desk.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", desk.url());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });

        assertThat(send(desk.url(), LONG).status()).isEqualTo(307);
        assertThat(desk.heard()).hasSize(1);
    }

    @Test
    void of_an_answer_without_end_little_is_read() throws Exception {
        desk.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = new byte[8192];
            for (int times = 0; times < 100; times++) {
                exchange.getResponseBody().write(much);
            }
            exchange.close();
        });

        assertThat(send(desk.url(), LONG).body()).hasSize(Webhook.MOST + 1);
    }

    @Test
    @Timeout(10)
    void an_answer_that_begins_and_never_ends_is_waited_for_no_longer_than_said() {
        desk.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });

        assertThatIOException()
                .isThrownBy(() -> send(desk.url(), Duration.ofMillis(300)))
                .withMessage("no answer within 300 ms");
    }

    @Test
    void where_nobody_listens_it_fails() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatIOException().isThrownBy(() -> send("http://127.0.0.1:" + free + "/", LONG));
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Webhook.Said send(String url, Duration patience) throws Exception {
        return new HttpWebhook()
                .send(
                        URI.create(url),
                        Map.of("Idempotency-Key", "k-1"),
                        "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                        patience);
    }
}
