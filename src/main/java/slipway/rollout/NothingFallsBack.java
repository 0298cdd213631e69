package slipway.rollout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.approval.GoCondition;
import slipway.release.GoLiveCondition;
import slipway.release.Numbers;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

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
        return numbers.fallsBack(release, ToCome.sites(release, () -> targets.of(release.number())));
    }
}
