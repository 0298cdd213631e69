package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandTableTest {

    @Test
    void every_command_of_the_engine_has_a_row_and_every_row_names_a_command() {
        Set<String> commands = EngineCommands.all();
        assertThat(commands).hasSizeGreaterThan(350);
        assertThat(CommandTable.read().rows().keySet()).containsExactlyInAnyOrderElementsOf(commands);
    }
}
