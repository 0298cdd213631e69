package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;

class TargetStateTest {
    private static final Target PLANNED = new Target(
            new ReleaseNumber("REL-2026-0001"),
            new SiteId("zurich"),
            new UnitId("iban-check"),
            1,
            TargetState.PLANNED,
            1,
            "",
            null,
            null,
            false,
            Instant.EPOCH);

    @Test
    void a_site_is_verified_only_after_it_was_distributed_to_and_activated() {
        assertThat(TargetState.PLANNED.mayBecome(TargetState.VERIFIED)).isFalse();
        assertThat(TargetState.PLANNED.mayBecome(TargetState.ACTIVATED)).isFalse();
        assertThat(TargetState.DISTRIBUTED.mayBecome(TargetState.VERIFIED)).isFalse();
        assertThatThrownBy(() -> PLANNED.in(TargetState.VERIFIED, "", Instant.EPOCH))
                .hasMessageContaining("is PLANNED and cannot become VERIFIED");
    }

    @Test
    void a_failed_site_gets_its_next_attempt() {
        Target again =
                PLANNED.in(TargetState.FAILED, "broken", Instant.EPOCH).in(TargetState.PLANNED, "", Instant.EPOCH);
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void restored_and_repaired_sites_stay_what_they_are() {
        for (TargetState next : TargetState.values()) {
            assertThat(TargetState.RESTORED.mayBecome(next)).isFalse();
            assertThat(TargetState.REPAIRED.mayBecome(next)).isFalse();
        }
    }
}
