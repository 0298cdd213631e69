package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.Refusal;

/** Who is left for a group is whoever of it did not decide for another one. */
class GroupChoiceTest {
    private static final String CONTINUITY = "continuity-manager";
    private static final String SECURITY = "security-officer";
    private static final Actor SOFIA = new Actor("sofia");
    private static final Actor CORA = new Actor("cora");

    private final Map<String, Set<Actor>> members = new HashMap<>();

    @Test
    void somebody_decides_for_the_group_that_has_nobody_else() {
        members.putAll(Map.of(CONTINUITY, Set.of(CORA, SOFIA), SECURITY, Set.of(SOFIA)));
        assertThat(choice().of(SOFIA, List.of(CONTINUITY, SECURITY))).isEqualTo(SECURITY);
        assertThat(choice().strands(SOFIA, SECURITY)).isEmpty();
    }

    @Test
    void where_others_are_left_for_each_it_is_the_first_by_name() {
        members.putAll(Map.of(CONTINUITY, Set.of(CORA, SOFIA), SECURITY, Set.of(CORA, SOFIA)));
        assertThat(choice().of(SOFIA, List.of(CONTINUITY, SECURITY))).isEqualTo(CONTINUITY);
    }

    @Test
    void a_word_that_would_leave_another_group_to_nobody_is_refused_with_the_way_out() {
        members.putAll(Map.of(CONTINUITY, Set.of(CORA, SOFIA), SECURITY, Set.of(SOFIA)));
        assertThat(choice().strands(SOFIA, CONTINUITY))
                .contains(Refusal.of(
                        "strands-later-gate",
                        "Then nobody of the group security-officer could pass the gate 'security approval', where one"
                                + " person counts for one group. Let somebody else of continuity-manager decide, or have"
                                + " a member added to security-officer."));
        assertThat(choice().strands(CORA, CONTINUITY)).isEmpty();
    }

    @Test
    void a_group_that_nobody_is_left_of_already_stands_in_no_ones_way() {
        members.putAll(Map.of(CONTINUITY, Set.of(SOFIA), SECURITY, Set.of()));
        assertThat(choice().of(SOFIA, List.of(CONTINUITY))).isEqualTo(CONTINUITY);
        assertThat(choice().strands(SOFIA, CONTINUITY)).isEmpty();
    }

    @Test
    void whoever_decides_for_one_of_two_groups_that_wait_for_them_alone_takes_nothing_away() {
        members.putAll(Map.of("auditor", Set.of(SOFIA), CONTINUITY, Set.of(CORA), SECURITY, Set.of(SOFIA)));
        GroupChoice choice = choice(Set.of("auditor", CONTINUITY, SECURITY), this::eachOnce);
        assertThat(choice.strands(SOFIA, SECURITY)).isEmpty();
        assertThat(choice.strands(SOFIA, CONTINUITY))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("Then nobody of the group auditor"));
    }

    /** One after the other, each with a person of its own. */
    private List<OpenGate> eachOnce(List<OpenGate> gates) {
        Set<Actor> used = new HashSet<>();
        return gates.stream()
                .filter(gate -> members.getOrDefault(gate.group(), Set.of()).stream()
                        .anyMatch(member -> !gate.decided().contains(member) && used.add(member)))
                .toList();
    }

    private GroupChoice choice() {
        return choice(
                Set.of(CONTINUITY, SECURITY),
                gates -> gates.stream().filter(this::left).toList());
    }

    private static GroupChoice choice(Set<String> groups, UnaryOperator<List<OpenGate>> passable) {
        Map<String, Standing> standings =
                groups.stream().collect(Collectors.toMap(group -> group, group -> new Missing()));
        return new GroupChoice(
                new GroupGateRules(new Gate("SECURITY_APPROVAL"), groups, standings, new Persons(Map.of())), passable);
    }

    private boolean left(OpenGate gate) {
        return members.getOrDefault(gate.group(), Set.of()).stream()
                .anyMatch(member -> !gate.decided().contains(member));
    }
}
