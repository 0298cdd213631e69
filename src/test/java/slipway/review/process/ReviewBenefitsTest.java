package slipway.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.engine.Submission;
import slipway.engine.TaskContext;
import slipway.engine.UserTask.Recorded;
import slipway.release.Dossiers;
import slipway.review.Reviews;
import slipway.shared.Actor;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

class ReviewBenefitsTest {
    private static final ReleaseNumber RELEASE = ReleaseNumber.of(2099, 1);
    private static final Actor OLGA = new Actor("olga");

    private final List<List<Object>> reviewed = new ArrayList<>();
    private final Reviews reviews = played(Reviews.class);

    @Test
    void a_benefit_was_met_or_missed_as_the_service_owner_says() {
        review("MET");
        review("MISSED");

        assertThat(reviewed)
                .containsExactly(List.of(RELEASE, 2, OLGA, true, "Seen"), List.of(RELEASE, 2, OLGA, false, "Seen"));
    }

    private void review(String result) {
        TaskContext task = new TaskContext(
                RELEASE.value(), "1", "Task_ReviewBenefits", Map.of(MeasureBenefitsProcess.BENEFIT_PLACE.name(), 2));
        assertThat(new ReviewBenefits(reviews, played(Dossiers.class))
                        .complete(task, new Submission(OLGA, Map.of("result", result, "remark", "Seen"))))
                .isEqualTo(Recorded.nothing());
    }

    /** Takes whatever is said of a benefit. */
    private <T> T played(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    reviewed.add(List.of(arguments));
                    return Result.done();
                }));
    }
}
