package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.engine.DrawnModels.Field;

class DrawingTest {
    @Test
    void a_field_can_always_be_filled_in_unless_it_or_a_group_around_it_is_hidden_or_locked() {
        Map<String, Field> fields = fields("""
                {"id": "ask", "components": [
                  {"type": "radio", "key": "plain"},
                  {"type": "radio", "key": "open", "disabled": false, "readonly": false, "conditional": {"hide": ""}},
                  {"type": "radio", "key": "hidden", "conditional": {"hide": "=calm"}},
                  {"type": "radio", "key": "disabled", "disabled": true},
                  {"type": "radio", "key": "locked", "readonly": "=calm"},
                  {"type": "group", "components": [{"type": "radio", "key": "grouped"}]},
                  {"type": "group", "conditional": {"hide": "=calm"}, "components": [
                    {"type": "group", "components": [{"type": "radio", "key": "inside"}]}]},
                  {"type": "group", "readonly": true, "components": [{"type": "radio", "key": "shown"}]}
                ]}""");

        assertThat(fields.entrySet().stream()
                        .filter(each -> each.getValue().always())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("plain", "open", "grouped");
        assertThat(fields).hasSize(8);
    }

    private static Map<String, Field> fields(String form) {
        return new Drawing(new Beans(new StaticListableBeanFactory()))
                .of(ModelSet.of(Map.of("forms/approval/ask.form", form)))
                .form("ask")
                .orElseThrow()
                .fields();
    }
}
