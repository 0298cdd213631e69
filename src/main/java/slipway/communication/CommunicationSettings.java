package slipway.communication;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Who notices come from, how long a mail server may be silent, and when the outbox is emptied and tried again. */
@ConfigurationProperties("slipway.communication")
@Validated
public record CommunicationSettings(
        @NotBlank @Email @DefaultValue("slipway@localhost") String sender,
        @DurationMin(millis = 50) @DefaultValue("PT20S") Duration patience,
        @DurationMin(millis = 50) @DefaultValue("PT0.5S") Duration poll,
        @DurationMin(millis = 100) @DefaultValue("PT10S") Duration firstRetry,
        @DurationMin(millis = 100) @DefaultValue("PT1H") Duration longestRetry) {

    /** How long to wait after that many failed attempts: twice as long each time, up to the longest. */
    Duration retryAfter(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
