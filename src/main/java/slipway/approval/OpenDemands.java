package slipway.approval;

import java.util.List;
import slipway.approval.DemandedGates.Demanded;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** Which of the gates that are demanded of a release are open now. */
public interface OpenDemands {
    /** Each open one with its reason. */
    List<Refusal> of(SubmittedRelease release, List<Demanded> due);
}
