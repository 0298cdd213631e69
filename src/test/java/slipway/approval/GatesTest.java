package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import slipway.approval.Approvals.Missing;
import slipway.shared.Refusal;
import slipway.shared.UnitId;

class GatesTest {
    @Test
    void an_open_gate_is_named_and_so_is_the_part_where_it_is_decided_per_part() {
        assertThat(Gates.open(new Missing(), Gate.GO_LIVE))
                .contains(Refusal.of("gate-open", "The gate 'go live' is not decided yet."));
        assertThat(Gates.open(new Missing(), Gate.TEST_VERDICT, Optional.of(new UnitId("a"))))
                .contains(Refusal.of("gate-open", "The gate 'test verdict' of a is not decided yet."));
    }
}
