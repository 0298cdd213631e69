package slipway.release;

import java.util.Optional;

/** Proposes how a release went, as far as a capability can tell; the worst proposal counts, none at all = refused. */
public interface OutcomeSource {
    Optional<Outcome> proposes(SubmittedRelease release);
}
