package slipway.event;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How often readers look for new events. */
@ConfigurationProperties("slipway.events")
@Validated
public record EventSettings(
        @DurationMin(millis = 50) @DefaultValue("PT1S") Duration poll) {}
