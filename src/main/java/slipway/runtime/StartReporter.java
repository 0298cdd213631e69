package slipway.runtime;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import slipway.runtime.postgres.ServerFailed;

/** Says in one sentence why Slipway does not start; what it does not know is left to Spring Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartReporter implements SpringBootExceptionReporter {
    private static final String DISK_FULL = "No space left on device";

    StartReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (Running.ending()) {
            return true;
        }
        Optional<String> sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Optional<String> found = of(each);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> of(Throwable failure) {
        return switch (failure) {
            case StartRefused refused -> Optional.of(refused.sentence());
            case PortInUseException port ->
                Optional.of("Port " + port.getPort()
                        + " is taken: stop what listens there, or choose another one with server.port.");
            case Throwable full
            when String.valueOf(full.getMessage()).contains(DISK_FULL) ->
                Optional.of("The disk is full: make room where Slipway keeps its data (slipway.data) and start again.");
            case ServerFailed server ->
                Optional.of("Slipway's own PostgreSQL does not start: "
                        + server.said().lines().filter(line -> !line.isBlank()).reduce("", (one, other) -> other));
            default -> Optional.empty();
        };
    }
}
