package slipway.planning;

import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Plans and their approval as baseline. */
public interface Plans {

    /** Writes or rewrites the plan of a release that is {@code SUBMITTED}; refuses nonsense by field. */
    Result draft(Plan plan);

    Optional<Plan> find(ReleaseNumber release);

    /** The plan; an error when there is none. */
    Plan get(ReleaseNumber release);

    /** The change manager's decision on plan and back-out as baseline; the author may not decide. */
    Result decideBaseline(ReleaseNumber release, Actor actor, boolean approved, String reason);

    /** {@code SUBMITTED → PLANNED} when the baseline approval stands. */
    Result publish(ReleaseNumber release);
}
