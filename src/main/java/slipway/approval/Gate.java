package slipway.approval;

import static slipway.approval.Aspect.BACKOUT_PLAN;
import static slipway.approval.Aspect.PREDECESSORS;
import static slipway.approval.Aspect.REVISION;
import static slipway.approval.Aspect.SCOPE;
import static slipway.approval.Aspect.WINDOW;

import java.util.Set;

/** A decision of a person that a release needs, and what it covers. */
public enum Gate {
    /** Plan and back-out plan approved as baseline (change manager). */
    PLAN_BASELINE(SCOPE, WINDOW, BACKOUT_PLAN),
    /** Tests and rehearsal judged (test manager). */
    TEST_VERDICT(REVISION),
    /** Accepted for the business (service owner). */
    BUSINESS_ACCEPTANCE(SCOPE, REVISION),
    /** Go or no-go (change manager). */
    GO_LIVE(SCOPE, REVISION, WINDOW, BACKOUT_PLAN, PREDECESSORS);

    private final Set<Aspect> covers;

    Gate(Aspect... covers) {
        this.covers = Set.of(covers);
    }

    /** What a decision here binds to. */
    public Set<Aspect> covers() {
        return covers;
    }
}
