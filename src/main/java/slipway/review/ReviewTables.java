package slipway.review;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.review.ReviewChapter.Note;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

/** The tables of the review; what belongs to an earlier early life of the release is history only. */
@Repository
class ReviewTables {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What a review note is. */
    enum Kind {
        LESSONS,
        CONCLUSION,
        CLEARING
    }

    ReviewTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void earlyLife(ReleaseNumber release, EarlyLife begun) {
        jdbc.sql(
                        "insert into slipway.early_life (release, round, since, until) values (:release, :round, :since, :until)")
                .param("release", release.value())
                .param("round", begun.round())
                .param("since", Timestamp.from(begun.since()))
                .param("until", Timestamp.from(begun.until()))
                .update();
    }

    /** The newest one, as it began. */
    Optional<EarlyLife> earlyLife(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.early_life where release = :release order by round desc limit 1")
                .param("release", release.value())
                .query((row, line) -> new EarlyLife(
                        row.getInt("round"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant()))
                .optional();
    }

    void score(ReleaseNumber release, int round, Reviews.Score score) {
        jdbc.sql("""
                        insert into slipway.objective_score (release, round, place, objective, critical, score, review_on,
                            remark, actor, at)
                        values (:release, :round, :place, :objective, :critical, :score, :on, :remark, :actor, :at)
                        """)
                .param("release", release.value())
                .param("round", round)
                .param("place", score.place())
                .param("objective", score.objective())
                .param("critical", score.critical())
                .param("score", score.verdict().name())
                .param("on", score.on().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("remark", score.remark())
                .param("actor", score.by().id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<Reviews.Score> scores(ReleaseNumber release, int round) {
        return jdbc.sql("""
                        select * from slipway.objective_score where release = :release and round = :round order by place
                        """)
                .param("release", release.value())
                .param("round", round)
                .query((row, line) -> new Reviews.Score(
                        row.getInt("place"),
                        row.getString("objective"),
                        row.getBoolean("critical"),
                        Reviews.Verdict.valueOf(row.getString("score")),
                        Optional.ofNullable(row.getTimestamp("review_on")).map(Timestamp::toInstant),
                        row.getString("remark"),
                        new Actor(row.getString("actor"))))
                .list();
    }

    void benefit(ReleaseNumber release, int round, int place, boolean met, Actor actor, String remark) {
        jdbc.sql("""
                        insert into slipway.benefit_review (release, round, place, met, remark, actor, at)
                        values (:release, :round, :place, :met, :remark, :actor, :at)
                        """)
                .param("release", release.value())
                .param("round", round)
                .param("place", place)
                .param("met", met)
                .param("remark", remark)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** What was said of benefits, by place; a release is closed in one early life only. */
    List<ReviewChapter.Benefit> benefits(ReleaseNumber release) {
        return jdbc.sql("""
                        select b.*, s.objective from slipway.benefit_review b
                          join slipway.objective_score s using (release, round, place)
                         where b.release = :release order by b.place
                        """)
                .param("release", release.value())
                .query((row, line) -> new ReviewChapter.Benefit(
                        row.getInt("place"),
                        row.getString("objective"),
                        row.getBoolean("met") ? "came" : "did not come",
                        row.getString("remark"),
                        new Actor(row.getString("actor")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    boolean measured(ReleaseNumber release, int place) {
        return benefits(release).stream().anyMatch(benefit -> benefit.place() == place);
    }

    void note(ReleaseNumber release, int round, Kind kind, Actor actor, String text) {
        jdbc.sql("""
                        insert into slipway.review_note (release, round, kind, text, actor, at)
                        values (:release, :round, :kind, :text, :actor, :at)
                        """)
                .param("release", release.value())
                .param("round", round)
                .param("kind", kind.name())
                .param("text", text)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Oldest first. */
    List<Note> notes(ReleaseNumber release, int round, Kind kind) {
        return jdbc.sql("""
                        select * from slipway.review_note
                        where release = :release and round = :round and kind = :kind order by id
                        """)
                .param("release", release.value())
                .param("round", round)
                .param("kind", kind.name())
                .query((row, line) -> new Note(
                        row.getString("text"),
                        new Actor(row.getString("actor")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
