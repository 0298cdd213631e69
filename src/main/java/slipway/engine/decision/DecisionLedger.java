package slipway.engine.decision;

import java.util.List;
import slipway.engine.Decisions;
import slipway.shared.ReleaseNumber;

/** The ledger as a whole: every decision that tables took for a release. */
public interface DecisionLedger extends Decisions {
    /** In the order they were taken. */
    List<TakenDecision> of(ReleaseNumber release);
}
