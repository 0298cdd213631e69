package slipway.planning;

import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.approval.Gate;
import slipway.approval.GateBan;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** The author of a plan does not decide on it as baseline. */
@Component
class PlanAuthorBan implements GateBan {
    private final Plans plans;

    PlanAuthorBan(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Set<Actor> barred(ReleaseNumber release, Gate gate) {
        return gate.equals(Gate.PLAN_BASELINE)
                ? plans.find(release).map(plan -> Set.of(plan.author())).orElse(Set.of())
                : Set.of();
    }
}
