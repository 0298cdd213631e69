package slipway.release;

import java.time.Instant;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** What every release has, whatever its state. */
public sealed interface Release permits Release.Unsubmitted, SubmittedRelease {
    ReleaseNumber number();

    String title();

    String purpose();

    Actor requester();

    ReleaseState state();

    Instant draftedAt();

    /** Never submitted: neither type nor policy nor scope. */
    record Unsubmitted(
            ReleaseNumber number, String title, String purpose, Actor requester, ReleaseState state, Instant draftedAt)
            implements Release {}
}
