package slipway.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import slipway.testing.RolledBack;

class NoticeTemplatesTest {
    private static final Map<String, String> VALUES = Map.of(
            "name", "Zoë",
            "number", "REL-2026-0042",
            "title", "Faster",
            "purpose", "Customers wait",
            "parts", "iban-check 1.3.0",
            "what", "Paused: smoke",
            "who", "Rita",
            "windows", "  Zürich, wave 1",
            "stands", "  Zürich, wave 1: not reached",
            "link", "http://localhost");

    @RegisterExtension
    private final RolledBack database = new RolledBack();

    @Test
    void each_template_of_the_register_has_a_text_that_asks_only_for_what_letters_know() {
        assertThat(database.sql()
                        .sql("select id from slipway.notice_template")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(template -> {
                    Map<String, String> values = new HashMap<>(VALUES);
                    if (template.equals("told-by-process")) {
                        values.putAll(Map.of("subject", "Soon", "text", "Be there"));
                    }
                    Template filled = Template.read(template).with(values);
                    assertThat(filled.subject()).contains("REL-2026-0042").doesNotContain("\n");
                    assertThat(filled.body())
                            .contains("Zoë", "http://localhost")
                            .doesNotContain("${");
                });
    }

    @Test
    void each_template_goes_to_somebody_but_those_whose_event_says_to_whom() {
        assertThat(database.sql().sql("""
                        select id from slipway.notice_template t
                        where not exists (select 1 from slipway.notice_audience a where a.template = t.id)
                          and id not in ('told-by-process', 'task-reminder', 'task-escalation')
                        """).query(String.class).list()).isEmpty();
    }
}
