package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.file;
import static slipway.acceptance.Values.holding;

import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.library.Library.State;
import slipway.shared.Digest;

class AcceptanceCommandTest {
    private static final Map<String, Digest> SOURCES = Map.of("sources.tar", Digest.of("sources"));

    @Test
    void what_was_built_here_is_tested_as_its_sources_say() {
        assertThat(AcceptanceCommand.of(holding(State.CHECKED_IN, false, SOURCES, file("acceptance.sh", true))))
                .isEqualTo(AcceptanceCommand.IN_SOURCES);
    }

    @Test
    void a_delivery_may_bring_its_own_command() {
        assertThat(AcceptanceCommand.of(
                        holding(State.CHECKED_IN, false, Map.of(), file("codes", false), file("acceptance.sh", true))))
                .isEqualTo(AcceptanceCommand.DELIVERED);
    }

    @Test
    void without_one_that_can_be_executed_people_try_it() {
        assertThat(AcceptanceCommand.of(holding(State.CHECKED_IN, false, Map.of(), file("acceptance.sh", false))))
                .isEqualTo(AcceptanceCommand.BY_HAND);
        assertThat(AcceptanceCommand.of(holding(State.CHECKED_IN, false, Map.of(), file("doc/acceptance.sh", true))))
                .isEqualTo(AcceptanceCommand.BY_HAND);
        assertThat(AcceptanceCommand.of(holding(State.CHECKED_IN, false))).isEqualTo(AcceptanceCommand.BY_HAND);
    }
}
