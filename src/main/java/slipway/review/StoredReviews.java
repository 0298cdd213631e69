package slipway.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.planning.Plans;
import slipway.policy.Policies;
import slipway.release.ClosingCondition;
import slipway.release.Journal;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredReviews implements Reviews {
    private final ReviewTables tables;
    private final Plans plans;
    private final Policies policies;
    private final Releases releases;
    private final Closing closing;
    private final ObjectProvider<ClosingCondition> conditions;
    private final Journal journal;
    private final Clock clock;

    StoredReviews(
            ReviewTables tables,
            Plans plans,
            Policies policies,
            Releases releases,
            Closing closing,
            ObjectProvider<ClosingCondition> conditions,
            Journal journal,
            Clock clock) {
        this.tables = tables;
        this.plans = plans;
        this.policies = policies;
        this.releases = releases;
        this.closing = closing;
        this.conditions = conditions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Instant startEarlyLife(ReleaseNumber release) {
        if (releases.move(release, ReleaseState.EARLY_LIFE) instanceof Result.Refused no) {
            throw new IllegalStateException(no.refusal().toString());
        }
        Instant until = clock.instant().plus(policies.inForce().earlyLife());
        tables.earlyLife(release, until);
        journal.append(release, "EarlyLifeStarted", null, Map.of("until", until.toString()));
        return until;
    }

    @Override
    public Result score(ReleaseNumber release, Actor actor, List<Boolean> met, String remark) {
        ReleaseState state = releases.get(release).state();
        if (state != ReleaseState.EARLY_LIFE) {
            return Result.refused(
                    "not-in-early-life",
                    "Release " + release + " is " + state + "; objectives are scored in EARLY_LIFE.");
        }
        List<String> objectives = plans.get(release).objectives();
        if (met.size() != objectives.size()) {
            return Result.refusedAt(
                    "score" + Math.min(met.size() + 1, objectives.size()),
                    "every-objective-scored",
                    "The plan promised " + objectives.size() + " objectives; score each of them.");
        }
        if (!tables.scores(release).isEmpty()) {
            return Result.refused("scored-once", "The objectives of release " + release + " are scored already.");
        }
        IntStream.range(0, objectives.size())
                .mapToObj(place -> new Score(place + 1, objectives.get(place), met.get(place), remark, actor))
                .forEach(score -> tables.score(release, score));
        journal.append(release, "ObjectivesScored", actor, Map.of("met", met));
        return Result.done();
    }

    @Override
    public List<Score> scores(ReleaseNumber release) {
        return tables.scores(release);
    }

    @Override
    public Result recordLessons(ReleaseNumber release, Actor actor, String lessons) {
        return noted(release, ReviewTables.Kind.LESSONS, actor, "lessons", lessons, "LessonsRecorded");
    }

    @Override
    public List<String> lessons(ReleaseNumber release) {
        return tables.notes(release, ReviewTables.Kind.LESSONS);
    }

    @Override
    public Result conclude(ReleaseNumber release, Actor actor, String conclusion) {
        if (conclusion.isBlank()) {
            return blank("conclusion");
        }
        return switch (releases.move(release, ReleaseState.REVIEWED)) {
            case Result.Done done ->
                noted(release, ReviewTables.Kind.CONCLUSION, actor, "conclusion", conclusion, "ReleaseReviewed");
            case Result.Refused no -> no;
        };
    }

    @Override
    public Result clear(ReleaseNumber release, Actor actor, String remark) {
        return noted(release, ReviewTables.Kind.CLEARING, actor, "remark", remark, "ClosingCleared");
    }

    private Result noted(
            ReleaseNumber release, ReviewTables.Kind kind, Actor actor, String field, String text, String event) {
        if (text.isBlank()) {
            return blank(field);
        }
        tables.note(release, kind, actor, text);
        journal.append(release, event, actor, Map.of());
        return Result.done();
    }

    private static Result blank(String field) {
        return Result.refusedAt(field, "text-required", "Write at least one sentence.");
    }

    @Override
    public Result close(ReleaseNumber release) {
        return closing.close(release);
    }

    @Override
    public List<Map<String, String>> openConditions(ReleaseNumber number) {
        Release release = releases.get(number);
        return conditions
                .orderedStream()
                .flatMap(condition -> condition.unmet(release).stream())
                .map(open -> Map.of("condition", open.rule(), "reason", open.reason()))
                .toList();
    }
}
