package slipway.rollout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.planning.Plan;
import slipway.planning.Plans;
import slipway.release.SubmittedRelease;
import slipway.shared.SiteId;

/** Which wave comes next, and when it opens. */
@Component
class WaveSelection {
    private final Plans plans;
    private final ScheduleChecks checks;
    private final WaveTable waves;
    private final Clock clock;

    WaveSelection(Plans plans, ScheduleChecks checks, WaveTable waves, Clock clock) {
        this.plans = plans;
        this.checks = checks;
        this.waves = waves;
        this.clock = clock;
    }

    /** The first wave with sites to begin. */
    Optional<Rollouts.NextWave> next(SubmittedRelease release, List<Target> all) {
        return ToCome.nextWave(all).map(wave -> new Rollouts.NextWave(wave, opensAt(release, all, wave)));
    }

    private Instant opensAt(SubmittedRelease release, List<Target> all, int wave) {
        Plan plan = plans.get(release.number());
        Set<SiteId> sites = ToCome.pendingSites(all, wave);
        Instant now = clock.instant();
        // Whoever stopped a soak and goes on does not shorten it.
        Instant earliest =
                waves.soaksUntil(release.number(), wave).filter(now::isBefore).orElse(now);
        // Without an opening the wave starts at once, and its rules name why it may not.
        return checks.opening(release, plan, sites, earliest)
                .orElseGet(() -> plan.start().isBefore(now) ? now : plan.start());
    }
}
