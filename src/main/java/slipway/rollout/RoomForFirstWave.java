package slipway.rollout;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.GoLiveCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.shared.WallClock;

/** What is left of the approved window has room for the first wave; a rollout that began without could only be ended. */
@Component
class RoomForFirstWave implements GoLiveCondition {
    private static final String WAYS_OUT = " Plan the release again, or cancel it.";

    private final Plans plans;
    private final ScheduleChecks checks;
    private final TargetTable targets;
    private final Clock clock;

    RoomForFirstWave(Plans plans, ScheduleChecks checks, TargetTable targets, Clock clock) {
        this.plans = plans;
        this.checks = checks;
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        // Once it began, each wave is judged by itself.
        return ToCome.rolloutBegan(release)
                ? Optional.empty()
                : plans.find(release.number()).flatMap(plan -> noRoom(release, plan));
    }

    private Optional<Refusal> noRoom(SubmittedRelease release, Plan plan) {
        if (!clock.instant().isBefore(plan.end())) {
            return Optional.of(Refusal.of(
                    "window-passed",
                    "The approved window ended at " + WallClock.utc(plan.end()) + ", before anything was installed."
                            + WAYS_OUT));
        }
        Set<SiteId> first = ToCome.sitesOfFirstWave(targets.of(release.number()));
        return first.isEmpty() || checks.opening(release, plan, first).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "no-open-window",
                        "Until the plan ends at " + WallClock.utc(plan.end())
                                + " the policy's windows and freezes never open all sites at once of the first wave."
                                + " Arrange other waves, plan the release again, or cancel it."));
    }
}
