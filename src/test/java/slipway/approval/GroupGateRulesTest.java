package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals.Approval;
import slipway.approval.Approvals.Denied;
import slipway.approval.Approvals.Granted;
import slipway.approval.Approvals.Missing;
import slipway.approval.Approvals.Standing;
import slipway.approval.Approvals.Voided;
import slipway.approval.GroupGates.Verdict;
import slipway.identity.Persons;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Security and continuity decide; sofia and sofia2 are one person. */
class GroupGateRulesTest {
    private static final String SECURITY = "security-officer";
    private static final String CONTINUITY = "continuity-manager";
    private static final Actor SOFIA = new Actor("sofia");
    private static final Actor AGAIN = new Actor("sofia2");
    private static final Actor CONRAD = new Actor("conrad");

    private final Map<String, Standing> standings =
            new HashMap<>(Map.of(SECURITY, new Missing(), CONTINUITY, new Missing()));

    @Test
    void of_a_task_s_groups_the_demanded_decide_and_all_where_none_is() {
        assertThat(GroupGateRules.deciding(Set.of(SECURITY, CONTINUITY), Set.of(SECURITY, "cab")))
                .containsExactly(SECURITY);
        assertThat(GroupGateRules.deciding(Set.of(SECURITY, CONTINUITY), Set.of("cab")))
                .containsExactlyInAnyOrder(SECURITY, CONTINUITY);
    }

    @Test
    void somebody_of_two_groups_decides_for_one_that_waits() {
        assertThat(rules().free(new Actor("rita"), List.of(SECURITY, CONTINUITY)))
                .containsExactly(CONTINUITY, SECURITY);
        standings.put(CONTINUITY, granted(CONRAD));
        assertThat(rules().free(new Actor("rita"), List.of(SECURITY, CONTINUITY)))
                .containsExactly(SECURITY);
    }

    @Test
    void a_word_for_a_group_that_decides_elsewhere_counts_and_is_waited_for_here_by_nobody() {
        standings.put("cab", granted(SOFIA));
        assertThat(rules().open()).containsExactly(CONTINUITY, SECURITY);
        assertThat(refused(SOFIA, List.of(SECURITY, CONTINUITY), true, ""))
                .map(Refusal::rule)
                .contains("one-person-one-group");
    }

    @Test
    void one_person_counts_for_one_group_whatever_became_of_the_account_and_its_address() {
        standings.put(SECURITY, new Granted(approval(new Actor("gone"), "SOFIA@bank.example", true)));
        assertThat(refused(SOFIA, List.of(CONTINUITY), true, ""))
                .map(Refusal::rule)
                .contains("one-person-one-group");
        standings.put(SECURITY, new Granted(approval(CONRAD, "Sofia+old@bank.example", true)));
        for (Actor actor : List.of(SOFIA, AGAIN, CONRAD)) {
            assertThat(rules().countsElsewhere(actor, CONTINUITY))
                    .as(actor.id())
                    .isTrue();
        }
        assertThat(rules().countsElsewhere(new Actor("rita"), CONTINUITY)).isFalse();
    }

    @Test
    void who_is_in_none_of_the_groups_that_wait_reads_whom_it_waits_for() {
        standings.put(CONTINUITY, granted(CONRAD));
        assertThat(refused(new Actor("rita"), List.of(CONTINUITY), true, ""))
                .contains(Refusal.of(
                        "another-group-decides",
                        "The gate 'security approval' waits for somebody of security-officer."));
    }

    @Test
    void one_person_counts_for_one_group_by_whatever_account() {
        standings.put(SECURITY, granted(SOFIA));
        assertThat(refused(SOFIA, List.of(CONTINUITY), true, ""))
                .map(Refusal::rule)
                .contains("one-person-one-group");
        assertThat(refused(AGAIN, List.of(CONTINUITY), true, ""))
                .map(Refusal::rule)
                .contains("one-person-one-group");
        assertThat(refused(CONRAD, List.of(CONTINUITY), true, "")).isEmpty();
    }

    @Test
    void a_word_that_fell_or_was_against_counts_for_nobody_and_its_group_decides_again() {
        standings.put(SECURITY, new Voided(approval(SOFIA, true), Bound.whole(Aspect.SCOPE)));
        standings.put(CONTINUITY, new Denied(approval(CONRAD, false)));
        assertThat(rules().waiting()).containsExactly(CONTINUITY, SECURITY);
        assertThat(refused(SOFIA, List.of(CONTINUITY), true, "")).isEmpty();
    }

    @Test
    void against_a_release_needs_a_reason() {
        assertThat(refused(SOFIA, List.of(SECURITY), false, " "))
                .map(Refusal::field)
                .contains("reason");
        assertThat(refused(SOFIA, List.of(SECURITY), false, "Unsigned")).isEmpty();
        assertThat(refused(SOFIA, List.of(SECURITY), true, "")).isEmpty();
    }

    @Test
    void what_every_group_passed_is_confirmed_by_one_of_them_when_the_release_comes_back_to_it() {
        standings.put(SECURITY, granted(SOFIA));
        standings.put(CONTINUITY, granted(CONRAD));
        assertThat(refused(SOFIA, List.of(SECURITY), true, "")).isEmpty();
        assertThat(rules().free(SOFIA, List.of(SECURITY, CONTINUITY))).containsExactly(SECURITY);
        assertThat(refused(CONRAD, List.of(SECURITY), true, ""))
                .map(Refusal::rule)
                .contains("one-person-one-group");
        assertThat(refused(new Actor("rita"), List.of(), true, ""))
                .map(Refusal::rule)
                .contains("another-group-decides");
    }

    @Test
    void a_gate_is_open_until_every_group_granted_it_and_denied_by_the_newest_word() {
        assertThat(rules().verdict(Optional.empty())).isEqualTo(Verdict.OPEN);
        standings.put(SECURITY, granted(SOFIA));
        assertThat(rules().verdict(Optional.of(approval(SOFIA, true)))).isEqualTo(Verdict.OPEN);
        standings.put(CONTINUITY, new Denied(approval(CONRAD, false)));
        assertThat(rules().verdict(Optional.of(approval(CONRAD, false)))).isEqualTo(Verdict.DENIED);
        standings.put(CONTINUITY, granted(CONRAD));
        assertThat(rules().verdict(Optional.of(approval(CONRAD, true)))).isEqualTo(Verdict.GRANTED);
    }

    private Optional<Refusal> refused(Actor actor, List<String> memberships, boolean granted, String reason) {
        return rules().refused(actor, memberships, granted, reason);
    }

    private GroupGateRules rules() {
        return new GroupGateRules(
                new Gate("SECURITY_APPROVAL"),
                Set.of(SECURITY, CONTINUITY),
                standings,
                new Persons(Map.of(SOFIA, "sofia@bank.example", AGAIN, "Sofia@bank.example", CONRAD, "")));
    }

    private static Standing granted(Actor actor) {
        return new Granted(approval(actor, true));
    }

    private static Approval approval(Actor actor, boolean granted) {
        return approval(actor, "", granted);
    }

    private static Approval approval(Actor actor, String mail, boolean granted) {
        return new Approval(
                ReleaseNumber.of(2099, 1),
                new Gate("SECURITY_APPROVAL"),
                Optional.empty(),
                Optional.of(SECURITY),
                actor,
                mail,
                granted,
                "",
                Map.of(),
                Map.of(),
                Instant.EPOCH);
    }
}
