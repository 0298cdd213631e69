package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.release.Outcome.BACKED_OUT;
import static slipway.release.Outcome.FAILED;
import static slipway.release.Outcome.SUCCESS;
import static slipway.release.Outcome.WITH_ISSUES;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void of_two_that_fit_the_worse_one_counts() {
        assertThat(Outcomes.worst(List.of(SUCCESS))).contains(SUCCESS);
        assertThat(Outcomes.worst(List.of(SUCCESS, WITH_ISSUES))).contains(WITH_ISSUES);
        assertThat(Outcomes.worst(List.of(FAILED, WITH_ISSUES, SUCCESS))).contains(FAILED);
        assertThat(Outcomes.worst(List.of(FAILED, BACKED_OUT))).contains(BACKED_OUT);
    }

    @Test
    void nobody_who_can_tell_is_no_outcome() {
        assertThat(Outcomes.worst(List.of())).isEmpty();
    }

    @Test
    void a_failed_release_delivered_nothing() {
        assertThat(Outcomes.delivered(SUCCESS)).isTrue();
        assertThat(Outcomes.delivered(WITH_ISSUES)).isTrue();
        assertThat(Outcomes.delivered(FAILED)).isFalse();
        assertThat(Outcomes.delivered(BACKED_OUT)).isFalse();
    }
}
