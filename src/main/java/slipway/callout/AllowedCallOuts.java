package slipway.callout;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import slipway.engine.ProcessVariable;

/** Where the operator lets models call out to, each by its name. Models only name them: no address comes from elsewhere. */
@ConfigurationProperties("slipway")
public record AllowedCallOuts(@DefaultValue Map<String, Destination> callOuts) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int SHORTEST_SECRET = 16;

    /** One address, the secret that both sides know, and how long an answer may take. */
    public record Destination(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,
            @DefaultValue("30s") Duration timeout) {
        URI address() {
            return URI.create(url);
        }

        /** Without the secret, wherever it is printed. */
        @Override
        public String toString() {
            return url;
        }
    }

    public AllowedCallOuts {
        callOuts.forEach((name, destination) -> {
            String setting = "slipway.call-outs." + name;
            require(ProcessVariable.canBeNamed(name), setting + ": the name " + ProcessVariable.OF_WORDS);
            require(
                    isSafe(destination.url()),
                    setting + ".url must be an https address of a host, or http of this machine itself");
            require(
                    destination.secret().length() >= SHORTEST_SECRET,
                    setting + ".secret must have at least " + SHORTEST_SECRET + " characters");
            require(
                    destination.timeout().isPositive() && destination.timeout().compareTo(LONGEST) <= 0,
                    setting + ".timeout must be more than nothing and at most " + LONGEST.toMinutes() + " minutes");
        });
        callOuts = Map.copyOf(callOuts);
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isSafe(String url) {
        try {
            URI address = URI.create(url);
            boolean plain = address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null;
            return plain
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost()));
        } catch (IllegalArgumentException e) {
            // No address at all.
            return false;
        }
    }

    public Optional<Destination> destination(String name) {
        return Optional.ofNullable(callOuts.get(name));
    }

    /** Why nobody is called by that name here; the sentence names the way out. */
    public String unknown(String name) {
        return "'" + name + "' is none of those whom the operator lets models call, who are "
                + (callOuts.isEmpty() ? "none" : String.join(", ", new TreeMap<>(callOuts).keySet()))
                + "; name one of them, or have slipway.call-outs." + name + ".url set";
    }
}
