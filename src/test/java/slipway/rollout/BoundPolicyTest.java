package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import slipway.policy.Policy;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** A newer policy, stricter in everything, comes into force while a release is on its way: it stays bound to its own. */
class BoundPolicyTest extends RolloutStory {
    @Autowired
    private List<OutcomeSource> outcomes;

    private ReleaseNumber release;

    @BeforeEach
    void a_release_and_a_newer_policy() {
        sites("basel", "oslo");
        baseline(made(CHECK, "1.0.0"), "basel", "oslo");
        release = accepted(List.of(made(CHECK, "1.1.0")), "basel", "oslo");
        Policy.Freeze frozen = new Policy.Freeze(
                "for ever", clock.instant().minusSeconds(1), clock.instant().plus(Duration.ofDays(1)), Set.of());
        policies.putInForce(
                new Policy(0, Duration.ofHours(3), Duration.ofDays(9), 100, List.of(), List.of(frozen)),
                new Actor("ivan"));
    }

    @Test
    void its_waves_are_arranged_begin_and_are_watched_by_the_policy_that_it_is_bound_to() {
        started(release, "basel", "oslo");
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(1, clock.instant()));
        assertThat(wave(release)).isEqualTo(new Rollouts.Passed(Duration.ofMinutes(5)));
        assertThat(rollouts.next(release)).isEqualTo(new Rollouts.NextWave(2, clock.instant()));
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(rollouts.finish(release));
    }

    @Test
    void what_part_of_its_sites_is_enough_says_the_policy_that_it_is_bound_to() {
        started(release, "basel", "oslo");
        assertThat(wave(release)).isInstanceOf(Rollouts.Passed.class);
        done(stops.stop(release, RITA, "One is enough"));

        assertThat(outcomes)
                .filteredOn(SitesOutcome.class::isInstance)
                .singleElement()
                .satisfies(sites ->
                        assertThat(sites.proposes(releases.submitted(release))).contains(Outcome.WITH_ISSUES));
    }
}
