package slipway.approval.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.approval.Gate;
import slipway.approval.GateRegister;
import slipway.approval.GroupGates;
import slipway.engine.Block;
import slipway.engine.TaskContext;
import slipway.release.Dossiers;
import slipway.shared.ReleaseNumber;
import slipway.testing.InsideStory;

class DecideGateTest extends InsideStory {
    private static final Gate GATE = new Gate("SECURITY_APPROVAL");

    @Autowired
    private GroupGates gates;

    @Autowired
    private GateRegister register;

    @Autowired
    private Dossiers dossiers;

    private DecideGate task;
    private ReleaseNumber release;

    @BeforeEach
    void a_release_and_a_gate_of_a_model() {
        register.enter(GATE, "Security approves");
        release = submitted();
        task = new DecideGate(gates, dossiers);
    }

    @Test
    void where_several_groups_decide_it_is_offered_to_those_who_may_and_to_the_groups_where_nobody_may() {
        assertThat(candidates("security-officer", "nobodys")).contains(Set.of("sofia"));
        done(gates.decide(release, GATE, Set.of("security-officer", "nobodys"), SOFIA, true, "", Map.of()));
        assertThat(candidates("security-officer", "nobodys")).isEmpty();
    }

    @Test
    void where_one_group_decides_it_is_offered_to_the_group() {
        assertThat(candidates("security-officer")).isEmpty();
    }

    @Test
    void a_release_needs_those_of_its_groups_that_the_gate_is_demanded_of() {
        assertThat(task.needed(release, block(Gate.GO_LIVE, "change-manager", "cab")))
                .containsExactly("change-manager");
        assertThat(task.needed(release, block(GATE, "security-officer"))).isEmpty();
    }

    @Test
    void a_task_that_names_no_gate_is_named() {
        assertThatThrownBy(() -> task.needed(release, new Block("Security approves", Set.of(), Map.of())))
                .hasMessage("the task 'Security approves' names no gate");
    }

    private Optional<Set<String>> candidates(String... groups) {
        return task.candidates(
                new TaskContext(release.value(), "1", "Task_SecurityApproves", Map.of(), block(GATE, groups)));
    }

    private static Block block(Gate gate, String... groups) {
        return new Block("Security approves", Set.of(groups), Map.of("gate", gate.id()));
    }
}
