package slipway.release.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.engine.Block;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;
import slipway.policy.PolicyTime;

class WaitsOfModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "PT0S", "P1D", "tea-time", "Soak", "SOAK"})
    void a_time_that_no_policy_says_is_refused_with_those_that_it_does(String time) {
        assertThat(findings("waitForPolicy", Map.of("time", time), "soakWait"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("policy-time");
                    assertThat(finding.reason()).contains("name one of soak, early-life in the property 'time'");
                });
    }

    @Test
    void one_that_names_none_is_refused_too() {
        assertThat(findings("waitForPolicy", Map.of(), "soakWait"))
                .extracting(Finding::reason)
                .containsExactly("names no time; name one of soak, early-life in the property 'time'");
    }

    @ParameterizedTest
    @EnumSource(PolicyTime.class)
    void each_time_of_the_policy_has_a_timer_that_waits_by_its_variable(PolicyTime time) {
        Map<String, String> says = Map.of("time", PolicyTime.names().get(time.ordinal()));
        String variable = WaitForPolicy.variable(says);

        assertThat(WaitForPolicy.time(says)).contains(time);
        assertThat(findings("waitForPolicy", says, variable)).isEmpty();
        assertThat(findings("waitForPolicy", says, "anotherWait"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("wait-has-a-timer");
                    assertThat(finding.reason()).endsWith("with the duration ${" + variable + "}");
                });
    }

    @Test
    void a_variable_is_named_after_its_time() {
        assertThat(WaitForPolicy.variable(Map.of("time", "early-life"))).isEqualTo("earlyLifeWait");
        assertThat(new WaitForPolicy((release, step, time) -> {
                            throw new AssertionError("only asked what it promises");
                        })
                        .contract(new Block("Wait", Set.of(), Map.of("time", "soak"))).outcomes().stream()
                                .map(outcome -> outcome.then().facts())
                                .toList())
                .containsExactly(Map.of("soakWait", Set.of()));
    }

    @Test
    void other_steps_wait_for_nothing() {
        assertThat(findings("recordAudit", Map.of(), "x")).isEmpty();
    }

    private static List<Finding> findings(String bean, Map<String, String> properties, String timer) {
        DrawnTask step = new DrawnTask("a.bpmn", "Task_Wait", "Wait", bean, properties, false, Set.of(timer));
        return new WaitsOfModels()
                .check(new DrawnModels(Set.of(), List.of(), List.of(), List.of(step), List.of(), List.of()));
    }
}
