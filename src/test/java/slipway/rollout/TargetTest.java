package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import slipway.shared.PartId;
import slipway.shared.SiteId;

class TargetTest {
    @Test
    void it_begins_planned_and_untouched() {
        Target planned = Target.planned(new PartId(RELEASE, CHECK), new SiteId("oslo"), 2, 1, Instant.EPOCH);
        assertThat(planned.part()).isEqualTo(new PartId(RELEASE, CHECK));
        assertThat(planned.where()).hasToString("iban-check at oslo");
        assertThat(planned.state()).isEqualTo(TargetState.PLANNED);
        assertThat(planned.wave()).isEqualTo(2);
        assertThat(planned.place()).isEqualTo(1);
        assertThat(planned.attempt()).isEqualTo(1);
        assertThat(planned.activated()).isFalse();
        assertThat(planned.leftAlone()).isEmpty();
    }

    @Test
    void left_alone_it_is_what_it_was_before_it_was_to_return() {
        assertThat(at("oslo")
                        .is(TargetState.VERIFIED)
                        .is(TargetState.BACKING_OUT)
                        .target()
                        .stateBeforeBackOut())
                .isEqualTo(TargetState.VERIFIED);
        assertThat(at("oslo").is(TargetState.BACKING_OUT).target().stateBeforeBackOut())
                .isEqualTo(TargetState.FAILED);
    }
}
