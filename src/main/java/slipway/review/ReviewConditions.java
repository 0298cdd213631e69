package slipway.review;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.change.Changes;
import slipway.change.Rfc;
import slipway.planning.Plans;
import slipway.release.ClosingCondition;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.release.SubmittedRelease;
import slipway.review.ReviewTables.Kind;
import slipway.shared.Refusal;

/** What the review demands before a release closes, and what it says of the outcome. */
@Configuration(proxyBeanMethods = false)
class ReviewConditions {
    private static final Set<Rfc.Status> TAKEN_BACK = Set.of(Rfc.Status.WITHDRAWN, Rfc.Status.REJECTED);

    @Bean
    ClosingCondition objectivesScored(Reviews reviews, Plans plans) {
        return release -> {
            int promised = plans.get(release.number()).objectives().size();
            return promised == reviews.scores(release.number()).size()
                    ? Optional.empty()
                    : Optional.of(Refusal.of("objectives-scored", "The service owner has not scored every objective."));
        };
    }

    @Bean
    ClosingCondition lessonsRecorded(ReviewTables tables) {
        return release -> written(tables, release, Kind.LESSONS)
                ? Optional.empty()
                : Optional.of(Refusal.of("lessons-recorded", "The release manager has not recorded lessons."));
    }

    @Bean
    ClosingCondition reviewHeld(ReviewTables tables) {
        return release -> written(tables, release, Kind.CONCLUSION)
                ? Optional.empty()
                : Optional.of(Refusal.of("review-held", "The change manager has not concluded the review."));
    }

    private static boolean written(ReviewTables tables, SubmittedRelease release, Kind kind) {
        return tables.earlyLife(release.number())
                .map(begun -> tables.notes(release.number(), begun.round(), kind))
                .filter(notes -> !notes.isEmpty())
                .isPresent();
    }

    /** What nobody wants any more was delivered all the same, or not at all: no full success. */
    @Bean
    OutcomeSource rfcTakenBack(Changes changes) {
        return release -> release.rfcs().stream()
                        .flatMap(number -> changes.find(number).stream())
                        .map(Rfc::status)
                        .anyMatch(TAKEN_BACK::contains)
                ? Optional.of(Outcome.WITH_ISSUES)
                : Optional.empty();
    }

    @Bean
    OutcomeSource objectivesMissed(Reviews reviews) {
        return release -> ScoreRules.outcome(reviews.scores(release.number()));
    }
}
