package slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.acceptance.Values.CHECK;
import static slipway.acceptance.Values.denied;
import static slipway.acceptance.Values.granted;
import static slipway.acceptance.Values.voided;

import org.junit.jupiter.api.Test;
import slipway.approval.Approvals;
import slipway.approval.Aspect;
import slipway.approval.Bound;

class VerdictWordsTest {
    @Test
    void a_verdict_says_who_said_what() {
        assertThat(VerdictWords.of(granted("all green"))).isEqualTo("passed by tom: all green");
        assertThat(VerdictWords.of(granted(""))).isEqualTo("passed by tom");
        assertThat(VerdictWords.of(denied("case 3"))).isEqualTo("failed by tom: case 3");
        assertThat(VerdictWords.of(voided(Bound.of(Aspect.REVISION, CHECK))))
                .isEqualTo("no longer stands, to be judged again");
        assertThat(VerdictWords.of(new Approvals.Missing())).isEqualTo("not judged yet");
    }
}
