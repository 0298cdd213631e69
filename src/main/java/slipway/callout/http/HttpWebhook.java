package slipway.callout.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import slipway.callout.port.Webhook;

/** By HTTP, with a client for each message, so that whoever never ends an answer holds nothing after it is given up. */
@Component
class HttpWebhook implements Webhook {

    @Override
    public Said send(URI address, Map<String, String> headers, byte[] body, Duration patience)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience)
                .build();
        try {
            return within(
                    patience,
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                            .thenApplyAsync(HttpWebhook::said));
        } finally {
            client.shutdownNow();
        }
    }

    /** What is said is part of the wait: its head may come at once and the rest never. */
    private static Said within(Duration patience, CompletableFuture<Said> answer)
            throws IOException, InterruptedException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            String why = e.getCause() == null || e.getCause().getMessage() == null
                    ? "nobody answers there"
                    : e.getCause().getMessage();
            throw new IOException(why, e);
        }
    }

    private static Said said(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Said(response.statusCode(), body.readNBytes(MOST + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
