package slipway.callout.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.callout.AllowedCallOuts;
import slipway.callout.AllowedCallOuts.Destination;
import slipway.engine.DrawnModels;
import slipway.engine.DrawnModels.DrawnTask;
import slipway.engine.Finding;

class CallOutsOfModelsTest {
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @Test
    void who_is_called_is_somebody_whom_the_operator_allows() {
        beans.addBean(
                "allowed",
                new AllowedCallOuts(Map.of(
                        "risk-desk",
                        new Destination("https://risk.example", "sixteen letters.", Duration.ofSeconds(1)))));
        assertThat(findings(Map.of("calls", "risk-desk", "answers", "GO, STOP")))
                .isEmpty();
        assertThat(findings(Map.of("calls", "https://evil.example", "answers", "GO")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("call-out-allowed");
                    assertThat(finding.reason()).contains("who are risk-desk;");
                });
        assertThat(findings(Map.of("answers", "GO"))).extracting(Finding::rule).containsExactly("call-out-allowed");
    }

    @Test
    void where_no_operator_is_known_it_names_somebody() {
        assertThat(findings(Map.of("calls", "risk-desk", "answers", "GO"))).isEmpty();
        assertThat(findings(Map.of("calls", " ", "answers", "GO"))).hasSize(1);
    }

    @Test
    void what_may_be_answered_is_said() {
        for (String odd : List.of("", " , ", "GO,a b", "GO,${x}", "GO," + "x".repeat(41), "1,2")) {
            assertThat(findings(Map.of("calls", "risk-desk", "answers", odd)))
                    .as(odd)
                    .extracting(Finding::rule)
                    .containsExactly("call-out-answers");
        }
    }

    @Test
    void its_answer_is_a_variable_named_after_whom_it_calls() {
        assertThat(CallOut.variable("risk-desk-2")).isEqualTo("riskDesk2Reply");
    }

    @Test
    void other_steps_call_nobody() {
        DrawnTask step = new DrawnTask("a.bpmn", "Task_Run", "Run", "run-tests", Map.of(), false);
        assertThat(check(step)).isEmpty();
    }

    private List<Finding> findings(Map<String, String> properties) {
        return check(new DrawnTask("a.bpmn", "Task_Ask", "Ask the desk", "call-out", properties, false));
    }

    private List<Finding> check(DrawnTask step) {
        return new CallOutsOfModels(beans.getBeanProvider(AllowedCallOuts.class))
                .check(new DrawnModels(Set.of(), List.of(), List.of(), List.of(step), List.of(), List.of()));
    }
}
