package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTest {

    static List<Object> plain() {
        return List.of("GO", 3, 4L, true, Date.from(Instant.EPOCH));
    }

    static List<Object> documents() {
        return List.of(List.of("GO"), Map.of("a", 1), 1.5, Instant.EPOCH, new byte[] {1});
    }

    @ParameterizedTest
    @MethodSource("plain")
    void a_process_carries_plain_facts(Object fact) {
        assertThat(Routing.checked(Map.of("fact", fact))).containsEntry("fact", fact);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_process_carries_no_documents(Object document) {
        assertThatThrownBy(() -> Routing.checked(Map.of("fact", document))).hasMessageContaining("routing fact 'fact'");
    }

    @Test
    void nothing_is_carried_as_nothing() {
        assertThat(Routing.checked(Map.of())).isEmpty();
    }
}
