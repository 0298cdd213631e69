package slipway.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipway.planning.PlanChapter.Weight;
import slipway.release.Chapter;
import slipway.shared.Actor;

/** Early life, scores, lessons, the conclusion, what keeps the release from closing, and what came of it later. */
public record ReviewChapter(
        Optional<Instant> earlyLifeUntil,
        List<Score> scores,
        List<Note> lessons,
        List<Note> conclusions,
        List<Note> clearings,
        List<Condition> conditions,
        List<Benefit> benefits)
        implements Chapter {
    /** What the service owner said of one objective; {@code on} = when it is measured, if that is later. */
    public record Score(
            int place,
            String objective,
            Weight critical,
            String score,
            Optional<Instant> on,
            String remark,
            Actor by) {}

    /** What became of a benefit after the release was closed. */
    public record Benefit(int place, String objective, String result, String remark, Actor by, Instant at) {}

    /** What somebody wrote. */
    public record Note(String text, Actor by, Instant at) {}

    /** A condition of closing that is open. */
    public record Condition(String condition, String reason) {}
}
