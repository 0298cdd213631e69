package slipway.rollout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;

/** What a pause is like, from plan, release and sites. */
@Component
class Pauses {
    private final Plans plans;
    private final Clock clock;

    Pauses(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    Pause of(SubmittedRelease release, List<Target> targets) {
        Plan plan = plans.get(release.number());
        return new Pause(
                release.stoppedIn().equals(Optional.of(ReleaseState.IN_ROLLOUT)),
                targets.stream().anyMatch(WaveRules::undecided),
                !clock.instant().isBefore(plan.end()),
                NoReturn.passed(plan.pointOfNoReturn(), targets));
    }
}
