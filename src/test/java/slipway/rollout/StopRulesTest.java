package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;

class StopRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"release-manager", "change-manager", "service-owner", "incident-manager"})
    void these_stop_any_release(String group) {
        assertThat(StopRules.notAllowed(Set.of(group), false)).isEmpty();
    }

    @Test
    void a_coordinator_stops_releases_at_their_sites_and_nobody_else_does() {
        assertThat(StopRules.notAllowed(Set.of("site-coordinator"), true)).isEmpty();
        assertThat(StopRules.notAllowed(Set.of("deployment-engineer"), true))
                .as("who left the role")
                .isPresent();
        assertThat(StopRules.notAllowed(Set.of("site-coordinator"), false))
                .map(Refusal::rule)
                .contains("may-not-stop");
    }

    @ParameterizedTest
    @EnumSource
    void what_may_still_harm_can_be_stopped(ReleaseState state) {
        boolean harms = Set.of("IN_ROLLOUT", "DEPLOYED", "POST_AUDITED", "EARLY_LIFE", "REVIEWED")
                .contains(state.name());
        assertThat(StopRules.nothingToStop(state).isEmpty()).isEqualTo(harms);
    }

    @Test
    void a_second_stop_is_told_that_the_rollout_stands() {
        assertThat(StopRules.nothingToStop(ReleaseState.PAUSED).map(Refusal::reason))
                .contains("The rollout stands already; decide how it goes on.");
    }

    @Test
    void a_rollout_is_given_up_among_its_waves_while_no_site_was_switched_and_nothing_is_under_way() {
        assertThat(StopRules.notGivenUp(ReleaseState.IN_ROLLOUT, true, false, false))
                .isEmpty();
        assertThat(StopRules.notGivenUp(ReleaseState.PAUSED, true, false, true))
                .map(Refusal::rule)
                .contains("sites-under-way");
        assertThat(StopRules.notGivenUp(ReleaseState.IN_ROLLOUT, true, true, true))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("The release is in rollout, and sites were switched to it; stop it and have all"));
        assertThat(StopRules.notGivenUp(ReleaseState.PAUSED, false, false, false))
                .map(Refusal::reason)
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("The release is paused, and sites were switched to it; have all sites backed"));
    }

    @Test
    void who_stops_a_back_out_reads_how_it_stands_and_not_to_cancel_what_cannot_be_cancelled() {
        assertThat(StopRules.nothingToStop(ReleaseState.BACKING_OUT).map(Refusal::reason))
                .contains("The release is being backed out, so no further site gets it; its sites return one after"
                        + " the other.");
        assertThat(StopRules.nothingToStop(ReleaseState.BACKOUT_FAILED).map(Refusal::reason))
                .contains("A site of the release could not be returned, so its back-out stands already; have the site"
                        + " repaired in its task, then it goes on.");
    }

    @ParameterizedTest(name = "to stop a release that is {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PREPARED | , so no rollout can be stopped; cancel it, or decide in its own tasks.",
                "CLOSED | , so no rollout can be stopped.",
                "CANCELLED | , so no rollout can be stopped."
            })
    void who_stops_what_cannot_be_stopped_is_told_what_to_do_unless_it_is_over(ReleaseState state, String words) {
        assertThat(StopRules.nothingToStop(state).map(Refusal::reason))
                .contains("The release is " + state.words() + words);
    }

    @ParameterizedTest(name = "{0}, wave {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "IN_ROLLOUT, RUNNING, STOPS_WAVE",
                "IN_ROLLOUT, STOPPING, STOPS_WAVE",
                "IN_ROLLOUT, SETTLED, PAUSES_AFTER_WAVE",
                "IN_ROLLOUT, -, PAUSES",
                "EARLY_LIFE, -, PAUSES"
            })
    void what_a_stop_does_depends_on_what_is_under_way(
            ReleaseState state, @Nullable WaveState wave, StopRules.Effect effect) {
        assertThat(StopRules.effect(state, Optional.ofNullable(wave))).isEqualTo(effect);
    }
}
