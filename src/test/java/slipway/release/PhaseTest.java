package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseTest {
    @ParameterizedTest(name = "{0} goes on with {1}, and with {2} where an RFC was taken back")
    @CsvSource({
        "DRAFT, QUALIFY, QUALIFY",
        "SUBMITTED, PLAN, QUALIFY",
        "PLANNED, BUILD, BUILD",
        "IN_BUILD, BUILD, BUILD",
        "IN_TEST, ACCEPT, ACCEPT",
        "ACCEPTED, PLAN_ROLLOUT, PLAN_ROLLOUT",
        "SCHEDULED, PLAN_ROLLOUT, PLAN_ROLLOUT",
        "AUTHORISED, PLAN_ROLLOUT, PLAN_ROLLOUT",
        "PREPARED, PLAN_ROLLOUT, PLAN_ROLLOUT",
        "PRE_AUDITED, PLAN_ROLLOUT, PLAN_ROLLOUT",
        "IN_ROLLOUT, ROLL_OUT, ROLL_OUT",
        "PAUSED, ROLL_OUT, ROLL_OUT",
        "DEPLOYED, AUDIT_AFTER, AUDIT_AFTER",
        "BACKING_OUT, AUDIT_AFTER, AUDIT_AFTER",
        "BACKOUT_FAILED, AUDIT_AFTER, AUDIT_AFTER",
        "POST_AUDITED, REVIEW, REVIEW",
        "EARLY_LIFE, REVIEW, REVIEW",
        "REVIEWED, REVIEW, REVIEW",
        "CLOSED, NONE, NONE",
        "REJECTED, NONE, NONE",
        "CANCELLED, NONE, NONE"
    })
    void each_state_goes_on_with_its_phase(ReleaseState state, Phase phase, Phase withoutRfc) {
        assertThat(Phase.of(state, true)).isEqualTo(phase);
        assertThat(Phase.of(state, false)).isEqualTo(withoutRfc);
    }
}
