package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.shared.UnitId;

class TestVariablesTest {
    @Test
    void a_variable_is_called_like_its_unit() {
        assertThat(TestVariables.of(new UnitId("payment-file"))).isEqualTo("PAYMENT_FILE");
        assertThat(TestVariables.of(new UnitId("iban2"))).isEqualTo("IBAN2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "home", "installation", "version", "usr", "tmp", "workspace", "lang"})
    void no_unit_takes_a_name_that_the_command_or_the_sandbox_needs(String unit) {
        assertThat(TestVariables.of(new UnitId(unit))).endsWith("_").isEqualToIgnoringCase(unit + "_");
    }
}
