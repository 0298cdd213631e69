package slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.TargetState.NOTHING_TO_DO;
import static slipway.rollout.TargetState.NOT_REACHED;
import static slipway.rollout.TargetState.PLANNED;
import static slipway.rollout.TargetState.RESTORED;
import static slipway.rollout.TargetState.VERIFIED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.RfcNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.testing.Targets;

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

    @Test
    void an_rfc_is_complete_when_it_is_at_every_site_that_some_release_began_to_bring_it_to() {
        List<Target> first = List.of(at("zurich", VERIFIED), at("new-york", NOT_REACHED), at("oslo", RESTORED));

        assertThat(Delivery.complete(List.of(first))).isFalse();
        assertThat(Delivery.complete(List.of(first, List.of(at("new-york", VERIFIED)))))
                .isFalse();
        assertThat(Delivery.complete(
                        List.of(first, List.of(at("new-york", VERIFIED)), List.of(at("oslo", NOTHING_TO_DO)))))
                .isTrue();
    }

    @Test
    void what_switched_no_site_leaves_nothing_to_complete() {
        List<Target> ended = List.of(at("zurich", NOT_REACHED), at("oslo", PLANNED));

        assertThat(Delivery.complete(List.of(ended, List.of(at("zurich", VERIFIED)))))
                .isTrue();
        assertThat(Delivery.complete(List.of(List.of(at("oslo", RESTORED)), List.of(at("zurich", VERIFIED)))))
                .as("it was switched, and returned")
                .isFalse();
    }

    private static Target at(String site, TargetState state) {
        return Targets.at(new PartId(ReleaseNumber.of(2026, 1), A), new SiteId(site), state);
    }
}
