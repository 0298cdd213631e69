package slipway.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import slipway.check.AllowedChecks.Command;

class AllowedChecksTest {
    @Test
    void a_command_is_found_by_exactly_its_name() {
        AllowedChecks allowed = bound(Map.of("slipway.checks.load-test.command", "./load"));
        assertThat(allowed.command("load-test")).contains("./load");
        assertThat(allowed.command("load")).isEmpty();
        assertThat(allowed.unknown("load")).contains("which are load-test;", "slipway.checks.load.command");
    }

    @Test
    void nothing_is_allowed_unless_somebody_says_so() {
        AllowedChecks none = bound(Map.of());
        assertThat(none.checks()).isEmpty();
        assertThat(none.unknown("load")).contains("which are none;");
    }

    @Test
    void a_check_without_a_command_stops_the_start() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedChecks(Map.of("load", new Command(" "))))
                .withMessage("slipway.checks.load.command is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Load", "load--test", "load_test", "-load", "load-", "1load", "load-2"})
    void a_name_that_no_variable_can_be_named_after_stops_the_start(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedChecks(Map.of(name, new Command("true"))))
                .withMessageContaining("the name '" + name + "'");
    }

    private static AllowedChecks bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("slipway", AllowedChecks.class);
    }
}
