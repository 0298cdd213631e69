package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.engine.Finding;
import slipway.testing.TinyModels;

class WaitingModelsTest {
    private final ProcessRules rules = new ProcessRules(new Beans(new StaticListableBeanFactory()));

    @Test
    void a_process_may_wait_for_a_message_that_it_names() {
        String waiting = TinyModels.oneTask("Waiting", "<bpmn:receiveTask id=\"Task\" messageRef=\"Message_Told\"/>")
                .replace("</bpmn:process>", "</bpmn:process><bpmn:message id=\"Message_Told\" name=\"Told\"/>");
        assertThat(rules.check("bpmn/a/waiting.bpmn", waiting)).isEmpty();
    }

    @Test
    void a_process_that_waits_for_no_message_is_refused() {
        assertThat(rules.check("bpmn/a/waiting.bpmn", TinyModels.oneTask("Waiting", "<bpmn:receiveTask id=\"Task\"/>")))
                .extracting(Finding::rule)
                .containsExactly("messages");
    }

    @Test
    void the_name_of_a_message_is_no_expression() {
        String clever = TinyModels.oneTask("Waiting", "<bpmn:receiveTask id=\"Task\" messageRef=\"Message_Told\"/>")
                .replace("</bpmn:process>", "</bpmn:process><bpmn:message id=\"Message_Told\" name=\"${a.b()}\"/>");
        assertThat(rules.check("bpmn/a/waiting.bpmn", clever))
                .extracting(Finding::rule)
                .containsExactly("plain-expressions");
    }
}
