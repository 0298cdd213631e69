package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import slipway.shared.Refusal;

class HandlingTest {

    @Test
    void a_command_without_a_row_is_refused() {
        assertThat(CommandTable.read().of(String.class)).isEqualTo(Handling.UNKNOWN);
        assertThat(Handling.UNKNOWN.refusal()).isPresent();
    }

    @Test
    void a_command_is_handled_as_its_row_says() throws ClassNotFoundException {
        Class<?> claim = Class.forName("org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd");

        assertThat(CommandTable.read().of(claim)).isEqualTo(Handling.CLAIM);
    }

    @Test
    void each_handling_is_used() {
        Set<Handling> used = new TreeSet<>(CommandTable.read().rows().values());
        used.add(Handling.UNKNOWN);
        assertThat(used).containsExactlyInAnyOrder(Handling.values());
    }

    @Test
    void who_is_refused_without_looking_further_reads_rule_and_reason() {
        assertThat(Handling.NO_BATCHES.refusal())
                .contains(Refusal.of("no-batches", "batches are not used here; act on the one release"));
        assertThat(Handling.MOVED_BY_MODEL.rule()).isEqualTo("moved-by-model");
    }
}
