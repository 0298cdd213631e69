package slipway.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.release.ReleaseState;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** What cannot be raised is refused with a way out that fits the state. */
class InterruptionWordsTest {
    private static final Set<String> RELEASE = Set.of("release-manager");

    @ParameterizedTest
    @EnumSource
    void only_a_release_with_its_go_goes_back_to_its_waves_or_its_plan_and_what_is_planned_to_its_scope(
            ReleaseState state) {
        boolean withGo = Set.of(ReleaseState.AUTHORISED, ReleaseState.PREPARED, ReleaseState.PRE_AUDITED)
                .contains(state);
        assertThat(InterruptionRules.notRescheduled(state, ReleaseState.SCHEDULED)
                        .isEmpty())
                .isEqualTo(withGo);
        assertThat(InterruptionRules.notRescheduled(state, ReleaseState.SUBMITTED)
                        .isEmpty())
                .isEqualTo(withGo || state == ReleaseState.SUBMITTED);
    }

    @ParameterizedTest(name = "before the go a release that is {0} is led there by its own tasks")
    @CsvSource({"DRAFT", "SUBMITTED", "PLANNED", "IN_BUILD", "IN_TEST", "ACCEPTED", "SCHEDULED"})
    void before_the_go_its_own_tasks_lead_there(ReleaseState state) {
        assertThat(refused(InterruptionRules.notRescheduled(state, ReleaseState.SCHEDULED)))
                .isEqualTo(Refusal.at(
                        "release",
                        "state-table",
                        "The release is " + state.words() + ", and its own tasks lead there; go on with them."));
    }

    @ParameterizedTest(name = "the waves of a release that is {0} are settled")
    @CsvSource({"IN_ROLLOUT", "PAUSED", "BACKING_OUT", "DEPLOYED", "EARLY_LIFE", "CLOSED", "CANCELLED"})
    void once_the_rollout_began_the_waves_are_settled(ReleaseState state) {
        assertThat(refused(InterruptionRules.notRescheduled(state, ReleaseState.SUBMITTED))
                        .reason())
                .isEqualTo("The release is " + state.words()
                        + ", so its waves are settled; a paused rollout is decided in its own task.");
    }

    @Test
    void a_release_is_rescheduled_or_planned_again_and_nothing_else() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterruptionRules.notRescheduled(ReleaseState.PREPARED, ReleaseState.IN_BUILD))
                .withMessageContaining("it does not become IN_BUILD");
    }

    @Test
    void what_cannot_be_cancelled_is_refused_by_the_state_table() {
        assertThat(InterruptionRules.mayNotCancel(RELEASE, ReleaseState.DEPLOYED))
                .contains(Refusal.at(
                        "release",
                        "state-table",
                        "The release is " + ReleaseState.DEPLOYED.words()
                                + ", and what sites have is not cancelled; stop the rollout and back it out."));
    }

    @Test
    void an_incident_of_what_no_site_has_is_refused_with_what_to_do_instead() {
        assertThat(InterruptionRules.notLive(ReleaseState.PREPARED))
                .contains(Refusal.at(
                        "release",
                        "not-live",
                        "The release is " + ReleaseState.PREPARED.words()
                                + ", so no site got anything of it; check the number."));
        assertThat(refused(InterruptionRules.notLive(ReleaseState.CLOSED)).reason())
                .isEqualTo("The release is " + ReleaseState.CLOSED.words()
                        + ", and its early life is over; raise an RFC that mends what it brought.");
    }

    @Test
    void the_log_says_of_each_effect_what_happens_to_the_release() {
        assertThat(InterruptionRules.Effect.values())
                .extracting(InterruptionRules.Effect::words)
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).startsWith("the release "));
    }

    @ParameterizedTest(name = "an RFC of a release that is {0} was taken back")
    @EnumSource(names = {"IN_ROLLOUT", "PAUSED", "DEPLOYED", "POST_AUDITED", "EARLY_LIFE", "REVIEWED"})
    void who_decides_after_an_rfc_was_taken_back_is_said_also_of_what_stands_already(ReleaseState state) {
        assertThat(InterruptionRules.takenBackWords(state))
                .isEqualTo("the release stands, and change manager and service owner decide together how it goes on");
    }

    @ParameterizedTest(name = "an RFC of a release that is {0} was taken back: {1}")
    @CsvSource({
        "SUBMITTED, CONFIRMS_SCOPE_AGAIN",
        "PRE_AUDITED, CONFIRMS_SCOPE_AGAIN",
        "BACKING_OUT, RETURNS_ALREADY",
        "BACKOUT_FAILED, REPAIRED_FIRST"
    })
    void elsewhere_the_log_says_what_the_rfc_that_was_taken_back_does(
            ReleaseState state, InterruptionRules.Effect effect) {
        assertThat(InterruptionRules.takenBackWords(state)).isEqualTo(effect.words());
    }

    @Test
    void what_was_raised_names_its_releases_for_good() {
        var releases = new ArrayList<>(List.of(ReleaseNumber.of(2026, 42)));
        Interruptions.Raised raised = new Interruptions.Raised(7, releases);
        releases.clear();
        assertThat(raised.releases()).containsExactly(ReleaseNumber.of(2026, 42));
    }

    private static Refusal refused(Optional<Refusal> refusal) {
        return refusal.orElseThrow();
    }
}
