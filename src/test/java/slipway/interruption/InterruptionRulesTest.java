package slipway.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.identity.Roles;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;

class InterruptionRulesTest {
    private static final Set<String> RELEASE = Set.of("release-manager");
    private static final Set<String> CHANGE = Set.of("change-manager");

    @ParameterizedTest(name = "{0}: {1} when an RFC was taken back, {2} when a revision was recalled")
    @CsvSource({
        "DRAFT, NONE, NONE",
        "SUBMITTED, CONFIRMS_SCOPE_AGAIN, NONE",
        "PLANNED, CONFIRMS_SCOPE_AGAIN, NONE",
        "IN_BUILD, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "IN_TEST, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "ACCEPTED, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "SCHEDULED, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "AUTHORISED, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "PREPARED, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "PRE_AUDITED, CONFIRMS_SCOPE_AGAIN, MAKES_PART_AGAIN",
        "IN_ROLLOUT, STANDS, STANDS",
        "PAUSED, STOOD_ALREADY, STOOD_ALREADY",
        "BACKING_OUT, RETURNS_ALREADY, RETURNS_ALREADY",
        "BACKOUT_FAILED, REPAIRED_FIRST, REPAIRED_FIRST",
        "DEPLOYED, STANDS, STANDS",
        "POST_AUDITED, STANDS, STANDS",
        "EARLY_LIFE, STANDS, STANDS",
        "REVIEWED, STANDS, STANDS",
        "CLOSED, NONE, NONE",
        "REJECTED, NONE, NONE",
        "CANCELLED, NONE, NONE"
    })
    void what_it_does_follows_from_the_state(
            ReleaseState state, InterruptionRules.Effect takenBack, InterruptionRules.Effect recalled) {
        assertThat(InterruptionRules.takenBack(state)).isEqualTo(takenBack);
        assertThat(InterruptionRules.recalled(state)).isEqualTo(recalled);
    }

