package slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.approval.DemandedGates.Demanded;
import slipway.identity.Duties.OpenGate;
import slipway.identity.Duty;
import slipway.shared.Actor;

class OpenGatesTest {
    private static final Actor CORA = new Actor("cora");
    private static final Demanded BY_THE_CAB = new Demanded(Gate.GO_LIVE, "cab", Optional.empty());

    @Test
    void a_gate_that_one_decides_for_all_asks_for_somebody_of_its_group() {
        assertThat(OpenGates.of(row(false), BY_THE_CAB, Set.of())).isEqualTo(new OpenGate(Duty.AUTHORISER, "cab"));
    }

    @Test
    void a_gate_of_groups_is_told_by_its_name_since_one_person_counts_for_one_of_them() {
        assertThat(OpenGates.of(row(true), BY_THE_CAB, Set.of()))
                .isEqualTo(new OpenGate(Duty.AUTHORISER, "cab", Gate.GO_LIVE.id(), Set.of()));
    }

    @Test
    void so_is_any_gate_from_which_somebody_is_kept() {
        assertThat(OpenGates.of(row(false), BY_THE_CAB, Set.of(CORA)))
                .isEqualTo(new OpenGate(Duty.AUTHORISER, "cab", Gate.GO_LIVE.id(), Set.of(CORA)));
    }

    private static GateRegister.Row row(boolean byGroups) {
        return new GateRegister.Row(Gate.GO_LIVE, "", Duty.AUTHORISER, Set.of(Aspect.REVISION), false, byGroups);
    }
}
