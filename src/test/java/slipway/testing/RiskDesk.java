package slipway.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A program of others on this machine, which models may call as {@code risk-desk}: one for all tests. */
public final class RiskDesk {
    public static final String SECRET = "known to both sides only";
    private static final RiskDesk ONLY = new RiskDesk();

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer = saying(200, "{}");

    /** One message: its headers by their names in lower case, and its body. */
    public record Heard(Map<String, String> headers, String body) {}

    private RiskDesk() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(
                Thread.ofPlatform().name("risk-desk-", 1).daemon(true).factory()));
        server.createContext("/", exchange -> {
            heard.add(new Heard(
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT),
                                    header -> String.join(",", header.getValue()))),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer.handle(exchange);
        });
        server.start();
    }

    public static RiskDesk get() {
        return ONLY;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ask";
    }

    /** From now on it answers like this, and has heard nothing. */
    public void answers(HttpHandler next) {
        heard.clear();
        answer = next;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public static HttpHandler saying(int status, String body) {
        return exchange -> say(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
