package slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slipway.shared.ReleaseNumber;

/** What tasks and work see of their process. */
class ContextTest {
    private static final ProcessVariable<Integer> WAVE = new ProcessVariable<>("wave", Integer.class);
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 42);

    @Test
    void a_task_is_of_the_release_of_its_business_key() {
        assertThat(task("REL-2026-0042", Map.of()).release()).isEqualTo(RELEASE);
        assertThatIllegalStateException()
                .isThrownBy(() -> task(null, Map.of()).release())
                .withMessageContaining("task Task_ConfirmWave has no business key");
    }

    @Test
    void a_variable_comes_in_its_type_or_not_at_all() {
        assertThat(task("REL-2026-0042", Map.of("wave", 2)).get(WAVE)).isEqualTo(2);
        assertThat(order(Map.of("wave", 2)).get(WAVE)).isEqualTo(2);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of(), Map.of("wave", "2"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> task("REL-2026-0042", wrong).get(WAVE))
                    .withMessageContaining("lacks process variable 'wave'");
            assertThatThrownBy(() -> order(wrong).get(WAVE))
                    .isInstanceOf(TerminalFailure.class)
                    .hasMessageContaining("work order key-1 lacks process variable 'wave'");
        }
    }

    @Test
    void recording_keeps_the_routing_facts_that_it_was_given() {
        assertThat(UserTask.Recorded.nothing().routing()).isEmpty();
        assertThat(UserTask.Recorded.with("passed", true).routing()).isEqualTo(Map.of("passed", true));
    }

    @Test
    void a_task_shows_no_facts_and_is_offered_to_its_groups_unless_it_says_more() {
        UserTask silent = (task, submission) -> UserTask.Recorded.nothing();
        assertThat(silent.facts(task("REL-2026-0042", Map.of()))).isEmpty();
        assertThat(silent.candidates(task("REL-2026-0042", Map.of()))).isEmpty();
        assertThat(silent.needed(RELEASE, new Block("Confirm wave", Set.of("cab"), Map.of())))
                .containsExactly("cab");
        assertThat(silent.contract(Block.NONE)).isEqualTo(Contract.NOTHING);
    }

    @Test
    void work_that_came_to_nothing_is_recorded_and_throws_its_error() {
        List<String> recorded = new ArrayList<>();
        Work.Finish finish = Work.Finish.throwing("BuildFailed", () -> recorded.add("no compiler"));

        assertThat(finish.error()).contains("BuildFailed");
        assertThat(finish.record()).isEmpty();
        assertThat(recorded).containsExactly("no compiler");
    }

    @Test
    void the_system_scope_ends_where_it_began_however_deep_and_however_it_ends() {
        assertThat(SystemScope.active()).isFalse();
        String said = SystemScope.call(() -> {
            SystemScope.run(() -> assertThat(SystemScope.active()).isTrue());
            assertThat(SystemScope.active()).as("after the inner one").isTrue();
            return "done";
        });
        assertThat(said).isEqualTo("done");
        assertThat(SystemScope.active()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> SystemScope.run(() -> {
                    throw new IllegalStateException("it failed");
                }));
        assertThat(SystemScope.active()).as("after a failure").isFalse();
    }

    private static TaskContext task(@Nullable String release, Map<String, Object> variables) {
        return new TaskContext(release, "id", "Task_ConfirmWave", variables);
    }

    private static WorkOrder order(Map<String, Object> variables) {
        return new WorkOrder("key-1", RELEASE, variables);
    }
}
