package slipway.scenario;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.SoftAssertions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is missed when a guard is taken out; everything that is tried is undone. */
final class Missed {
    private final TakingOut guards;
    private final TransactionTemplate transaction;
    private final SoftAssertions found = new SoftAssertions();
    private final Set<String> tried = new TreeSet<>();

    Missed(TakingOut guards, PlatformTransactionManager transactions) {
        this.guards = guards;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** With all guards in place the words come of the attempt; without this one, at this place, they do not. */
    void without(String place, String guard, String words, Supplier<String> attempt) {
        tried.add(place + " " + guard);
        found.assertThat(undone(attempt)).as(guard + " in its place").contains(words);
        guards.takeOut(place, guard);
        try {
            found.assertThat(undone(attempt))
                    .as("without " + guard + " at " + place)
                    .doesNotContain(words);
        } finally {
            guards.putBack();
        }
    }

    /** At this place the guard has nothing to say, even where it would object elsewhere. */
    void silent(String place, String guard, String words, Supplier<String> attempt) {
        tried.add(place + " " + guard);
        found.assertThat(undone(attempt))
                .as(guard + " is silent at " + place)
                .isNotEmpty()
                .doesNotContain(words);
    }

    AbstractStringAssert<?> assertThat(Supplier<String> attempt) {
        return found.assertThat(undone(attempt));
    }

    void everythingWasTried() {
        found.assertThat(tried).as("guards and the places where they are asked").isEqualTo(guards.guards());
        found.assertAll();
    }

    private String undone(Supplier<String> attempt) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return attempt.get();
        }));
    }
}
