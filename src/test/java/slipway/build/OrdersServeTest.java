package slipway.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipway.release.ReleasePart;
import slipway.shared.Digest;
import slipway.shared.PartId;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitId;

/** An order is the same while it is open and the plan binds the same; of anything else another one is written. */
class OrdersServeTest {
    private static final PartId PART = new PartId(ReleaseNumber.of(2099, 1), new UnitId("iban-check"));
    private static final Digest PIN = Digest.of("delivery");

    @ParameterizedTest
    @EnumSource(Build.State.class)
    void a_build_serves_while_it_is_open_and_of_the_commit_that_the_plan_bound(Build.State state) {
        boolean open = state == Build.State.ORDERED || state == Build.State.RUNNING;
        assertThat(build(state).serves(planned("v1.1.0", "4f2c"))).isEqualTo(open);
        assertThat(build(state).serves(planned("v1.1.0", "9e1d"))).isFalse();
        assertThat(build(state).serves(planned("v1.2.0", "4f2c"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Deliveries.State.class)
    void a_delivery_serves_while_it_is_open_and_of_the_digest_that_the_plan_bound(Deliveries.State state) {
        assertThat(delivery(state).serves(planned("1.1.0", PIN.hex()))).isEqualTo(state == Deliveries.State.ORDERED);
        assertThat(delivery(state).serves(planned("1.1.0", Digest.of("other").hex())))
                .isFalse();
        assertThat(delivery(state).serves(planned("1.2.0", PIN.hex()))).isFalse();
    }

    @Test
    void what_ended_is_no_order_any_more() {
        assertThat(build(Build.State.PASSED).ended()).isTrue();
        assertThat(build(Build.State.RUNNING).ended()).isFalse();
    }

    private static ReleasePart.Planned planned(String source, String pin) {
        return new ReleasePart.Planned(PART, 0, source, pin);
    }

    private static Build build(Build.State state) {
        return new Build(
                "BLD-1",
                PART.release(),
                1,
                PART.unit(),
                "repository",
                "v1.1.0",
                "4f2c",
                state,
                "",
                null,
                null,
                "",
                "",
                null,
                null,
                Instant.EPOCH);
    }

    private static Deliveries.Delivery delivery(Deliveries.State state) {
        return new Deliveries.Delivery(
                "DLV-1", PART, 1, "1.1.0", PIN, state, "", "", Optional.empty(), Optional.empty(), Instant.EPOCH);
    }
}
