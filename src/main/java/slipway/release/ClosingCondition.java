package slipway.release;

import java.util.Optional;
import slipway.shared.Refusal;

/** What must hold before a release may close; implemented by other capabilities. None registered = refused. */
public interface ClosingCondition {
    /** Why the release may not close, if so. */
    Optional<Refusal> unmet(SubmittedRelease release);
}
