package slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.identity.Duties.OpenGate;
import slipway.identity.DutyRules.Deed;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

class DutyRulesTest {
    private static final Actor ANN = new Actor("ann");
    private static final Actor BOB = new Actor("bob");
    private static final Actor SECOND = new Actor("ann2");
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2026, 7);
    private static final Persons PERSONS =
            new Persons(Map.of(ANN, "ann@bank.example", SECOND, "Ann+x@bank.example", BOB, ""));
    private static final OpenGate ACCEPT = new OpenGate(Duty.ACCEPTOR, "service-owner");
    private static final Map<Duty, Set<Actor>> NOTHING = Map.of();

    @Test
    void who_did_what_excludes_a_duty_is_barred_from_it_in_words_that_name_both() {
        assertThat(rules(Map.of(Duty.BUILDER, Set.of(ANN)), Map.of()).barred(Duty.TESTER, ANN))
                .contains(Refusal.of(
                        "separation-of-duties",
                        "ann acted as builder of release REL-2026-0007 and may not also act as tester."
                                + " Somebody else of the role must do it."));
    }

    @Test
    void others_are_not_barred_nor_is_the_same_person_from_a_duty_that_goes_with_it() {
        DutyRules rules = rules(Map.of(Duty.BUILDER, Set.of(ANN)), Map.of());

        assertThat(rules.barred(Duty.TESTER, BOB)).isEmpty();
        assertThat(rules.barred(Duty.AUTHORISER, ANN)).isEmpty();
        assertThat(rules(NOTHING, Map.of()).barred(Duty.TESTER, ANN)).isEmpty();
    }

    @Test
    void a_gate_that_everybody_of_its_group_is_barred_from_is_named() {
        DutyRules rules = rules(Map.of(Duty.TESTER, Set.of(ANN)), Map.of("service-owner", Set.of(ANN)));

        assertThat(rules.unsatisfiable(List.of(ACCEPT)))
                .contains(Refusal.of(
                        "gate-nobody-may-pass",
                        "Then nobody of the group service-owner could act as acceptor without breaking the separation of"
                                + " duties. Add a member to the group or let somebody else act."));
        assertThat(rules(NOTHING, Map.of("service-owner", Set.of(ANN))).unsatisfiable(List.of(ACCEPT)))
                .isEmpty();
    }

    @Test
    void the_last_who_could_accept_strands_the_acceptance_by_testing() {
        DutyRules one = rules(NOTHING, Map.of("service-owner", Set.of(ANN)));
        DutyRules two = rules(NOTHING, Map.of("service-owner", Set.of(ANN, BOB)));

        assertThat(one.strands(Duty.TESTER, ANN, List.of(ACCEPT)))
                .map(Refusal::rule)
                .contains("strands-later-gate");
        assertThat(one.strands(Duty.TESTER, BOB, List.of(ACCEPT))).isEmpty();
        assertThat(two.strands(Duty.TESTER, ANN, List.of(ACCEPT))).isEmpty();
    }

    @Test
    void what_others_did_in_the_same_duty_counts_on() {
        DutyRules rules = rules(Map.of(Duty.TESTER, Set.of(BOB)), Map.of("service-owner", Set.of(ANN, BOB)));

        assertThat(rules.strands(Duty.TESTER, ANN, List.of(ACCEPT)))
                .map(Refusal::rule)
                .contains("strands-later-gate");
    }

    @Test
    void what_others_did_in_other_duties_counts_on() {
        DutyRules rules = rules(Map.of(Duty.BUILDER, Set.of(BOB)), Map.of("service-owner", Set.of(ANN, BOB)));

        assertThat(rules.strands(Duty.TESTER, ANN, List.of(ACCEPT)))
                .map(Refusal::rule)
                .contains("strands-later-gate");
        assertThat(rules.unsatisfiable(List.of(ACCEPT))).isEmpty();
    }

    @Test
    void nobody_strands_a_gate_that_is_stuck_already_and_asking_changes_nothing() {
        DutyRules stuck = rules(Map.of(Duty.TESTER, Set.of(ANN)), Map.of("service-owner", Set.of(ANN)));
        assertThat(stuck.strands(Duty.TESTER, ANN, List.of(ACCEPT))).isEmpty();

        DutyRules rules = rules(NOTHING, Map.of("service-owner", Set.of(ANN)));
        assertThat(rules.strands(Duty.TESTER, ANN, List.of(ACCEPT))).isPresent();
        assertThat(rules.unsatisfiable(List.of(ACCEPT))).isEqualTo(Optional.empty());
    }

    @Test
    void a_gate_that_nobody_may_pass_already_hides_no_other_that_would_be_stranded() {
        DutyRules rules = rules(NOTHING, Map.of("service-owner", Set.of(ANN)));
        OpenGate nobodys = new OpenGate(Duty.AUTHORISER, "nobody");

        for (List<OpenGate> gates : List.of(List.of(nobodys, ACCEPT), List.of(ACCEPT, nobodys))) {
            assertThat(rules.strands(Duty.TESTER, ANN, gates))
                    .map(Refusal::reason)
                    .hasValueSatisfying(said -> assertThat(said).contains("service-owner"));
            assertThat(rules.passable(gates)).containsExactly(ACCEPT);
        }
    }

    @Test
    void who_decided_at_a_gate_is_no_other_there_by_a_second_account() {
        OpenGate decided = new OpenGate(Duty.AUTHORISER, "cab", "SECURITY", Set.of(SECOND));

        assertThat(rules(NOTHING, Map.of("cab", Set.of(ANN))).unsatisfiable(List.of(decided)))
                .isPresent();
        assertThat(rules(NOTHING, Map.of("cab", Set.of(ANN, BOB))).unsatisfiable(List.of(decided)))
                .isEmpty();
    }

    @Test
    void a_second_account_with_the_same_mail_address_is_the_same_person() {
        DutyRules rules = rules(Map.of(Duty.REQUESTER, Set.of(ANN)), Map.of("change-manager", Set.of(SECOND)));

        assertThat(rules.barred(Duty.AUTHORISER, SECOND))
                .map(Refusal::reason)
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("ann2 has the mail address of ann, who acted as requester of release"));
        assertThat(rules.unsatisfiable(List.of(new OpenGate(Duty.AUTHORISER, "change-manager"))))
                .isPresent();
        assertThat(rules(NOTHING, Map.of("service-owner", Set.of(ANN, SECOND)))
                        .strands(Duty.TESTER, SECOND, List.of(ACCEPT)))
                .isPresent();
    }

    @Test
    void who_acted_with_both_accounts_is_told_what_this_one_did() {
        List<Deed> deeds = List.of(new Deed(Duty.BUILDER, ANN, ""), new Deed(Duty.BUILDER, SECOND, ""));

        for (List<Deed> either : List.of(deeds, deeds.reversed())) {
            DutyRules rules = new DutyRules(RELEASE, either, PERSONS, group -> Set.of());
            assertThat(rules.barred(Duty.TESTER, ANN))
                    .map(Refusal::reason)
                    .hasValueSatisfying(said -> assertThat(said).startsWith("ann acted"));
            assertThat(rules.barred(Duty.TESTER, SECOND))
                    .map(Refusal::reason)
                    .hasValueSatisfying(said -> assertThat(said).startsWith("ann2 acted"));
        }
    }

    @Test
    void an_address_that_was_changed_since_still_bars_who_has_it_now_and_the_account_of_then() {
        DutyRules rules = new DutyRules(
                RELEASE,
                List.of(new Deed(Duty.BUILDER, BOB, "ann@bank.example")),
                new Persons(Map.of(ANN, "ann@bank.example", BOB, "bob@bank.example")),
                group -> Set.of(ANN, BOB));

        assertThat(rules.barred(Duty.TESTER, BOB))
                .map(Refusal::reason)
                .hasValueSatisfying(said -> assertThat(said).startsWith("bob acted"));
        assertThat(rules.barred(Duty.TESTER, ANN)).isPresent();
        assertThat(rules.unsatisfiable(List.of(new OpenGate(Duty.TESTER, "tester"))))
                .isPresent();
    }

    private static DutyRules rules(Map<Duty, Set<Actor>> past, Map<String, Set<Actor>> members) {
        List<Deed> deeds = past.entrySet().stream()
                .flatMap(done -> done.getValue().stream().map(actor -> new Deed(done.getKey(), actor, "")))
                .toList();
        return new DutyRules(RELEASE, deeds, PERSONS, group -> members.getOrDefault(group, Set.of()));
    }
}
