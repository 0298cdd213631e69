package slipway.communication;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import slipway.shared.ReleaseNumber;

/** Where people reach this installation: {@code slipway.base-url}. */
@ConfigurationProperties("slipway")
@Validated
public record PublicAddress(
        @NotNull @DefaultValue("http://localhost:8080") URI baseUrl) {

    public PublicAddress {
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException("slipway.base-url '" + baseUrl + "' names no host");
        }
    }

    /** A Tasklist address that shows the reader's tasks of that release. */
    String tasksOf(ReleaseNumber release) {
        String search = """
                [{"type":"processInstanceBusinessKey","operator":"eq","value":"%s","name":""}]""".formatted(release);
        return baseUrl.toString().replaceAll("/+$", "") + "/camunda/app/tasklist/default/#/?searchQuery="
                + URLEncoder.encode(search, StandardCharsets.UTF_8);
    }
}
