package slipway.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;

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

    void earlyLife(ReleaseNumber release, Instant until) {
        jdbc.sql("insert into slipway.early_life (release, until) values (:release, :until)")
                .param("release", release.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    void score(ReleaseNumber release, Reviews.Score score) {
        jdbc.sql("""
                        insert into slipway.objective_score (release, place, objective, met, remark, actor, at)
                        values (:release, :place, :objective, :met, :remark, :actor, :at)
                        """)
                .param("release", release.value())
                .param("place", score.place())
                .param("objective", score.objective())
                .param("met", score.met())
                .param("remark", score.remark())
                .param("actor", score.by().id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<Reviews.Score> scores(ReleaseNumber release) {
        return jdbc.sql("select * from slipway.objective_score where release = :release order by place")
                .param("release", release.value())
                .query((row, line) -> new Reviews.Score(
                        row.getInt("place"),
                        row.getString("objective"),
                        row.getBoolean("met"),
                        row.getString("remark"),
                        new Actor(row.getString("actor"))))
                .list();
    }

    void note(ReleaseNumber release, Kind kind, Actor actor, String text) {
        jdbc.sql("""
                        insert into slipway.review_note (release, kind, text, actor, at)
                        values (:release, :kind, :text, :actor, :at)
                        """)
                .param("release", release.value())
                .param("kind", kind.name())
                .param("text", text)
                .param("actor", actor.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<String> notes(ReleaseNumber release, Kind kind) {
        return jdbc.sql("select text from slipway.review_note where release = :release and kind = :kind order by id")
                .param("release", release.value())
                .param("kind", kind.name())
                .query(String.class)
                .list();
    }
}
