package slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.release.Chapter;
import slipway.shared.Actor;

/** Early life, scores, lessons, the conclusion, and what keeps the release from closing. */
public record ReviewChapter(
        Optional<Instant> earlyLifeUntil,
        List<Score> scores,
        List<Note> lessons,
        List<Note> conclusions,
        List<Note> clearings,
        List<Condition> conditions)
        implements Chapter {
    /** What the service owner said of one objective. */
    public record Score(int place, String objective, String score, String remark, Actor by) {}

    /** What somebody wrote. */
    public record Note(String text, Actor by, Instant at) {}

    /** A condition of closing that is open. */
    public record Condition(String condition, String reason) {}
}
