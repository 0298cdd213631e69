package slipway.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.approval.ApprovalEvent.ApprovalDenied;
import slipway.approval.Aspect;
import slipway.approval.BindingSource;
import slipway.approval.Bound;
import slipway.event.Event;
import slipway.event.EventLog;
import slipway.planning.Plan.Return;
import slipway.planning.PlanningEvent.PlanDrafted;
import slipway.release.ReleaseEvent.ReleaseMoved;
import slipway.release.ReleaseEvent.ReleaseSubmitted;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;

/** Window and, of each part, back-out plan, which the newest version of the plan holds. */
@Component
class PlanBindings implements BindingSource {
    /** A plan, and what it is drafted or drafted again after. */
    private static final List<Class<? extends Event>> DRAFTED_OR_ASKED_FOR =
            List.of(PlanDrafted.class, ReleaseSubmitted.class, ReleaseMoved.class, ApprovalDenied.class);

    private final PlanTable plans;
    private final Releases releases;
    private final EventLog log;

    PlanBindings(PlanTable plans, Releases releases, EventLog log) {
        this.plans = plans;
        this.releases = releases;
        this.log = log;
    }

    @Override
    public Set<Aspect> answersFor() {
        return Set.of(Aspect.WINDOW, Aspect.BACKOUT_PLAN);
    }

    /** A plan that was drafted before the release came back is drafted again. */
    @Override
    public Set<Aspect> leftOver(ReleaseNumber release) {
        return releases.submitted(release).state() == ReleaseState.SUBMITTED
                        && !(log.latest(release, DRAFTED_OR_ASKED_FOR).orElse(null) instanceof PlanDrafted)
                ? answersFor()
                : Set.of();
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
