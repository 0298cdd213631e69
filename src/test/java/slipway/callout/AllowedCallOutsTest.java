package slipway.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import slipway.callout.AllowedCallOuts.Destination;

class AllowedCallOutsTest {
    private static final String SECRET = "sixteen letters.";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void a_destination_is_found_by_exactly_its_name() {
        AllowedCallOuts allowed = new Binder(new MapConfigurationPropertySource(Map.of(
                        "slipway.call-outs.risk-desk.url",
                        "https://risk.example/ask",
                        "slipway.call-outs.risk-desk.secret",
                        SECRET)))
                .bindOrCreate("slipway", AllowedCallOuts.class);
        assertThat(allowed.destination("risk-desk"))
                .contains(new Destination("https://risk.example/ask", SECRET, SOON));
        assertThat(allowed.destination("risk")).isEmpty();
        assertThat(allowed.unknown("risk")).contains("who are risk-desk;", "slipway.call-outs.risk.url");
        assertThat(allowed.toString()).as("wherever it is printed").doesNotContain(SECRET);
    }

    @Test
    void nobody_is_called_unless_somebody_says_so() {
        assertThat(new AllowedCallOuts(Map.of()).unknown("risk")).contains("who are none;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://risk.example",
                "https://10.0.0.7:8443/ask",
                "http://localhost:99/a",
                "http://127.0.0.1/",
                "http://[::1]:80/"
            })
    void what_is_closed_or_stays_on_this_machine_may_be_called(String url) {
        assertThat(with(url, SECRET, SOON).destination("desk")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "risk.example", "http://risk.example/", "http://127.0.0.2.example/", "ftp://risk.example/",
                "file:///etc/passwd", "https://me@risk.example/", "https:///ask", "https://risk.example/#x",
                        "https://a b/"
            })
    void any_other_address_stops_the_start(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(url, SECRET, SOON))
                .withMessageStartingWith("slipway.call-outs.desk.url must be an https address");
    }

    @Test
    void so_do_a_short_secret_and_a_patience_without_measure_and_neither_is_told() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("https://risk.example", "fifteen letters", SOON))
                .withMessage("slipway.call-outs.desk.secret must have at least 16 characters");
        for (Duration odd : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(11)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with("https://risk.example", SECRET, odd))
                    .withMessageStartingWith("slipway.call-outs.desk.timeout");
        }
        assertThat(with("https://risk.example", SECRET, Duration.ofMinutes(10)).callOuts())
                .hasSize(1);
    }

    @Test
    void so_does_a_name_that_no_variable_can_be_named_after() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AllowedCallOuts(Map.of("Risk_Desk", new Destination("https://risk.example", SECRET, SOON))))
                .withMessageContaining("the name must be lower case words");
    }

    private static AllowedCallOuts with(String url, String secret, Duration timeout) {
        return new AllowedCallOuts(Map.of("desk", new Destination(url, secret, timeout)));
    }
}
