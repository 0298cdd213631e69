package slipway.release;

import java.util.Optional;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;

/** Reserves what a release needs for itself alone from its authorisation on; implemented by planning. */
public interface Reserving {
    /** Takes it, all or nothing; names what others hold. Taken already = no refusal. */
    Optional<Refusal> reserve(SubmittedRelease release);

    /** Gives back what the release still holds; called when it goes back before {@code AUTHORISED} or ends. */
    void giveBack(ReleaseNumber release);
}
