package slipway.release;

import java.util.Optional;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/**
 * Whether what the tables demand of a release can be met at all; implemented by other capabilities. None registered =
 * refused.
 */
public interface SubmissionCondition {
    /** Why the release may not be submitted as it is, if so. */
    Optional<Refusal> unmet(ReleaseNumber release);
}
