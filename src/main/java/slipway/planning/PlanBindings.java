package slipway.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.approval.Aspect;
import slipway.approval.BindingSource;
import slipway.approval.Bound;
import slipway.planning.Plan.Return;
import slipway.shared.ReleaseNumber;

/** Window and, of each part, back-out plan, which the newest version of the plan holds. */
@Component
class PlanBindings implements BindingSource {
    private final PlanTable plans;

    PlanBindings(PlanTable plans) {
        this.plans = plans;
    }

    @Override
    public Set<Aspect> answersFor() {
        return Set.of(Aspect.WINDOW, Aspect.BACKOUT_PLAN);
    }

    @Override
    public Map<Bound, String> bindings(ReleaseNumber release) {
        return plans.find(release).map(PlanBindings::of).orElse(Map.of());
    }

    private static Map<Bound, String> of(Plan plan) {
        Map<Bound, String> bindings = new HashMap<>();
        bindings.put(Bound.whole(Aspect.WINDOW), plan.windowFingerprint());
        plan.returns().stream()
                .map(Return::unit)
                .distinct()
                .forEach(unit -> bindings.put(Bound.of(Aspect.BACKOUT_PLAN, unit), plan.backoutFingerprint(unit)));
        return bindings;
    }
}
