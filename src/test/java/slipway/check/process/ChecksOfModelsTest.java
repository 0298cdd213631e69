package slipway.check.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.check.AllowedChecks;
import slipway.check.AllowedChecks.Command;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;

class ChecksOfModelsTest {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @Test
    void a_check_is_one_that_the_operator_allows() {
        beans.addBean("allowed", new AllowedChecks(Map.of("load-test", new Command("./load"))));
        assertThat(reasons("check", Map.of("check", " load-test "))).isEmpty();
        assertThat(reasons("check", Map.of("check", "licences")))
                .singleElement()
                .asString()
                .contains("the check 'licences' is none", "which are load-test;", "slipway.checks.licences.command");
        assertThat(reasons("check", Map.of())).singleElement().asString().startsWith("names no check");
        assertThat(reasons("run-tests", Map.of())).isEmpty();
    }

    @Test
    void where_no_operator_is_known_it_names_one() {
        assertThat(reasons("check", Map.of("check", "licences"))).isEmpty();
        assertThat(reasons("check", Map.of("check", " "))).hasSize(1);
    }

    @Test
    void its_verdict_is_a_variable_named_after_it() {
        assertThat(RunCheck.variable("load-test-2")).isEqualTo("loadTest2Check");
    }

    private List<String> reasons(String topic, Map<String, String> properties) {
        DrawnTask step = new DrawnTask("a.bpmn", "Task_Check", "Check it", topic, properties, false);
        return new ChecksOfModels(beans.getBeanProvider(AllowedChecks.class))
                .check(new DrawnModels(Set.of(), List.of(), List.of(), List.of(step), List.of(), List.of())).stream()
                        .peek(finding -> assertThat(finding.rule()).isEqualTo("check-allowed"))
                        .map(Finding::reason)
                        .toList();
    }
}
