package slipway.rollout;

import java.util.Map;
import java.util.Set;

/** The states of a site within a release and the only moves between them. */
public enum TargetState {
    /** In a wave. */
    PLANNED("SitePlanned"),
    /** Its coordinator was told. */
    NOTIFIED("SiteNotified"),
    /** Its coordinator said that it is ready. */
    PREPARED("SitePrepared"),
    /** The revision lies at the site, every digest verified there; something else still runs. */
    DISTRIBUTED("SiteDistributed"),
    /** Switched to the revision. */
    ACTIVATED("SiteActivated"),
    /** Read back and found equal to the library. */
    VERIFIED("SiteVerified"),
    /** The attempt failed; a person decides on the next attempt or the back-out. */
    FAILED("SiteFailed"),
    /** The rollout stopped before. */
    NOT_REACHED("SiteNotReached"),
    /** The revision was there and verified before the wave. */
    NOTHING_TO_DO("SiteHadNothingToDo"),
    /** To return to its last verified revision. */
    BACKING_OUT("SiteBackOutOrdered"),
    /** Returned, read back and found equal to that revision. */
    RESTORED("SiteRestored"),
    /** Could not be returned; somebody repairs it by hand. */
    BACKOUT_FAILED("SiteBackOutFailed"),
    /** Repaired by hand, read back and found equal to that revision. */
    REPAIRED("SiteRepaired");

    private static final Set<TargetState> WAITING = Set.of(PLANNED, NOTIFIED, PREPARED);
    private static final Set<TargetState> FROM_WAITING =
            Set.of(NOTIFIED, PREPARED, DISTRIBUTED, FAILED, NOT_REACHED, NOTHING_TO_DO);
    private static final Map<TargetState, Set<TargetState>> MOVES = Map.of(
            PLANNED, FROM_WAITING,
            NOTIFIED, FROM_WAITING,
            PREPARED, FROM_WAITING,
            DISTRIBUTED, Set.of(ACTIVATED, FAILED),
            ACTIVATED, Set.of(VERIFIED, FAILED),
            VERIFIED, Set.of(BACKING_OUT),
            FAILED, Set.of(PLANNED, BACKING_OUT),
            NOT_REACHED, Set.of(PLANNED),
            BACKING_OUT, Set.of(RESTORED, BACKOUT_FAILED),
            BACKOUT_FAILED, Set.of(REPAIRED, BACKOUT_FAILED));

    private final String event;

    TargetState(String event) {
        this.event = event;
    }

    /** The name under which the journal records that a site became this. */
    public String event() {
        return event;
    }

    public boolean mayBecome(TargetState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    /** Not begun yet, in this attempt. */
    public boolean waiting() {
        return WAITING.contains(this);
    }

    /** Begun or to be begun in the present attempt. */
    public boolean pending() {
        return waiting() || this == DISTRIBUTED || this == ACTIVATED;
    }
}
