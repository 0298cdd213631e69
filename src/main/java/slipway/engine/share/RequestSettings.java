package slipway.engine.share;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How often one visitor may ask, how often passwords may be tried from one address, and how long a request waits. */
@Validated
@ConfigurationProperties("slipway.requests")
record RequestSettings(
        @DefaultValue("30") @Min(1) int perSecond,
        @DefaultValue("120") @Min(1) int loginsPerMinute,
        @DefaultValue("5s") Duration patience) {}
