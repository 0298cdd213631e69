package slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/** Early life, objectives, lessons, the post-implementation review, and closing. */
public interface Reviews {

    /** What the service owner said of one objective. */
    record Score(int place, String objective, boolean met, String remark, Actor by) {}

    /** {@code POST_AUDITED → EARLY_LIFE}; until when the policy in force has the release watched. */
    Instant startEarlyLife(ReleaseNumber release);

    /** Scores every objective of the plan, in its order, once. */
    Result score(ReleaseNumber release, Actor actor, List<Boolean> met, String remark);

    List<Score> scores(ReleaseNumber release);

    Result recordLessons(ReleaseNumber release, Actor actor, String lessons);

    /** The lessons, newest last. */
    List<String> lessons(ReleaseNumber release);

    /** The change manager's conclusion; {@code EARLY_LIFE → REVIEWED}. */
    Result conclude(ReleaseNumber release, Actor actor, String conclusion);

    /** Notes what was done about an open closing condition. */
    Result clear(ReleaseNumber release, Actor actor, String remark);

    /** {@code REVIEWED → CLOSED} with the worst outcome proposed; then RFCs and library follow what is live. */
    Result close(ReleaseNumber release);

    /** The closing conditions that are open, each with its reason, as the table of the form. */
    List<Map<String, String>> openConditions(ReleaseNumber release);
}
