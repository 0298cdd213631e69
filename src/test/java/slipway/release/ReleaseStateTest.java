package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.ReleaseState.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseStateTest {
    /** A state, and where a paused release was stopped. */
    private record Stand(ReleaseState state, Optional<ReleaseState> stoppedIn) {
        Stand next(ReleaseState to) {
            return new Stand(to, to == PAUSED ? Optional.of(state) : Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseState.class,
            names = {
                "SUBMITTED",
                "PLANNED",
                "IN_BUILD",
                "IN_TEST",
                "ACCEPTED",
                "SCHEDULED",
                "AUTHORISED",
                "PREPARED",
                "PRE_AUDITED"
            })
    void no_way_to_a_site_avoids_a_phase_before_it(ReleaseState phase) {
        assertThat(reachable(DRAFT, phase)).doesNotContain(IN_ROLLOUT);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseState.class,
            names = {"POST_AUDITED", "EARLY_LIFE", "REVIEWED"})
    void nothing_closes_without_audit_early_life_and_review(ReleaseState phase) {
        assertThat(reachable(DRAFT, phase)).doesNotContain(CLOSED);
    }

    @Test
    void a_step_towards_the_sites_is_one_that_is_not_behind_their_first() {
        assertThat(ACCEPTED.nearsSites(SCHEDULED)).isTrue();
        assertThat(PRE_AUDITED.nearsSites(IN_ROLLOUT)).isTrue();
        assertThat(SCHEDULED.nearsSites(SCHEDULED)).isFalse();
        assertThat(SCHEDULED.nearsSites(ACCEPTED)).isFalse();
        assertThat(IN_ROLLOUT.nearsSites(DEPLOYED)).isFalse();
    }

    @Test
    void every_state_can_be_reached_and_only_ends_have_no_way_on() {
        assertThat(reachable(DRAFT)).containsExactlyInAnyOrder(values());
        assertThat(Arrays.stream(values()).filter(ReleaseState::ended))
                .containsExactlyInAnyOrder(CLOSED, REJECTED, CANCELLED);
        assertThat(Arrays.stream(values()).filter(state -> next(state).isEmpty()))
                .containsExactlyInAnyOrder(CLOSED, REJECTED, CANCELLED);
    }

    @Test
    void among_its_waves_it_may_still_be_cancelled_and_never_after_them() {
        assertThat(reachable(IN_ROLLOUT)).contains(CANCELLED).doesNotContain(REJECTED);
        for (ReleaseState state : List.of(DEPLOYED, POST_AUDITED, EARLY_LIFE, REVIEWED, BACKING_OUT, BACKOUT_FAILED)) {
            assertThat(next(state)).doesNotContain(CANCELLED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseState.class,
            names = {"PLANNED", "IN_BUILD", "IN_TEST", "ACCEPTED", "SCHEDULED", "AUTHORISED", "PREPARED", "PRE_AUDITED"
            })
    void before_the_first_activation_a_withdrawn_rfc_sends_it_back_and_it_may_be_cancelled(ReleaseState state) {
        assertThat(next(state)).contains(SUBMITTED, CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseState.class,
            names = {"AUTHORISED", "PREPARED", "PRE_AUDITED"})
    void from_the_go_on_it_may_go_back_for_dates_scope_or_digest(ReleaseState state) {
        assertThat(next(state)).contains(SCHEDULED, SUBMITTED, IN_BUILD);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseState.class,
            names = {"IN_ROLLOUT", "DEPLOYED", "POST_AUDITED", "EARLY_LIFE", "REVIEWED"})
    void what_is_stopped_goes_on_only_where_it_was_stopped_or_ends_early_or_returns(ReleaseState state) {
        assertThat(next(state)).contains(PAUSED);
        assertThat(Arrays.stream(values()).filter(to -> PAUSED.mayBecome(to, Optional.of(state))))
                .containsExactlyInAnyOrderElementsOf(EnumSet.of(state, BACKING_OUT, DEPLOYED, CANCELLED));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReleaseState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IN_ROLLOUT", "DEPLOYED", "POST_AUDITED", "EARLY_LIFE", "REVIEWED"})
    void nothing_else_is_stopped(ReleaseState state) {
        assertThat(next(state)).doesNotContain(PAUSED);
    }

    @Test
    void the_same_state_again_is_no_move() {
        assertThat(values()).noneMatch(state -> state.mayBecome(state, Optional.empty()));
    }

    @Test
    void what_goes_back_before_its_go_or_ends_gives_back_what_it_reserved() {
        for (ReleaseState from : List.of(AUTHORISED, PREPARED, PRE_AUDITED)) {
            assertThat(Arrays.stream(values()).filter(from::givesBack).filter(next(from)::contains))
                    .containsExactlyInAnyOrder(SCHEDULED, IN_BUILD, SUBMITTED, CANCELLED);
        }
        // The go is given while it is scheduled, and may be followed by a way back before it is authorised.
        assertThat(Arrays.stream(values()).filter(SCHEDULED::givesBack).filter(next(SCHEDULED)::contains))
                .containsExactlyInAnyOrder(IN_BUILD, SUBMITTED, CANCELLED);
        assertThat(SCHEDULED.givesBack(AUTHORISED)).isFalse();
        assertThat(REVIEWED.givesBack(CLOSED)).isTrue();
        assertThat(AUTHORISED.givesBack(PREPARED)).isFalse();
        assertThat(PRE_AUDITED.givesBack(IN_ROLLOUT)).isFalse();
        assertThat(PAUSED.givesBack(BACKING_OUT)).isFalse();
    }

    @Test
    void a_state_reads_as_words() {
        assertThat(IN_ROLLOUT.words()).isEqualTo("in rollout");
        assertThat(Outcome.WITH_ISSUES.words()).isEqualTo("with issues");
        assertThat(ReleaseType.MINOR.words()).isEqualTo("minor");
    }

    private static Set<ReleaseState> next(ReleaseState state) {
        return Arrays.stream(values())
                .filter(to -> state.mayBecome(to, Optional.empty()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<ReleaseState> reachable(ReleaseState from, ReleaseState... avoiding) {
        Set<Stand> seen = new HashSet<>(Set.of(new Stand(from, Optional.empty())));
        var queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            Stand stand = queue.remove();
            for (ReleaseState to : values()) {
                if (!List.of(avoiding).contains(to)
                        && stand.state().mayBecome(to, stand.stoppedIn())
                        && seen.add(stand.next(to))) {
                    queue.add(stand.next(to));
                }
            }
        }
        EnumSet<ReleaseState> states = EnumSet.noneOf(ReleaseState.class);
        seen.forEach(stand -> states.add(stand.state()));
        return states;
    }
}
