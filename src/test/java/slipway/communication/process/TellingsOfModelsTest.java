package slipway.communication.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;

class TellingsOfModelsTest {
    private static final Map<String, String> SAID =
            Map.of("audience", "cab, requester", "subject", "Soon", "text", "Be there.\nAll of you.");

    @Test
    void a_notice_goes_to_somebody_who_is_known_and_says_something() {
        assertThat(rules("tellPeople", SAID, false)).isEmpty();
        assertThat(rules("tellPeople", with("audience", " , "), false)).containsExactly("tells-somebody");
        assertThat(rules("tellPeople", with("audience", "cab, the-board"), false))
                .containsExactly("tells-somebody");
        assertThat(rules("tellPeople", with("subject", " "), false)).containsExactly("tells-something");
        assertThat(rules("tellPeople", with("subject", "Soon\nor later"), false))
                .containsExactly("tells-something");
        assertThat(rules("tellPeople", with("text", ""), false)).containsExactly("tells-something");
    }

    @Test
    void a_reminder_and_an_escalation_come_from_a_timer_at_a_task() {
        assertThat(rules("remindPeople", Map.of(), true)).isEmpty();
        assertThat(rules("remindPeople", Map.of(), false)).containsExactly("reminds-of-a-task");
        assertThat(rules("escalateTask", Map.of("to", "it-manager"), true)).isEmpty();
        assertThat(rules("escalateTask", Map.of("to", "it-manager"), false)).containsExactly("reminds-of-a-task");
        assertThat(rules("escalateTask", Map.of("to", "nobody"), true)).containsExactly("tells-somebody");
        assertThat(rules("escalateTask", Map.of(), true)).containsExactly("tells-somebody");
    }

    @Test
    void other_steps_tell_nothing() {
        assertThat(rules("recordAudit", Map.of(), false)).isEmpty();
    }

    private static Map<String, String> with(String property, String value) {
        Map<String, String> said = new java.util.HashMap<>(SAID);
        said.put(property, value);
        return said;
    }

    private static List<String> rules(String bean, Map<String, String> properties, boolean overdue) {
        DrawnTask step = new DrawnTask("a.bpmn", "Task_Tell", "Tell the board", bean, properties, overdue);
        return new TellingsOfModels()
                .check(new DrawnModels(Set.of(), List.of(), List.of(), List.of(step), List.of(), List.of())).stream()
                        .map(Finding::rule)
                        .toList();
    }
}
