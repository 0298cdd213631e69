package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CommandTableTest {

    @Test
    void every_command_of_the_engine_has_a_row_and_every_row_names_a_command() {
        Set<String> commands = EngineCommands.all();
        assertThat(commands).hasSizeGreaterThan(350);
        assertThat(CommandTable.read().rows().keySet()).containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void a_command_without_a_row_is_refused() {
        assertThat(CommandTable.read().of(String.class)).isEqualTo(Handling.UNKNOWN);
        assertThat(Handling.UNKNOWN.refusal()).isPresent();
    }

    @Test
    void each_handling_is_used() {
        Set<Handling> used = new TreeSet<>(CommandTable.read().rows().values());
        used.add(Handling.UNKNOWN);
        assertThat(used).containsExactlyInAnyOrder(Handling.values());
    }
}
