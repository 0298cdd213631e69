package slipway.planning;

import java.util.Map;
import org.springframework.stereotype.Component;
import slipway.approval.Aspect;
import slipway.approval.BindingSource;
import slipway.shared.ReleaseNumber;

/** Window and back-out plan, which the plan holds. */
@Component
class PlanBindings implements BindingSource {
    private final PlanTable plans;

    PlanBindings(PlanTable plans) {
        this.plans = plans;
    }

    @Override
    public Map<Aspect, String> bindings(ReleaseNumber release) {
        return plans.find(release)
                .map(plan ->
                        Map.of(Aspect.WINDOW, plan.windowFingerprint(), Aspect.BACKOUT_PLAN, plan.backoutFingerprint()))
                .orElse(Map.of());
    }
}
