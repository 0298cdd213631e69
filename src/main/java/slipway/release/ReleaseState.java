package slipway.release;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            Map.entry(PLANNED, Set.of(IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(IN_BUILD, Set.of(IN_TEST, SUBMITTED, CANCELLED)),
            Map.entry(IN_TEST, Set.of(ACCEPTED, IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(ACCEPTED, Set.of(SCHEDULED, IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(SCHEDULED, Set.of(AUTHORISED, IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(AUTHORISED, Set.of(PREPARED, SCHEDULED, IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(PREPARED, Set.of(PRE_AUDITED, SCHEDULED, IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(PRE_AUDITED, Set.of(IN_ROLLOUT, SCHEDULED, IN_BUILD, SUBMITTED, CANCELLED)),
            Map.entry(IN_ROLLOUT, Set.of(PAUSED, DEPLOYED, CANCELLED)),
            Map.entry(PAUSED, Set.of(BACKING_OUT, DEPLOYED, CANCELLED)),
            Map.entry(BACKING_OUT, Set.of(POST_AUDITED, BACKOUT_FAILED)),
            Map.entry(BACKOUT_FAILED, Set.of(POST_AUDITED)),
            Map.entry(DEPLOYED, Set.of(POST_AUDITED, PAUSED)),
            Map.entry(POST_AUDITED, Set.of(EARLY_LIFE, PAUSED)),
            Map.entry(EARLY_LIFE, Set.of(REVIEWED, PAUSED)),
            Map.entry(REVIEWED, Set.of(CLOSED, PAUSED)),
            Map.entry(CLOSED, Set.of()),
            Map.entry(REJECTED, Set.of()),
            Map.entry(CANCELLED, Set.of()));
    private static final Set<ReleaseState> HOLDING_RESERVATIONS = Set.of(SCHEDULED, AUTHORISED, PREPARED, PRE_AUDITED);
    private static final Set<ReleaseState> BEFORE_AUTHORISATION =
            Set.of(SUBMITTED, PLANNED, IN_BUILD, IN_TEST, ACCEPTED, SCHEDULED);

    /** Whether the table has this move; what was stopped also goes on where it was stopped. */
    public boolean mayBecome(ReleaseState next, Optional<ReleaseState> stoppedIn) {
        return MOVES.getOrDefault(this, Set.of()).contains(next)
                || (this == PAUSED && stoppedIn.equals(Optional.of(next)));
    }

    /** Whether its waves were begun or may begin any moment, so that only the rollout knows what sites got. */
    public boolean amongWaves() {
        return this == IN_ROLLOUT || this == PAUSED;
    }

    /** Whether nothing follows. */
    public boolean ended() {
        return MOVES.getOrDefault(this, Set.of()).isEmpty();
    }

    /** Whether this move is a step towards the sites. */
    boolean nearsSites(ReleaseState next) {
        return compareTo(next) < 0 && next.compareTo(IN_ROLLOUT) <= 0;
    }

    /** Whether this move gives back what was reserved at the go, which is given while it is scheduled. */
    boolean givesBack(ReleaseState next) {
        return next.ended() || (HOLDING_RESERVATIONS.contains(this) && BEFORE_AUTHORISATION.contains(next));
    }

    /** For people, after "the release is": {@code IN_ROLLOUT} is "in rollout". */
    public String words() {
        return switch (this) {
            case EARLY_LIFE -> "in early life";
            case BACKING_OUT -> "being backed out";
            case BACKOUT_FAILED -> "waiting for the repair of a site that could not be returned";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
