package slipway.rollout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recorded step of a rollout. */
public record RolloutEvent(
        Instant at,
        Kind kind,
        @Nullable Integer wave,
        @Nullable String actor,
        String detail) {

    /** What happened. */
    public enum Kind {
        ARRANGED,
        SCHEDULED,
        REFUSED,
        STARTED,
        WAVE_STARTED,
        WAVE_OVER,
        PAUSED,
        DECIDED,
        RESUMED,
        BACKOUT_ORDERED,
        REPAIR_REPORTED,
        BACKOUT_OVER,
        FINISHED
    }
}
