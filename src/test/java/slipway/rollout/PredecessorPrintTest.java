package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.rollout.Parts.CHECK;
import static slipway.rollout.Parts.NEW;
import static slipway.rollout.Parts.OLD;
import static slipway.rollout.Parts.PAYMENTS;
import static slipway.rollout.Parts.RELEASE;
import static slipway.rollout.Parts.at;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slipway.shared.UnitRevision;

class PredecessorPrintTest {
    private static final Target OSLO = at("oslo").target();

    @Test
    void another_revision_at_a_site_to_come_is_another_print() {
        String approved = print(OSLO, OLD);
        assertThat(print(OSLO, OLD)).isEqualTo(approved);
        assertThat(print(OSLO, NEW)).isNotEqualTo(approved);
        assertThat(print(OSLO, Parts.revision(CHECK, "1.0.1"))).isNotEqualTo(approved);
        assertThat(PredecessorPrint.of(List.of(OSLO), Map.of())).isNotEqualTo(approved);
        assertThat(print(at("oslo").is(TargetState.NOT_REACHED).target(), NEW)).isNotEqualTo(approved);
    }

    @Test
    void the_approved_rollout_itself_voids_nothing() {
        String approved = print(OSLO, OLD);
        for (TargetState state :
                List.of(TargetState.DISTRIBUTED, TargetState.ACTIVATED, TargetState.VERIFIED, TargetState.FAILED)) {
            assertThat(print(at("oslo").is(state).target(), NEW)).isEqualTo(approved);
        }
        assertThat(print(at("oslo").is(TargetState.NOT_REACHED).target(), OLD)).isEqualTo(approved);
    }

    @Test
    void other_sites_and_units_are_another_print_and_their_order_is_not() {
        Target payments = at("oslo").unit(PAYMENTS, 1).target();
        String both = PredecessorPrint.of(List.of(OSLO, payments), Map.of());
        assertThat(PredecessorPrint.of(List.of(payments, OSLO), Map.of())).isEqualTo(both);
        assertThat(PredecessorPrint.of(List.of(OSLO), Map.of())).isNotEqualTo(both);
        assertThat(PredecessorPrint.of(List.of(at("basel").target(), payments), Map.of()))
                .isNotEqualTo(both);
    }

    private static String print(Target target, UnitRevision runs) {
        return PredecessorPrint.of(List.of(target), Map.of(target.where(), Parts.item(target.where(), runs, RELEASE)));
    }
}
