package slipway.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.PlaceOfUnit;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Plans, each draft a version that is kept, and their approval as baseline. */
public interface Plans {
    /** What a person writes of a plan; what sites return to is found out, not written. */
    record Draft(
            ReleaseNumber release,
            List<Objective> objectives,
            Instant start,
            Instant end,
            Duration backoutLimit,
            Plan.PointOfNoReturn pointOfNoReturn,
            Actor author) {}

    /**
     * Writes the next version of the plan of a release that is {@code SUBMITTED}, and binds what each part's source
     * names exactly; refuses nonsense by field.
     */
    Result draft(Draft draft);

    /** What a plan drafted now would return sites to. */
    List<PlanChapter.ReturnTo> returnsNow(ReleaseNumber release);

    /** Why what the newest version returns these places to is not their way back any more, if so. */
    Optional<Refusal> returnsChanged(SubmittedRelease release, Set<PlaceOfUnit> places);

    /** The newest version. */
    Optional<Plan> find(ReleaseNumber release);

    /** The newest version; an error when there is none. */
    Plan get(ReleaseNumber release);

    /** When the window of the newest version ends; costs the same however many sites the plan has. */
    Instant windowEnd(ReleaseNumber release);

    /**
     * The change manager's decision on plan and back-out as baseline; the author may not decide, and nobody approves
     * what is to be made of something else, or returns to something else, by now.
     */
    Result decideBaseline(ReleaseNumber release, Actor actor, boolean approved, String reason);

    /** {@code SUBMITTED → PLANNED} when the baseline approval stands and sources and ways back are what was planned. */
    Result publish(ReleaseNumber release);
}
