package slipway.release;

import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitId;
import slipway.shared.UnitRevision;

/** The releases, their parts and their states. Every command decides before it writes and refuses by value. */
public interface Releases {

    /** A new {@code DRAFT} with the year's next number. */
    ReleaseNumber draft(Actor requester, String title, String purpose);

    Optional<Release> find(ReleaseNumber number);

    /** The release; an error when there is none. */
    Release get(ReleaseNumber number);

    /** Locks the release until the transaction ends; an error when there is none. */
    void hold(ReleaseNumber number);

    /** Which phase goes on with the release as it stands. */
    Phase phase(ReleaseNumber number);

    /** The release since its submission; an error when there is none or it never was submitted. */
    SubmittedRelease submitted(ReleaseNumber number);

    /** One part as it stands; an error when there is none. Costs the same however many sites the release has. */
    ReleasePart part(PartId id);

    /** Newest first, at most that many, older than that one where it is named. */
    List<Release> page(Optional<ReleaseNumber> olderThan, int most);

    /** The submitted releases that have not ended, oldest first. */
    List<SubmittedRelease> open();

    /** The submitted releases that deliver the unit and have not ended, oldest first. */
    List<SubmittedRelease> open(UnitId unit);

    /**
     * {@code DRAFT | SUBMITTED → SUBMITTED}: freezes the type, binds the policy version, takes the scope, claims the
     * RFCs' criteria at the sites. A second submission keeps parts whose unit and source are the same, with their
     * revisions, and never lowers the type.
     */
    Result submit(ReleaseNumber number, Scope scope, ReleaseType type, int policy);

    /**
     * Binds what the part's source names exactly; while {@code SUBMITTED}. Other content than before is made anew, the
     * same keeps what was made of it.
     */
    Result pin(PartId part, String pin);

    /** Makes a part that is not made, or was sent back, of another source; while {@code IN_BUILD}. */
    Result resource(PartId part, String source, String pin);

    /** The part is in the library as that revision; while {@code IN_BUILD}. */
    Result ready(PartId part, UnitRevision revision);

    /** Sends a made part back to be made again, for that reason; while {@code IN_TEST}, or back {@code IN_BUILD}. */
    Result rework(PartId part, String reason);

    /** The made part is tested and accepted, once; while {@code IN_TEST}. */
    Result accepted(PartId part);

    /**
     * Any other move of the state table. Into {@code IN_TEST} every part must be ready, into {@code ACCEPTED} accepted,
     * with each step towards the sites every {@link MoveCondition} must hold, into {@code AUTHORISED} every {@link Reserving} must hold what it needs, from {@code PRE_AUDITED} into {@code
     * IN_ROLLOUT} every {@link GoLiveCondition} must hold. From {@code PAUSED} back to where it was stopped. Use {@link
     * #close} for {@code CLOSED}. The same state again is refused.
     */
    Result move(ReleaseNumber number, ReleaseState to);

    /**
     * The same for a move back that comes from outside its process, for that reason; already there is no refusal. Whoever
     * goes on with it reads the reason: {@link #wentBackBecause}.
     */
    Result goBack(ReleaseNumber number, ReleaseState to, String why);

    /** Why it came back to where it is; empty once it went on from there. */
    Optional<String> wentBackBecause(ReleaseNumber number);

    /** How often it went back from outside its process: whoever was told of it before is told again. */
    int wentBack(ReleaseNumber number);

    /**
     * {@code IN_ROLLOUT | PAUSED → CANCELLED}, for the rollout alone, which knows that no site was switched and that none
     * will be.
     */
    Result giveUp(ReleaseNumber number);

    /** {@code REVIEWED → CLOSED} with its outcome when every {@link ClosingCondition} holds; none registered = refused. */
    Result close(ReleaseNumber number, Outcome outcome);
}
