package slipway.interruption;

import java.util.List;
import java.util.function.Predicate;
import slipway.change.Rfc;
import slipway.release.ReleaseState;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/**
 * What people raise against releases from outside their processes. It takes effect in the records at once; the processes
 * are led there afterwards, each release once, by {@link #tell}.
 */
public interface Interruptions {

    /** What came of somebody's word. */
    sealed interface Answer {}

    /**
     * It stands; {@code raise} names it, and these releases' processes have to be told, by their place in the list. None
     * where a process gets there by itself.
     */
    record Raised(long raise, List<ReleaseNumber> releases) implements Answer {
        public Raised {
            releases = List.copyOf(releases);
        }
    }

    /** It is not theirs to raise, or does not fit; nothing changed. */
    record NotRaised(Refusal refusal) implements Answer {}

    /** Stops a rollout, its soak or its early life; who may is said by {@link slipway.rollout.Stops}. */
    Answer stop(ReleaseNumber release, Actor actor, String reason);

    /**
     * A serious incident that the incident manager puts down to the release: kept, and its rollout is stopped where it
     * does not stand already. {@code incident} is its number elsewhere.
     */
    Answer reportIncident(ReleaseNumber release, Actor actor, String incident, String what);

    /**
     * Ends a release before the first activation, by its release manager or change management: {@code CANCELLED}, or
     * {@code REJECTED} by change management before it was planned.
     */
    Answer cancel(ReleaseNumber release, Actor actor, String reason);

    /**
     * Its release manager has the waves of a release with its go arranged again ({@code SCHEDULED}), or all of it planned
     * again ({@code SUBMITTED}), before its rollout.
     */
    Answer reschedule(ReleaseNumber release, Actor actor, ReleaseState to, String reason);

    /**
     * Change management takes an RFC back ({@code WITHDRAWN}) or rejects it ({@code REJECTED}). Each open release that has
     * it goes back to {@code SUBMITTED} before its rollout, and stands until people decide once that began.
     */
    Answer takeBack(RfcNumber rfc, Actor actor, Rfc.Status as, String reason);

    /**
     * The security officer recalls a revision. Each open release that delivers it makes the part again before its
     * rollout, and stands until people decide once that began.
     */
    Answer recall(UnitId unit, String version, Actor actor, String reason);

    /**
     * The same because a later scan found something in it, and it is in quarantine; {@code what} may be empty. Not raised
     * where it is recalled already.
     */
    Answer quarantined(UnitRevision revision, Actor officer, String what);

    /**
     * Leads the process of the release at that place to where its record is. {@code told} says whether it could be told;
     * false = it is between two steps, and this is tried again. Told once; true when it was told, or needs no telling.
     */
    boolean tell(long raise, int place, Predicate<Interruption> told);
}
