package slipway.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.event.EventLog;
import slipway.planning.Objective;
import slipway.planning.Plans;
import slipway.policy.Policies;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.review.ReviewTables.Kind;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredReviews implements Reviews {
    private static final Set<ReleaseState> BEGUN = Set.of(ReleaseState.EARLY_LIFE, ReleaseState.REVIEWED);

    private final ReviewTables tables;
    private final EarlyLives lives;
    private final Plans plans;
    private final Policies policies;
    private final Releases releases;
    private final Closing closing;
    private final EventLog log;
    private final Clock clock;

    StoredReviews(
            ReviewTables tables,
            EarlyLives lives,
            Plans plans,
            Policies policies,
            Releases releases,
            Closing closing,
            EventLog log,
            Clock clock) {
        this.tables = tables;
        this.lives = lives;
        this.plans = plans;
        this.policies = policies;
        this.releases = releases;
        this.closing = closing;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Instant startEarlyLife(ReleaseNumber release) {
        SubmittedRelease submitted = releases.submitted(release);
        if (BEGUN.contains(submitted.state())) {
            return goesOn(release, lives.of(release).orElseThrow());
        }
        if (releases.move(release, ReleaseState.EARLY_LIFE) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
        int round = tables.earlyLife(release).map(EarlyLife::round).orElse(0) + 1;
        Instant since = clock.instant();
        Instant until = since.plus(policies.version(submitted.policy()).earlyLife());
        tables.earlyLife(release, new EarlyLife(round, since, until));
        log.append(release, new ReviewEvent.EarlyLifeStarted(round, until));
        return until;
    }

    private Instant goesOn(ReleaseNumber release, EarlyLife early) {
        if (early.until().isAfter(clock.instant())) {
            log.append(release, new ReviewEvent.EarlyLifeGoesOn(early.round(), early.until()));
        }
        return early.until();
    }

    @Override
    @Transactional(readOnly = true)
    public Step step(ReleaseNumber release) {
        if (releases.get(release).state() == ReleaseState.REVIEWED) {
            return Step.REVIEWED;
        }
        return scores(release).isEmpty() ? Step.WATCHED : Step.SCORED;
    }

    @Override
    public Result score(ReleaseNumber release, Actor actor, List<Said> said, String remark) {
        List<Objective> objectives = plans.get(release).objectives();
        Optional<Refusal> refused =
                ScoreRules.refused(releases.get(release).state(), objectives, said, scores(release), clock.instant());
        if (refused.isPresent()) {
            return new Result.Refused(refused.get());
        }
        int round = round(release).orElseThrow();
        List<Score> scores = ScoreRules.scores(objectives, said, remark, actor);
        scores.forEach(score -> tables.score(release, round, score));
        log.append(release, actor, ReviewEvent.ObjectivesScored.of(scores, remark));
        return Result.done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Score> scores(ReleaseNumber release) {
        return round(release).map(round -> tables.scores(release, round)).orElse(List.of());
    }

    @Override
    public Result recordLessons(ReleaseNumber release, Actor actor, String lessons) {
        return noted(release, Kind.LESSONS, actor, "lessons", lessons, new ReviewEvent.LessonsRecorded(lessons));
    }

    @Override
    public Result conclude(ReleaseNumber release, Actor actor, String conclusion) {
        if (conclusion.isBlank()) {
            return blank("conclusion");
        }
        return switch (releases.move(release, ReleaseState.REVIEWED)) {
            case Result.Done done ->
                noted(
                        release,
                        Kind.CONCLUSION,
                        actor,
                        "conclusion",
                        conclusion,
                        new ReviewEvent.ReleaseReviewed(conclusion));
            case Result.Refused no -> no;
        };
    }

    @Override
    public Result clear(ReleaseNumber release, Actor actor, String remark) {
        return noted(release, Kind.CLEARING, actor, "remark", remark, new ReviewEvent.ClosingCleared(remark));
    }

    private Result noted(ReleaseNumber release, Kind kind, Actor actor, String field, String text, ReviewEvent event) {
        Optional<Integer> round = round(release);
        if (text.isBlank()) {
            return blank(field);
        }
        if (round.isEmpty()) {
            return Result.refused(
                    "not-in-early-life", "The early life of release " + release + " has not begun; wait for it.");
        }
        tables.note(release, round.get(), kind, actor, text);
        log.append(release, actor, event);
        return Result.done();
    }

    private static Result blank(String field) {
        return Result.refusedAt(field, "text-required", "Write at least one sentence.");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Score> benefits(ReleaseNumber release) {
        return releases.get(release).state() == ReleaseState.CLOSED
                ? scores(release).stream()
                        .filter(score -> score.verdict() == Verdict.LATER)
                        .filter(score -> !tables.measured(release, score.place()))
                        .toList()
                : List.of();
    }

    @Override
    public Result reviewBenefit(ReleaseNumber release, int place, Actor actor, boolean met, String remark) {
        Optional<Score> benefit = benefits(release).stream()
                .filter(score -> score.place() == place)
                .findFirst();
        if (remark.isBlank()) {
            return blank("remark");
        }
        if (benefit.isEmpty()) {
            return Result.refused(
                    "no-benefit-open", "Nothing of release " + release + " is to be measured there, or not any more.");
        }
        tables.benefit(release, round(release).orElseThrow(), place, met, actor, remark);
        log.append(release, actor, new ReviewEvent.BenefitReviewed(benefit.get().objective(), met, remark));
        return Result.done();
    }

    @Override
    public Result close(ReleaseNumber release) {
        Result closed = closing.close(release);
        if (closed instanceof Result.Refused no) {
            log.append(release, new ReviewEvent.ClosingRefused(no.refusal().reason()));
        }
        return closed;
    }

    private Optional<Integer> round(ReleaseNumber release) {
        return tables.earlyLife(release).map(EarlyLife::round);
    }
}
