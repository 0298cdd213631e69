package slipway.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredExpressionsTest {
    private static final class Owner {
        private final String secret = "kept";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "#{ currentUserGroups() }",
                "${now()}",
                "${dateTime()}",
                "${dateTime().plusDays(14)}",
                "${dateTime().minusHours(9999)}"
            })
    void a_stored_filter_may_ask_who_and_when(String expression) {
        assertThat(StoredExpressions.allow(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser().length()}",
                "${dateTime().plusDays(12345)}",
                "${dateTime().plusYears(1)}",
                "${''.getClass()}",
                "now()",
                "${now()}${now()}"
            })
    void a_stored_filter_may_ask_nothing_else(String expression) {
        assertThat(StoredExpressions.allow(expression)).isFalse();
    }

    @Test
    void what_is_kept_inside_is_read_and_what_is_not_there_is_an_error() {
        assertThat(Reflected.value(Owner.class, "secret", new Owner())).isEqualTo("kept");
        assertThatThrownBy(() -> Reflected.value(Owner.class, "other", new Owner()))
                .hasMessageContaining("has no field other");
    }
}
