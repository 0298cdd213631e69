package slipway.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.Rule;
import slipway.engine.DrawnModels.Table;
import slipway.engine.ModelDemands.Demand;

class DemandsOfModelsTest {

    @Test
    void a_rule_demands_its_gate_before_its_state_of_the_types_that_it_lists() {
        assertThat(demand("\"MAJOR\", \"EMERGENCY\""))
                .isEqualTo(new Demand("SECURITY", "AUTHORISED", "releaseType", Set.of("MAJOR", "EMERGENCY")));
        assertThat(demand("\"MAJOR\"").isOf("MAJOR")).isTrue();
        assertThat(demand("\"MAJOR\"").isOf("MINOR")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "not(\"MINOR\")", "\"MINOR\" or \"MAJOR\""})
    void what_is_no_plain_list_is_demanded_of_each_type(String entry) {
        assertThat(demand(entry).values()).isEmpty();
        assertThat(demand(entry).isOf("MINOR")).isTrue();
    }

    @Test
    void another_table_demands_nothing() {
        assertThat(new DemandsOfModels().of(models("wave-strategy", ""))).isEmpty();
    }

    private static Demand demand(String types) {
        return new DemandsOfModels().of(models("required-approvals", types)).getFirst();
    }

    private static DrawnModels models(String table, String types) {
        Rule rule = new Rule(
                "Rule_1",
                Map.of("gate", "SECURITY", "groupId", "security-officer", "before", "AUTHORISED"),
                Map.of("releaseType", types));
        return new DrawnModels(List.of(), List.of(new Table("a.dmn", table, List.of(rule))), List.of());
    }
}
