package slipway.approval;

import java.util.Set;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** Whom another capability keeps from a gate of a release, besides separation of duties; implemented by it. */
public interface GateBan {
    /** Those of them that are known by now. */
    Set<Actor> barred(ReleaseNumber release, Gate gate);
}
