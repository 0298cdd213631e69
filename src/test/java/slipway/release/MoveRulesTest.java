package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Parts.CHECK;
import static slipway.release.Parts.FILES;
import static slipway.release.Parts.accepted;
import static slipway.release.Parts.draft;
import static slipway.release.Parts.planned;
import static slipway.release.Parts.ready;
import static slipway.release.Parts.release;
import static slipway.release.Parts.rework;
import static slipway.release.Parts.stopped;
import static slipway.release.ReleaseState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.shared.Refusal;

class MoveRulesTest {
    @Test
    void a_draft_is_submitted_with_its_scope_and_not_by_a_move() {
        assertThat(MoveRules.refused(draft(), SUBMITTED)).map(Refusal::rule).contains("state-table");
        assertThat(MoveRules.refused(draft(), CANCELLED)).isEmpty();
        assertThat(MoveRules.refused(draft(), REJECTED)).isEmpty();
        assertThat(MoveRules.refused(draft(), PLANNED)).isPresent();
    }

    @Test
    void only_a_draft_is_submitted_or_what_went_back_to_that() {
        assertThat(MoveRules.notSubmitted(draft())).isEmpty();
        assertThat(MoveRules.notSubmitted(release(SUBMITTED, planned(CHECK, 0))))
                .isEmpty();
        for (ReleaseState state : EnumSet.complementOf(EnumSet.of(DRAFT, SUBMITTED))) {
            assertThat(MoveRules.notSubmitted(release(state, planned(CHECK, 0))))
                    .map(Refusal::reason)
                    .hasValueSatisfying(reason -> assertThat(reason)
                            .contains(state.words() + "; only a draft is submitted, or a release that went back"));
        }
    }

    @Test
    void all_that_speaks_against_a_move_is_said_under_the_rule_of_the_first() {
        Refusal first = Refusal.at("waves", "gate-open", "No go.");
        assertThat(MoveRules.together(List.of())).isEmpty();
        assertThat(MoveRules.together(List.of(first, Refusal.of("freeze", "Year end."))))
                .contains(Refusal.at("waves", "gate-open", "No go. Year end."));
    }

    @Test
    void a_rollout_is_given_up_by_itself_and_by_no_mere_move() {
        for (SubmittedRelease among : List.of(release(IN_ROLLOUT, accepted(CHECK, 0)), stopped(IN_ROLLOUT))) {
            assertThat(MoveRules.refused(among, CANCELLED))
                    .map(Refusal::reason)
                    .hasValueSatisfying(reason -> assertThat(reason).endsWith("not by a mere move."));
            assertThat(MoveRules.notGivenUp(among)).isEmpty();
        }
        SubmittedRelease before = release(PRE_AUDITED, accepted(CHECK, 0));
        assertThat(MoveRules.refused(before, CANCELLED)).isEmpty();
        assertThat(MoveRules.notGivenUp(before)).map(Refusal::rule).contains("state-table");
    }

    @Test
    void closing_takes_an_outcome_and_is_no_mere_move() {
        assertThat(MoveRules.refused(release(REVIEWED, accepted(CHECK, 0)), CLOSED))
                .map(Refusal::rule)
                .contains("state-table");
        assertThat(MoveRules.notClosable(release(REVIEWED, accepted(CHECK, 0)))).isEmpty();
        assertThat(MoveRules.notClosable(release(EARLY_LIFE, accepted(CHECK, 0))))
                .hasValueSatisfying(
                        no -> assertThat(no.reason()).contains("is in early life and cannot become closed"));
    }

    @Test
    void tests_begin_when_every_part_is_ready() {
        assertThat(MoveRules.refused(release(IN_BUILD, ready(CHECK, 0), accepted(FILES, 1)), IN_TEST))
                .isEmpty();
        assertThat(MoveRules.refused(release(IN_BUILD, ready(CHECK, 0), planned(FILES, 1)), IN_TEST))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("parts-ready");
                    assertThat(no.reason()).contains("payment-file").doesNotContain("iban-check");
                });
        assertThat(MoveRules.refused(release(IN_BUILD, rework(CHECK, 0)), IN_TEST))
                .map(Refusal::rule)
                .contains("parts-ready");
    }

    @Test
    void it_is_accepted_when_every_part_is() {
        assertThat(MoveRules.refused(release(IN_TEST, accepted(CHECK, 0)), ACCEPTED))
                .isEmpty();
        assertThat(MoveRules.refused(release(IN_TEST, accepted(CHECK, 0), ready(FILES, 1)), ACCEPTED))
                .hasValueSatisfying(no -> {
                    assertThat(no.rule()).isEqualTo("parts-accepted");
                    assertThat(no.reason()).contains("payment-file").doesNotContain("iban-check");
                });
    }

    @Test
    void other_moves_ask_nothing_of_the_parts() {
        assertThat(MoveRules.refused(release(PLANNED, planned(CHECK, 0)), IN_BUILD))
                .isEmpty();
        assertThat(MoveRules.refused(release(IN_TEST, rework(CHECK, 0)), IN_BUILD))
                .isEmpty();
        assertThat(MoveRules.refused(release(IN_BUILD, planned(CHECK, 0)), SUBMITTED))
                .isEmpty();
    }

    @Test
    void what_was_stopped_in_early_life_does_not_go_on_in_the_rollout() {
        assertThat(MoveRules.refused(stopped(EARLY_LIFE), IN_ROLLOUT))
                .map(Refusal::rule)
                .contains("state-table");
        assertThat(MoveRules.refused(stopped(EARLY_LIFE), EARLY_LIFE)).isEmpty();
        assertThat(MoveRules.refused(stopped(EARLY_LIFE), BACKING_OUT)).isEmpty();
        assertThat(MoveRules.refused(stopped(IN_ROLLOUT), IN_ROLLOUT)).isEmpty();
    }

    @Test
    void the_refusal_names_both_states() {
        assertThat(MoveRules.refused(release(SUBMITTED, planned(CHECK, 0)), IN_ROLLOUT))
                .isEqualTo(Optional.of(
                        Refusal.of("state-table", "Release REL-2026-0001 is submitted and cannot become in rollout.")));
    }
}
