package slipway.release;

import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** The scope that the release manager put forward, until it is submitted, and why it last was refused. */
public interface ProposedScopes {

    /** Puts it forward in place of any former one. */
    void propose(ReleaseNumber release, Scope scope);

    /** The scope put forward; an error when there is none. */
    Scope get(ReleaseNumber release);

    /** What was refused last, to be mended; empty when nothing was. */
    Optional<Refused> refused(ReleaseNumber release);

    /** A scope that could not be submitted, and why. */
    record Refused(Scope scope, String reason) {}

    /** The proposed scope cannot be submitted. */
    void refuse(ReleaseNumber release, Refusal refusal);

    /** No scope is put forward: {@code DRAFT | SUBMITTED → CANCELLED}, for that reason. */
    Result withdraw(ReleaseNumber release, Actor actor, String reason);
}
