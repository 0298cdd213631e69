package slipway.site;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How work at sites is done here: not at all, by how many threads for each kind, how often orders are looked for and for
 * how long one is held before a heartbeat must extend it.
 */
@Validated
@ConfigurationProperties("slipway.site")
public record SiteSettings(
        @DefaultValue("true") boolean active,
        @DefaultValue("2") @Min(1) @Max(64) int restoreThreads,
        @DefaultValue("2") @Min(1) @Max(64) int installThreads,
        @DefaultValue("2") @Min(1) @Max(64) int inventoryThreads,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("20s") Duration lease) {
    public SiteSettings {
        if (poll.toMillis() < 100 || lease.toMillis() < 10 * poll.toMillis()) {
            throw new IllegalArgumentException(
                    "slipway.site.poll must be at least 100 ms and slipway.site.lease at least ten times as long");
        }
    }

    int threads(Order.Kind kind) {
        return switch (kind) {
            case RESTORE -> restoreThreads;
            case INSTALL -> installThreads;
            case INVENTORY -> inventoryThreads;
        };
    }
}
