package slipway.release;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/**
 * A release as it stands. Type and scope come with submission, the revision with check-in, the outcome with closing;
 * until then they are absent.
 */
public record Release(
        ReleaseNumber number,
        String title,
        String purpose,
        Actor requester,
        ReleaseState state,
        @Nullable ReleaseType type,
        @Nullable Scope scope,
        @Nullable UnitRevision revision,
        @Nullable Outcome outcome,
        Instant draftedAt) {

    /** The scope; an error before submission. */
    public Scope confirmedScope() {
        if (scope == null) {
            throw new IllegalStateException("release " + number + " is " + state + " and has no confirmed scope");
        }
        return scope;
    }

    /** The revision that was checked in; an error before. */
    public UnitRevision builtRevision() {
        if (revision == null) {
            throw new IllegalStateException("release " + number + " is " + state + " and has no revision");
        }
        return revision;
    }

    /** The frozen type; an error before submission. */
    public ReleaseType frozenType() {
        if (type == null) {
            throw new IllegalStateException("release " + number + " is " + state + " and has no type");
        }
        return type;
    }
}
