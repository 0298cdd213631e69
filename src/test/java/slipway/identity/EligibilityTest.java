package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slipway.identity.Duties.OpenGate;
import slipway.shared.Actor;

class EligibilityTest {
    private static final OpenGate TEST = new OpenGate(Duty.TESTER, "test-manager");
    private static final OpenGate ACCEPT = new OpenGate(Duty.ACCEPTOR, "service-owner");
    private static final OpenGate INSTALL = new OpenGate(Duty.IMPLEMENTER, "deployment-engineer");
    private static final OpenGate AUTHORISE = new OpenGate(Duty.AUTHORISER, "change-manager");

    @Test
    void one_assignment_over_all_gates_is_found_when_the_first_choice_would_block() {
        var eligibility = eligibility(Map.of(), Map.of("test-manager", "ann bob", "service-owner", "ann"));
        assertThat(eligibility.stuckAt(List.of(TEST, ACCEPT))).isEmpty();
    }

    @Test
    void whoever_is_tried_first_a_choice_that_blocks_is_taken_back() {
        for (String acceptor : List.of("ann", "bob")) {
            var eligibility = eligibility(Map.of(), Map.of("test-manager", "ann bob", "service-owner", acceptor));
            assertThat(eligibility.stuckAt(List.of(TEST, ACCEPT))).as(acceptor).isEmpty();
        }
    }

    @Test
    void where_groups_decide_at_one_gate_each_needs_a_person_of_its_own_who_did_not_decide_there() {
        OpenGate security = new OpenGate(Duty.AUTHORISER, "security-officer", "SECURITY", Set.of());
        OpenGate continuity = new OpenGate(Duty.AUTHORISER, "continuity-manager", "SECURITY", Set.of());
        var lone = eligibility(Map.of(), Map.of("security-officer", "ann", "continuity-manager", "ann"));
        assertThat(lone.stuckAt(List.of(security, continuity))).contains(continuity);
        assertThat(lone.stuckAt(List.of(
                        security, new OpenGate(Duty.AUTHORISER, "continuity-manager", "ANOTHER", Set.of()), AUTHORISE)))
                .contains(AUTHORISE);
        var two = eligibility(Map.of(), Map.of("security-officer", "ann bob", "continuity-manager", "ann"));
        assertThat(two.stuckAt(List.of(security, continuity))).isEmpty();
        OpenGate decided = new OpenGate(Duty.AUTHORISER, "continuity-manager", "SECURITY", Set.of(new Actor("ann")));
        assertThat(two.stuckAt(List.of(decided))).contains(decided);
    }

    @Test
    void one_person_cannot_test_and_accept() {
        var eligibility = eligibility(Map.of(), Map.of("test-manager", "ann", "service-owner", "ann"));
        assertThat(eligibility.stuckAt(List.of(TEST, ACCEPT))).contains(ACCEPT);
    }

    @Test
    void who_built_can_neither_test_nor_accept() {
        var eligibility = eligibility(
                Map.of(Duty.BUILDER, Set.of(new Actor("ann"))), Map.of("test-manager", "ann", "service-owner", "bob"));
        assertThat(eligibility.stuckAt(List.of(TEST, ACCEPT))).contains(TEST);
    }

    @Test
    void the_requester_is_no_authoriser_but_another_member_is() {
        Map<Duty, Set<Actor>> past = Map.of(Duty.REQUESTER, Set.of(new Actor("mara")));
        assertThat(eligibility(past, Map.of("change-manager", "mara carl")).stuckAt(List.of(AUTHORISE)))
                .isEmpty();
        assertThat(eligibility(past, Map.of("change-manager", "mara")).stuckAt(List.of(AUTHORISE)))
                .contains(AUTHORISE);
    }

    @Test
    void an_empty_group_is_a_gate_nobody_may_pass() {
        assertThat(eligibility(Map.of(), Map.of()).stuckAt(List.of(AUTHORISE))).contains(AUTHORISE);
    }

    @Test
    void who_authorised_or_built_does_not_install_by_hand() {
        for (Duty past : List.of(Duty.AUTHORISER, Duty.BUILDER, Duty.AUDITOR)) {
            Map<Duty, Set<Actor>> acts = Map.of(past, Set.of(new Actor("dana")));
            assertThat(eligibility(acts, Map.of("deployment-engineer", "dana")).stuckAt(List.of(INSTALL)))
                    .as(past.name())
                    .contains(INSTALL);
            assertThat(eligibility(acts, Map.of("deployment-engineer", "dana dora"))
                            .stuckAt(List.of(INSTALL)))
                    .as(past.name())
                    .isEmpty();
        }
    }

    @Test
    void exactly_these_duties_exclude_one_another() {
        assertThat(Stream.of(Duty.values())
                        .flatMap(one -> Stream.of(Duty.values())
                                .filter(other -> one.compareTo(other) <= 0 && one.excludes(other))
                                .map(other -> one + " " + other)))
                .containsExactlyInAnyOrder(
                        "REQUESTER AUTHORISER",
                        "BUILDER TESTER",
                        "BUILDER ACCEPTOR",
                        "BUILDER IMPLEMENTER",
                        "TESTER ACCEPTOR",
                        "AUTHORISER IMPLEMENTER",
                        "IMPLEMENTER AUDITOR");
    }

    @Test
    void exclusion_is_symmetric() {
        for (Duty one : Duty.values()) {
            for (Duty other : Duty.values()) {
                assertThat(one.excludes(other)).isEqualTo(other.excludes(one));
            }
        }
    }

    private static Eligibility eligibility(Map<Duty, Set<Actor>> past, Map<String, String> members) {
        return new Eligibility(
                past,
                group -> Stream.of(members.getOrDefault(group, "").split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Actor::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
