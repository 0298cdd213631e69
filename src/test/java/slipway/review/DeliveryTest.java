package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.NOTHING_TO_DO;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.rollout.TargetState;
import slipway.shared.RfcNumber;
import slipway.shared.UnitId;

class DeliveryTest {
    private static final UnitId A = new UnitId("a");
    private static final UnitId B = new UnitId("b");
    private static final RfcNumber OF_A = new RfcNumber("RFC-1");
    private static final RfcNumber OF_B = new RfcNumber("RFC-2");
    private static final Map<RfcNumber, UnitId> RFCS = Map.of(OF_A, A, OF_B, B);

    @Test
    void an_rfc_is_delivered_when_its_part_is_verified_at_every_site() {
        assertThat(Delivery.of(RFCS, Map.of(A, Set.of(VERIFIED, NOTHING_TO_DO), B, Set.of(VERIFIED, RESTORED))))
                .containsExactly(OF_A);
    }

    @ParameterizedTest
    @EnumSource(
            value = TargetState.class,
            names = {"VERIFIED", "NOTHING_TO_DO"},
            mode = EnumSource.Mode.EXCLUDE)
    void one_site_where_it_is_not_is_enough(TargetState state) {
        assertThat(Delivery.of(RFCS, Map.of(A, Set.of(VERIFIED, state)))).isEmpty();
    }

    @Test
    void a_part_that_went_nowhere_delivered_nothing() {
        assertThat(Delivery.of(RFCS, Map.of(A, Set.of(), B, Set.of(VERIFIED)))).containsExactly(OF_B);
    }
}
