package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    private static final Map<String, Object> FACTS = Map.of(
            "title", "IBAN check",
            "targets", List.of(Map.of("label", "One", "value", "one")),
            "rfcsOffered",
                    List.of(Map.of("label", "RFC-1", "value", "RFC-1"), Map.of("label", "RFC-2", "value", "RFC-2")));

    private static Entries check(Map<String, Object> entered) {
        try (InputStream in = Objects.requireNonNull(FormTest.class.getResourceAsStream("guarded-decide.form"))) {
            return Form.read(in, (hide, values) -> "APPROVE".equals(values.get("decision")))
                    .check(entered, FACTS, Map.of("release", "REL-2026-0001"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Object> approving(String key, Object value) {
        Map<String, Object> entered = new HashMap<>(Map.of("decision", "APPROVE"));
        entered.put(key, value);
        return entered;
    }

    private static String rule(Map<String, Object> entered) {
        return check(entered) instanceof Entries.Wrong wrong
                ? wrong.refusal().rule() + "@" + wrong.refusal().field()
                : "accepted";
    }

    @Test
    void declared_fields_arrive_with_the_promised_types() {
        Map<String, Object> entered = new HashMap<>(
                Map.of("decision", "RETURN", "reason", "too late", "target", "one", "minutes", 45, "same", true));
        entered.put("rfcs", List.of("RFC-2", "RFC-1"));
        entered.put("start", "2026-11-21T10:00Z");
        assertThat(check(entered))
                .isEqualTo(new Entries.Checked(Map.of(
                        "decision",
                        "RETURN",
                        "reason",
                        "too late",
                        "target",
                        "one",
                        "minutes",
                        new BigDecimal("45"),
                        "same",
                        true,
                        "rfcs",
                        List.of("RFC-2", "RFC-1"),
                        "start",
                        OffsetDateTime.parse("2026-11-21T10:00:00Z"))));
    }

    @Test
    void what_was_only_shown_may_come_back_unchanged() {
        assertThat(rule(approving("title", "IBAN check"))).isEqualTo("accepted");
        assertThat(rule(approving("release", "REL-2026-0001"))).isEqualTo("accepted");
        assertThat(rule(approving("targets", List.of(Map.of("label", "One", "value", "one")))))
                .isEqualTo("accepted");
    }

    @Test
    void what_was_only_shown_may_not_come_back_changed() {
        assertThat(rule(approving("title", "Something else"))).isEqualTo("read-only-field@title");
        assertThat(rule(approving("release", "REL-2026-0002"))).isEqualTo("undeclared-field@release");
        assertThat(rule(approving("targets", List.of()))).isEqualTo("undeclared-field@targets");
    }

    @Test
    void unknown_entries_are_refused_by_name() {
        assertThat(rule(approving("goNoGo", "GO"))).isEqualTo("undeclared-field@goNoGo");
    }

    @Test
    void hidden_fields_are_neither_asked_nor_taken() {
        assertThat(check(approving("reason", "sneaked in")))
                .isEqualTo(new Entries.Checked(Map.of("decision", "APPROVE")));
        assertThat(rule(Map.of("decision", "RETURN"))).isEqualTo("required-field@reason");
    }

    @Test
    void required_fields_are_asked_for() {
        assertThat(rule(Map.of())).isEqualTo("required-field@decision");
        assertThat(rule(Map.of("decision", " "))).isEqualTo("required-field@decision");
    }

    @ParameterizedTest
    @CsvSource({
        "decision, MAYBE, unknown-option@decision",
        "target, two, unknown-option@target",
        "rfcs, RFC-1, wrong-type@rfcs",
        "minutes, many, wrong-type@minutes",
        "minutes, 0, out-of-range@minutes",
        "minutes, 1440.5, out-of-range@minutes",
        "code, A1, wrong-pattern@code",
        "same, yes, wrong-type@same",
        "start, tomorrow, wrong-type@start"
    })
    void entries_outside_the_form_are_refused(String field, String value, String rule) {
        assertThat(rule(approving(field, value))).isEqualTo(rule);
    }

    @Test
    void lengths_are_held() {
        assertThat(rule(Map.of("decision", "RETURN", "reason", "no"))).isEqualTo("wrong-length@reason");
        assertThat(rule(Map.of("decision", "RETURN", "reason", "x".repeat(21)))).isEqualTo("wrong-length@reason");
    }

    @Test
    void lists_hold_offered_options_only() {
        assertThat(rule(approving("rfcs", List.of("RFC-1", "RFC-9")))).isEqualTo("unknown-option@rfcs");
        assertThat(rule(approving("rfcs", List.of(Map.of("value", "RFC-1"))))).isEqualTo("wrong-type@rfcs");
    }
}
