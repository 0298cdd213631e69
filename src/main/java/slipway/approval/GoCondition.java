package slipway.approval;

import java.util.Optional;
import slipway.release.SubmittedRelease;
import slipway.shared.Refusal;

/** What must hold for a go to be given at all; implemented by other capabilities. */
public interface GoCondition {
    /** Why no go can be given now, if so, with the way out. */
    Optional<Refusal> against(SubmittedRelease release);
}
