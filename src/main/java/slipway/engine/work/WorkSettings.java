package slipway.engine.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long work is done here: not at all, by how many threads, how often it is looked for and for how long an order is
 * locked before a heartbeat must extend it.
 */
@Validated
@ConfigurationProperties("slipway.work")
record WorkSettings(
        @DefaultValue("true") boolean active,
        @DefaultValue("2") @Min(1) @Max(64) int threads,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("20s") Duration lock) {
    WorkSettings {
        if (poll.toMillis() < 100 || lock.toMillis() < 10 * poll.toMillis()) {
            throw new IllegalArgumentException(
                    "slipway.work.poll must be at least 100 ms and slipway.work.lock at least ten times as long");
        }
    }
}
