package slipway.release;

import java.util.Optional;
import slipway.shared.Refusal;

/**
 * What must hold before a release takes a step towards the sites; implemented by other capabilities. None registered =
 * refused. Going back, ending and stopping ask nobody.
 */
public interface MoveCondition {
    /** Why the release may not become this, if so. */
    Optional<Refusal> unmet(SubmittedRelease release, ReleaseState to);
}
