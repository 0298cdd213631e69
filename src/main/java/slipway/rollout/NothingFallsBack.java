package slipway.rollout;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.approval.GoCondition;
import slipway.release.GoLiveCondition;
import slipway.release.Numbers;
import slipway.release.ReleaseState;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;
import slipway.shared.SiteId;

/** What was fit when the release was submitted may be overtaken by another one; no site gets less than it runs. */
@Component
class NothingFallsBack implements GoLiveCondition, GoCondition {
    private final Numbers numbers;
    private final TargetTable targets;

    NothingFallsBack(Numbers numbers, TargetTable targets) {
        this.numbers = numbers;
        this.targets = targets;
    }

    @Override
    public Optional<Refusal> against(SubmittedRelease release) {
        return unmet(release);
    }

    @Override
    public Optional<Refusal> unmet(SubmittedRelease release) {
        return numbers.fallsBack(release, sites(release));
    }

    // Where it was already, a later release may have followed meanwhile.
    private Set<SiteId> sites(SubmittedRelease release) {
        return release.state().compareTo(ReleaseState.IN_ROLLOUT) < 0
                ? release.sites()
                : targets.of(release.number()).stream()
                        .filter(target -> target.state().waiting())
                        .map(Target::site)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
