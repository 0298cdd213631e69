package slipway.review;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.identity.Clearance;
import slipway.planning.PlanChapter.Weight;
import slipway.release.ChapterSource;
import slipway.release.ClosingCondition;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.review.ReviewChapter.Condition;
import slipway.review.ReviewChapter.Note;
import slipway.review.ReviewChapter.Score;
import slipway.review.ReviewTables.Kind;
import slipway.shared.ReleaseNumber;

@Component
@Transactional(readOnly = true)
class ReviewSource implements ChapterSource<ReviewChapter> {
    private final ReviewTables tables;
    private final EarlyLives lives;
    private final Releases releases;
    private final ObjectProvider<ClosingCondition> conditions;

    ReviewSource(
            ReviewTables tables, EarlyLives lives, Releases releases, ObjectProvider<ClosingCondition> conditions) {
        this.tables = tables;
        this.lives = lives;
        this.releases = releases;
        this.conditions = conditions;
    }

    @Override
    public Class<ReviewChapter> type() {
        return ReviewChapter.class;
    }

    @Override
    public Clearance readers() {
        return Clearance.DECISIONS;
    }

    @Override
    public ReviewChapter of(ReleaseNumber release) {
        Optional<EarlyLife> begun = lives.of(release);
        return new ReviewChapter(
                begun.map(EarlyLife::until),
                begun.map(early -> scores(release, early.round())).orElse(List.of()),
                notes(release, begun, Kind.LESSONS),
                notes(release, begun, Kind.CONCLUSION),
                notes(release, begun, Kind.CLEARING),
                conditions(release),
                tables.benefits(release));
    }

    private List<Score> scores(ReleaseNumber release, int round) {
        return tables.scores(release, round).stream()
                .map(score -> new Score(
                        score.place(),
                        score.objective(),
                        score.critical() ? Weight.YES : Weight.NO,
                        words(score.verdict()),
                        score.on(),
                        score.remark(),
                        score.by()))
                .toList();
    }

    private static String words(Reviews.Verdict verdict) {
        return switch (verdict) {
            case MET -> "met";
            case MISSED -> "missed";
            case LATER -> "not yet measurable";
        };
    }

    private List<Note> notes(ReleaseNumber release, Optional<EarlyLife> begun, Kind kind) {
        return begun.map(early -> tables.notes(release, early.round(), kind)).orElse(List.of());
    }

    // Whether it may close is a question from the review on, and none once it is closed.
    private List<Condition> conditions(ReleaseNumber number) {
        return releases.get(number) instanceof SubmittedRelease release && release.state() == ReleaseState.REVIEWED
                ? conditions
                        .orderedStream()
                        .flatMap(condition -> condition.unmet(release).stream())
                        .map(open -> new Condition(open.rule().replace('-', ' '), open.reason()))
                        .toList()
                : List.of();
    }
}
