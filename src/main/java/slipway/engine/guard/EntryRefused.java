package slipway.engine.guard;

import org.jspecify.annotations.Nullable;
import slipway.shared.Refusal;

/** What a person entered was refused. Leaves the engine's context quietly; the recorder turns it into the public one. */
final class EntryRefused extends CommandRefused {
    private static final long serialVersionUID = 1L;

    EntryRefused(@Nullable String actor, Subject subject, Refusal refusal) {
        super(actor, subject, refusal);
    }
}
