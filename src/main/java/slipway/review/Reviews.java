package slipway.review;

import java.time.Instant;
import java.util.List;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/**
 * Early life, objectives, lessons, the post-implementation review, and closing. A release that is stopped and backed out
 * after its early life lives another one, and is scored and reviewed again.
 */
public interface Reviews {

    /** What the service owner said of one objective. */
    record Score(int place, String objective, boolean met, String remark, Actor by) {}

    /** How far the review of the present early life is. */
    enum Step {
        WATCHED,
        SCORED,
        REVIEWED
    }

    /**
     * {@code POST_AUDITED → EARLY_LIFE}; until when the release's own policy has it watched. One that was stopped and goes
     * on lives what was left of the early life that it began: the time that it stood does not count.
     */
    Instant startEarlyLife(ReleaseNumber release);

    Step step(ReleaseNumber release);

    /** Scores every objective of the plan, in its order, once. */
    Result score(ReleaseNumber release, Actor actor, List<Boolean> met, String remark);

    /** The scores of the present early life. */
    List<Score> scores(ReleaseNumber release);

    Result recordLessons(ReleaseNumber release, Actor actor, String lessons);

    /** The change manager's conclusion; {@code EARLY_LIFE → REVIEWED}. */
    Result conclude(ReleaseNumber release, Actor actor, String conclusion);

    /** Notes what was done about an open closing condition. */
    Result clear(ReleaseNumber release, Actor actor, String remark);

    /** {@code REVIEWED → CLOSED} with the worst outcome proposed; then the RFCs that were delivered follow. */
    Result close(ReleaseNumber release);
}
