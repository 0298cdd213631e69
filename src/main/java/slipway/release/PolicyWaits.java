package slipway.release;

import java.time.Duration;
import slipway.policy.PolicyTime;
import slipway.shared.ReleaseNumber;

/** Waits that models draw: how long one lasts says the policy that the release is bound to. */
public interface PolicyWaits {
    /**
     * A wait begins now, which is an event of the release; how long it lasts, perhaps no time at all. {@code step} = the
     * name of what begins it. An error when the release was never submitted.
     */
    Duration begin(ReleaseNumber release, String step, PolicyTime time);
}
