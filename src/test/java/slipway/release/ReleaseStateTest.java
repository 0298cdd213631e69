package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.ReleaseState.*;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseStateTest {

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
    void every_state_can_be_reached_and_only_ends_have_no_way_on() {
        assertThat(reachable(DRAFT)).containsExactlyInAnyOrder(ReleaseState.values());
        assertThat(Arrays.stream(values())
                        .filter(state -> Arrays.stream(values()).noneMatch(state::mayBecome)))
                .containsExactlyInAnyOrder(CLOSED, REJECTED, CANCELLED);
    }

    @Test
    void once_a_site_may_have_been_touched_there_is_no_cancelling() {
        assertThat(reachable(IN_ROLLOUT)).doesNotContain(CANCELLED, REJECTED);
    }

    private static Set<ReleaseState> reachable(ReleaseState from, ReleaseState... avoiding) {
        EnumSet<ReleaseState> seen = EnumSet.of(from);
        var queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            ReleaseState state = queue.remove();
            for (ReleaseState next : values()) {
                if (!List.of(avoiding).contains(next) && state.mayBecome(next) && seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return seen;
    }
}
