package slipway.rollout;

import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.approval.GoCondition;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** No go for waves that could not be scheduled any more: their window passed, or sites run something else by now. */
@Component
class SitesAsPlanned implements GoCondition {
    private final WavePlans plans;

    SitesAsPlanned(WavePlans plans) {
        this.plans = plans;
    }

    @Override
    public Optional<Refusal> against(SubmittedRelease release) {
        return plans.conflicts(release.number()).stream()
                .findFirst()
                .map(conflict -> Refusal.of(
                        conflict.rule().equals("returns-changed") ? "predecessor-changed" : conflict.rule(),
                        conflict.reason()));
    }
}
