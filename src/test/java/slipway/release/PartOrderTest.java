package slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipway.shared.UnitId;

class PartOrderTest {
    private static final UnitId A = new UnitId("a");
    private static final UnitId B = new UnitId("b");
    private static final UnitId C = new UnitId("c");

    @Test
    void what_another_unit_requires_goes_first() {
        assertThat(PartOrder.of(List.of(A, B, C), Map.of(A, Set.of(B), B, Set.of(C))))
                .containsExactly(C, B, A);
    }

    @Test
    void independent_units_follow_as_registered() {
        assertThat(PartOrder.of(List.of(B, C, A), Map.of())).containsExactly(B, C, A);
        assertThat(PartOrder.of(List.of(A, B, C), Map.of(A, Set.of(C)))).containsExactly(B, C, A);
    }

    @Test
    void what_is_required_but_not_delivered_changes_nothing() {
        assertThat(PartOrder.of(List.of(A, B), Map.of(A, Set.of(C)))).containsExactly(A, B);
    }

    @Test
    void a_circle_follows_as_registered() {
        assertThat(PartOrder.of(List.of(A, B, C), Map.of(A, Set.of(B), B, Set.of(A))))
                .containsExactly(C, A, B);
    }
}