    @ParameterizedTest
    @EnumSource(ReleaseState.class)
    void whatever_it_does_the_state_table_has_the_move(ReleaseState state) {
        if (InterruptionRules.takenBack(state) == InterruptionRules.Effect.CONFIRMS_SCOPE_AGAIN) {
            assertThat(state == ReleaseState.SUBMITTED || state.mayBecome(ReleaseState.SUBMITTED, Optional.empty()))
                    .isTrue();
        }
        if (InterruptionRules.recalled(state) == InterruptionRules.Effect.MAKES_PART_AGAIN) {
            assertThat(state == ReleaseState.IN_BUILD || state.mayBecome(ReleaseState.IN_BUILD, Optional.empty()))
                    .isTrue();
        }
        if (InterruptionRules.mayNotCancel(RELEASE, state).isEmpty()) {
            assertThat(state.mayBecome(InterruptionRules.cancelled(RELEASE, state), Optional.empty()))
                    .isTrue();
            assertThat(state.mayBecome(InterruptionRules.cancelled(CHANGE, state), Optional.empty()))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "what a release that is {0} returns to is recalled: {1}")
    @CsvSource({
        "DRAFT, NONE",
        "SUBMITTED, NONE",
        "PLANNED, PLANS_AGAIN",
        "IN_BUILD, PLANS_AGAIN",
        "IN_TEST, PLANS_AGAIN",
        "ACCEPTED, PLANS_AGAIN",
        "SCHEDULED, PLANS_AGAIN",
        "AUTHORISED, PLANS_AGAIN",
        "PREPARED, PLANS_AGAIN",
        "PRE_AUDITED, PLANS_AGAIN",
        "IN_ROLLOUT, STANDS",
        "PAUSED, STOOD_ALREADY",
        "BACKING_OUT, RETURNS_ALREADY",
        "BACKOUT_FAILED, REPAIRED_FIRST",
        "DEPLOYED, RETURNS_UNREHEARSED",
        "POST_AUDITED, RETURNS_UNREHEARSED",
        "EARLY_LIFE, RETURNS_UNREHEARSED",
        "REVIEWED, RETURNS_UNREHEARSED"
    })
    void a_recalled_way_back_is_planned_again_or_stands_the_rollout(
            ReleaseState state, InterruptionRules.Effect effect) {
        assertThat(InterruptionRules.wayBackRecalled(state)).isEqualTo(effect);
        assertThat(effect != InterruptionRules.Effect.PLANS_AGAIN
                        || state.mayBecome(ReleaseState.SUBMITTED, Optional.empty()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEPLOYED", "POST_AUDITED", "EARLY_LIFE", "REVIEWED"})
    void whose_waves_are_over_reads_that_a_back_out_leads_to_what_was_never_rehearsed(ReleaseState state) {
        assertThat(InterruptionRules.wayBackRecalled(state).words())
                .startsWith("the release stays where it is")
                .contains("further back by now, to what was never rehearsed", "a paused rollout shows");
    }

    @ParameterizedTest(name = "a serious incident of a release that is {0}: {1}")
    @CsvSource({
        "IN_ROLLOUT, STANDS",
        "DEPLOYED, STANDS",
        "POST_AUDITED, STANDS",
        "EARLY_LIFE, STANDS",
        "REVIEWED, STANDS",
        "PAUSED, STOOD_ALREADY",
        "BACKING_OUT, RETURNS_ALREADY",
        "BACKOUT_FAILED, REPAIRED_FIRST"
    })
    void a_serious_incident_stands_what_goes_on_and_not_what_stands_already(
            ReleaseState state, InterruptionRules.Effect effect) {
        assertThat(InterruptionRules.incident(state)).isEqualTo(effect);
    }

    @ParameterizedTest(name = "when it is {0}, people are told: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PAUSED | stands already, and release manager, change manager or service owner decide how it goes on",
                "BACKING_OUT | is being backed out, and its sites go on returning to what ran there before",
                "BACKOUT_FAILED | waits until a deployment engineer has repaired the site"
            })
    void whoever_is_told_of_what_stands_already_reads_who_decides(ReleaseState state, String words) {
        assertThat(InterruptionRules.incident(state).words()).contains(words);
        assertThat(InterruptionRules.recalled(state).words()).contains(words);
        assertThat(InterruptionRules.wayBackRecalled(state).words()).contains(words);
        assertThat(InterruptionRules.takenBackWords(state))
                .contains(words.replace(
                        "stands already, and release manager, change manager or service owner decide",
                        "stands, and change manager and service owner decide together"));
    }

    @Test
    void release_and_change_manager_cancel_and_nobody_else() {
        assertThat(InterruptionRules.mayNotCancel(RELEASE, ReleaseState.IN_BUILD))
                .isEmpty();
        assertThat(InterruptionRules.mayNotCancel(CHANGE, ReleaseState.IN_BUILD))
                .isEmpty();
        assertThat(InterruptionRules.mayNotCancel(Set.of("service-owner", "cab"), ReleaseState.IN_BUILD))
                .map(Refusal::rule)
                .contains("may-not-cancel");
    }

    @Test
    void what_is_over_or_at_sites_is_not_cancelled_and_the_refusal_says_what_to_do() {
        assertThat(InterruptionRules.mayNotCancel(RELEASE, ReleaseState.CLOSED))
                .map(Refusal::reason)
                .contains("The release is closed, so nothing is left to cancel.");
        assertThat(InterruptionRules.mayNotCancel(RELEASE, ReleaseState.DEPLOYED))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("stop the rollout and back it out"));
        assertThat(InterruptionRules.mayNotCancel(RELEASE, ReleaseState.BACKOUT_FAILED))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("it ends when its sites are back"));
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_ROLLOUT", "PAUSED"})
    void among_its_waves_the_rollout_says_whether_a_site_was_switched(ReleaseState state) {
        assertThat(state.amongWaves()).isTrue();
        assertThat(InterruptionRules.mayNotCancel(RELEASE, state)).isEmpty();
        assertThat(InterruptionRules.cancelled(CHANGE, state)).isEqualTo(ReleaseState.CANCELLED);
    }

    @Test
    void only_change_management_alone_rejects_and_only_what_is_not_planned() {
        assertThat(InterruptionRules.cancelled(CHANGE, ReleaseState.DRAFT)).isEqualTo(ReleaseState.REJECTED);
        assertThat(InterruptionRules.cancelled(CHANGE, ReleaseState.SUBMITTED)).isEqualTo(ReleaseState.REJECTED);
        assertThat(InterruptionRules.cancelled(CHANGE, ReleaseState.PLANNED)).isEqualTo(ReleaseState.CANCELLED);
        assertThat(InterruptionRules.cancelled(RELEASE, ReleaseState.DRAFT)).isEqualTo(ReleaseState.CANCELLED);
        assertThat(InterruptionRules.cancelled(Set.of("release-manager", "change-manager"), ReleaseState.DRAFT))
                .isEqualTo(ReleaseState.CANCELLED);
    }

    @Test
    void a_word_is_that_of_its_role() {
        assertThat(InterruptionRules.notTheirs(Set.of("security-officer"), Roles.SECURITY_OFFICER, "To recall"))
                .isEmpty();
        assertThat(InterruptionRules.notTheirs(RELEASE, Roles.SECURITY_OFFICER, "To recall"))
                .contains(
                        Refusal.of("not-theirs-to-raise", "To recall is the word of the security officer; ask them."));
    }

    @ParameterizedTest(name = "an incident of a release that is {0}: kept = {1}")
    @CsvSource({
        "IN_ROLLOUT, true", "PAUSED, true", "BACKING_OUT, true", "BACKOUT_FAILED, true", "DEPLOYED, true",
        "POST_AUDITED, true", "EARLY_LIFE, true", "REVIEWED, true", "PRE_AUDITED, false", "CLOSED, false"
    })
    void an_incident_is_put_down_to_what_sites_have(ReleaseState state, boolean kept) {
        assertThat(InterruptionRules.notLive(state).isEmpty()).isEqualTo(kept);
    }
}
