package slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

/**
 * Early life, objectives, lessons, the post-implementation review, and closing. A release that is stopped and backed out
 * after its early life lives another one, and is scored and reviewed again.
 */
public interface Reviews {

    /** Whether an objective was met. */
    enum Verdict {
        MET,
        MISSED,
        /** It cannot be measured yet. */
        LATER
    }

    /** What the service owner says of an objective; {@code on} = when it is measured, if that is later. */
    record Said(Verdict verdict, Optional<Instant> on) {}

    /** What the service owner said of one objective; {@code on} = when it is measured, for {@code LATER} alone. */
    record Score(
            int place,
            String objective,
            boolean critical,
            Verdict verdict,
            Optional<Instant> on,
            String remark,
            Actor by) {}

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

    /** Scores every objective of the plan, in its order, once; those that are critical for going live now. */
    Result score(ReleaseNumber release, Actor actor, List<Said> said, String remark);

    /** The scores of the present early life. */
    List<Score> scores(ReleaseNumber release);

    Result recordLessons(ReleaseNumber release, Actor actor, String lessons);

    /** The change manager's conclusion; {@code EARLY_LIFE → REVIEWED}. */
    Result conclude(ReleaseNumber release, Actor actor, String conclusion);

    /** Notes what was done about an open closing condition. */
    Result clear(ReleaseNumber release, Actor actor, String remark);

    /** What the release closed without, as it is still to be measured; empty before it is closed. */
    List<Score> benefits(ReleaseNumber release);

    /**
     * What became of a benefit that was left for later, once; its date is over when it is asked for. The outcome of the
     * release stays as it is.
     */
    Result reviewBenefit(ReleaseNumber release, int place, Actor actor, boolean met, String remark);

    /** {@code REVIEWED → CLOSED} with the worst outcome proposed; then the RFCs that were delivered follow. */
    Result close(ReleaseNumber release);
}
