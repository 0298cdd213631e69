package slipway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Somebody who reaches the running product over HTTP: nobody, a program with a password, or a person in Tasklist. */
public final class Visitor {
    private final String base;
    private final @Nullable String basic;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    private Visitor(int port, @Nullable String basic, HttpClient.Builder client) {
        this.base = "http://localhost:" + port;
        this.basic = basic;
        this.client = client.cookieHandler(cookies).build();
    }

    private Visitor(int port, @Nullable String basic) {
        this(port, basic, HttpClient.newBuilder());
    }

    public static Visitor nobody(int port) {
        return new Visitor(port, null);
    }

    /** Nobody yet, from another address of the loopback network, as in {@code 127.0.0.9}. */
    public static Visitor from(String address, int port) {
        return new Visitor(port, null, HttpClient.newBuilder().localAddress(address(address)));
    }

    /** With HTTP Basic on every request, from such an address. */
    public static Visitor from(String address, int port, String user, String password) {
        return new Visitor(port, basic(user, password), HttpClient.newBuilder().localAddress(address(address)));
    }

    /** With HTTP Basic on every request. */
    public static Visitor program(int port, String user, String password) {
        return new Visitor(port, basic(user, password));
    }

    private static String basic(String user, String password) {
        String credentials = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Logged in to Tasklist, with its session and its token against forged requests. */
    public static Visitor person(int port, String user, String password) {
        Visitor person = new Visitor(port, null);
        HttpResponse<String> login = person.logIn(user, password);
        if (login.statusCode() != 200) {
            throw new IllegalStateException(user + " could not log in: " + login.statusCode() + " " + login.body());
        }
        // The session is a new one, so its token is too.
        person.get("/camunda/app/tasklist/default/");
        return person;
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> logIn(String user, String password) {
        get("/camunda/app/tasklist/default/");
        return send(request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username="
                        + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8))));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Any other request; headers of this visitor are set. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json, */*");
        if (basic != null) {
            request.header("Authorization", basic);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .forEach(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Reads the answer and keeps its status only: large ones of many visitors would fill the memory of a test. */
    public int status(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
