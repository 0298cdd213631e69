package slipway.release;

import java.util.Optional;
import slipway.shared.Refusal;

/** What must hold before a release may touch a site; implemented by other capabilities. None registered = refused. */
public interface GoLiveCondition {
    /** Why the release may not go live, if so. */
    Optional<Refusal> unmet(SubmittedRelease release);
}
