package slipway.release;

import java.util.Map;
import java.util.Set;

/** The states of a release and the only moves between them. */
public enum ReleaseState {
    /** Started, scope still open. */
    DRAFT,
    /** Scope confirmed, type frozen. */
    SUBMITTED,
    /** Plan and back-out approved as baseline. */
    PLANNED,
    /** Being built and checked in. */
    IN_BUILD,
    /** Checked in; being tested by digest. */
    IN_TEST,
    /** Tested and accepted by the business, by digest. */
    ACCEPTED,
    /** Waves, sites and windows arranged. */
    SCHEDULED,
    /** Go given by the change manager. */
    AUTHORISED,
    /** Notices sent, sites ready, people trained. */
    PREPARED,
    /** Sites audited before the rollout and signed. */
    PRE_AUDITED,
    /** Waves are being installed. */
    IN_ROLLOUT,
    /** Stopped between or within waves; a person decides. */
    PAUSED,
    /** Sites return to their last verified revision. */
    BACKING_OUT,
    /** At least one site could not be returned. */
    BACKOUT_FAILED,
    /** The last wave is over. */
    DEPLOYED,
    /** Sites audited after the rollout and signed. */
    POST_AUDITED,
    /** Watched more closely after the rollout. */
    EARLY_LIFE,
    /** Objectives scored, lessons recorded, review held. */
    REVIEWED,
    /** Ended, with an outcome. */
    CLOSED,
    /** Ended before it was planned. */
    REJECTED,
    /** Ended before the first activation. */
    CANCELLED;

    private static final Map<ReleaseState, Set<ReleaseState>> MOVES = Map.ofEntries(
            Map.entry(DRAFT, Set.of(SUBMITTED, REJECTED, CANCELLED)),
            Map.entry(SUBMITTED, Set.of(PLANNED, REJECTED, CANCELLED)),
            Map.entry(PLANNED, Set.of(IN_BUILD, CANCELLED)),
            Map.entry(IN_BUILD, Set.of(IN_TEST, CANCELLED)),
            Map.entry(IN_TEST, Set.of(ACCEPTED, IN_BUILD, CANCELLED)),
            Map.entry(ACCEPTED, Set.of(SCHEDULED, IN_BUILD, PLANNED, CANCELLED)),
            Map.entry(SCHEDULED, Set.of(AUTHORISED, SCHEDULED, IN_BUILD, PLANNED, CANCELLED)),
            Map.entry(AUTHORISED, Set.of(PREPARED, SCHEDULED, IN_BUILD, PLANNED, CANCELLED)),
            Map.entry(PREPARED, Set.of(PRE_AUDITED, SCHEDULED, IN_BUILD, PLANNED, CANCELLED)),
            Map.entry(PRE_AUDITED, Set.of(IN_ROLLOUT, SCHEDULED, IN_BUILD, PLANNED, CANCELLED)),
            Map.entry(IN_ROLLOUT, Set.of(PAUSED, DEPLOYED)),
            Map.entry(PAUSED, Set.of(IN_ROLLOUT, BACKING_OUT, DEPLOYED)),
            Map.entry(BACKING_OUT, Set.of(POST_AUDITED, BACKOUT_FAILED)),
            Map.entry(BACKOUT_FAILED, Set.of(POST_AUDITED)),
            Map.entry(DEPLOYED, Set.of(POST_AUDITED)),
            Map.entry(POST_AUDITED, Set.of(EARLY_LIFE)),
            Map.entry(EARLY_LIFE, Set.of(REVIEWED)),
            Map.entry(REVIEWED, Set.of(CLOSED)),
            Map.entry(CLOSED, Set.of()),
            Map.entry(REJECTED, Set.of()),
            Map.entry(CANCELLED, Set.of()));

    public boolean mayBecome(ReleaseState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }
}
