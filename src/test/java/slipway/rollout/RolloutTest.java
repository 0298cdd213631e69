package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutTest {
    @Test
    void what_was_decided_is_carried_out_once() {
        Optional<PausedDecision> resume = Optional.of(PausedDecision.RESUME);

        assertThat(rollout(resume, false).toCarryOut()).isEqualTo(resume);
        assertThat(rollout(resume, true).toCarryOut()).isEmpty();
        assertThat(rollout(Optional.empty(), false).toCarryOut()).isEmpty();
    }

    private static Rollout rollout(Optional<PausedDecision> decision, boolean done) {
        return new Rollout(
                Parts.percent(10),
                Optional.empty(),
                List.of(),
                "A site failed.",
                decision,
                List.of(),
                "It was the network.",
                done);
    }
}
