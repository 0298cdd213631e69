package slipway.rollout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The states of a part at a site within a release and the only moves between them. */
public enum TargetState {
    /** In a wave. */
    PLANNED,
    /** Its coordinator said that the site is ready. */
    PREPARED,
    /** The revision lies at the site, every digest verified there; something else still runs. */
    DISTRIBUTED,
    /** Switched to the revision. */
    ACTIVATED,
    /** Read back and found equal to the library. */
    VERIFIED,
    /** The attempt failed; a person decides on the next attempt or the back-out. */
    FAILED,
    /** The rollout stopped before. */
    NOT_REACHED,
    /** The revision was there and verified before the wave. */
    NOTHING_TO_DO,
    /** To return to what was verified before the release. */
    BACKING_OUT,
    /** Returned, read back and found equal to what was there before. */
    RESTORED,
    /** Could not be returned; somebody repairs it by hand. */
    BACKOUT_FAILED,
    /** Repaired by hand, read back and found equal to what was there before. */
    REPAIRED;

    private static final Set<TargetState> WAITING = Set.of(PLANNED, PREPARED);
    private static final Set<TargetState> FROM_WAITING =
            Set.of(PREPARED, DISTRIBUTED, FAILED, NOT_REACHED, NOTHING_TO_DO);
    private static final Map<TargetState, Set<TargetState>> MOVES = Map.of(
            PLANNED, FROM_WAITING,
            PREPARED, FROM_WAITING,
            DISTRIBUTED, Set.of(ACTIVATED, FAILED),
            ACTIVATED, Set.of(VERIFIED, FAILED),
            VERIFIED, Set.of(BACKING_OUT),
            FAILED, Set.of(PLANNED, BACKING_OUT),
            // Found changed, by a report that came after the stop.
            NOT_REACHED, Set.of(PLANNED, FAILED),
            // Back to what it was, where the site turns out to run something else, or a later release lies on top.
            BACKING_OUT, Set.of(RESTORED, BACKOUT_FAILED, VERIFIED, FAILED),
            BACKOUT_FAILED, Set.of(REPAIRED, BACKOUT_FAILED, VERIFIED, FAILED));

    public boolean mayBecome(TargetState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** Every state from which this one is reached. */
    static Set<TargetState> before(TargetState next) {
        return Arrays.stream(values()).filter(state -> state.mayBecome(next)).collect(Collectors.toUnmodifiableSet());
    }

    /** Not begun yet, in this attempt. */
    public boolean waiting() {
        return WAITING.contains(this);
    }

    /** Begun or to be begun in the present attempt. */
    public boolean pending() {
        return waiting() || this == DISTRIBUTED || this == ACTIVATED;
    }

    /** Whether the site runs the revision, verified. */
    public boolean arrived() {
        return this == VERIFIED || this == NOTHING_TO_DO;
    }

    /** Whether the site was returned to what it ran before. */
    public boolean returned() {
        return this == RESTORED || this == REPAIRED;
    }

    /** For people: {@code NOT_REACHED} is "not reached". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
