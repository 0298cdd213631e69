package slipway.policy;

import slipway.event.Event;

/** What became of the release policy. */
public sealed interface PolicyEvent extends Event {

    /** A version is in force from now on; releases of before keep theirs. */
    record PolicyPutInForce(int policy) implements PolicyEvent {
        @Override
        public String words() {
            return "Release policy " + policy + " is in force.";
        }
    }
}
