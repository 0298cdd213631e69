package slipway.review;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.planning.Plans;
import slipway.release.ClosingCondition;
import slipway.release.Outcome;
import slipway.release.OutcomeSource;
import slipway.shared.Refusal;

/** What the review demands before a release closes, and what it says of the outcome. */
@Configuration(proxyBeanMethods = false)
class ReviewConditions {

    @Bean
    ClosingCondition objectivesScored(ReviewTables tables, Plans plans) {
        return release -> {
            int promised = plans.get(release.number()).objectives().size();
            return promised == tables.scores(release.number()).size()
                    ? Optional.empty()
                    : Optional.of(Refusal.of("objectives-scored", "The service owner has not scored every objective."));
        };
    }

    @Bean
    ClosingCondition lessonsRecorded(ReviewTables tables) {
        return release ->
                tables.notes(release.number(), ReviewTables.Kind.LESSONS).isEmpty()
                        ? Optional.of(Refusal.of("lessons-recorded", "The release manager has not recorded lessons."))
                        : Optional.empty();
    }

    @Bean
    ClosingCondition reviewHeld(ReviewTables tables) {
        return release ->
                tables.notes(release.number(), ReviewTables.Kind.CONCLUSION).isEmpty()
                        ? Optional.of(Refusal.of("review-held", "The change manager has not concluded the review."))
                        : Optional.empty();
    }

    @Bean
    OutcomeSource objectivesMissed(ReviewTables tables) {
        return release -> tables.scores(release.number()).stream().allMatch(Reviews.Score::met)
                ? Optional.empty()
                : Optional.of(Outcome.FAILED);
    }
}
