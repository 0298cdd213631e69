package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipway.shared.PlainText;
import slipway.shared.Refusal;

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

    @Test
    void lists_are_counted_before_they_are_read() {
        assertThat(rule(approving("rfcs", List.of("RFC-1", "RFC-1", "RFC-1")))).isEqualTo("too-many-options@rfcs");
        assertThat(rule(approving("rfcs", Collections.nCopies(Integer.MAX_VALUE, "RFC-1"))))
                .isEqualTo("too-many-options@rfcs");
    }

    @ParameterizedTest
    @CsvSource({
        "99999999999999999999999999999999999999999, out-of-range@minutes",
        "1e21, out-of-range@minutes",
        "1e999999999, out-of-range@minutes",
        "1e-999999999, out-of-range@minutes",
        "1e9999999999, wrong-type@minutes",
        "NaN, wrong-type@minutes",
        "1e2, accepted",
        "' 45 ', accepted"
    })
    void numbers_are_bounded_before_they_are_parsed(String number, String rule) {
        assertThat(rule(approving("minutes", number))).isEqualTo(rule);
    }

    @Test
    void a_number_of_ten_million_digits_is_refused_at_once() {
        String digits = "9".repeat(10_000_000);
        BigInteger whole = BigInteger.ONE.shiftLeft(40_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            assertThat(rule(approving("minutes", digits))).isEqualTo("out-of-range@minutes");
            assertThat(rule(approving("minutes", whole))).isEqualTo("out-of-range@minutes");
            assertThat(rule(approving("minutes", new BigDecimal("1e999999999"))))
                    .isEqualTo("out-of-range@minutes");
            assertThat(rule(approving("start", digits))).isEqualTo("wrong-type@start");
            // What was only shown is compared, and a number is compared by its digits.
            assertThat(rule(approving("title", new BigDecimal("1e999999999")))).isEqualTo("read-only-field@title");
            assertThat(rule(approving("title", Double.POSITIVE_INFINITY))).isEqualTo("read-only-field@title");
        });
    }

    @Test
    void text_that_hides_something_is_refused_at_its_field() {
        assertThat(check(Map.of("decision", "RETURN", "reason", "fine\u202Eenif")))
                .isEqualTo(new Entries.Wrong(Refusal.at(
                        "reason",
                        "plain-text",
                        "'reason' holds a character that turns the direction of the text (U+202E); type it without")));
        assertThat(rule(approving("code", "AB12\nCD34"))).isEqualTo("plain-text@code");
        assertThat(rule(Map.of("decision", "RETURN", "reason", "\u00A0\u2003"))).isEqualTo("required-field@reason");
    }

    @Test
    void text_arrives_uniform() {
        assertThat(check(Map.of("decision", "RETURN", "reason", "Zu\u0308rich \r\nBern\n")))
                .isEqualTo(new Entries.Checked(Map.of("decision", "RETURN", "reason", "Zürich\nBern")));
    }

    @Test
    void a_field_without_a_length_of_its_own_has_one() {
        assertThat(rule(approving("note", "x".repeat(PlainText.LINE)))).isEqualTo("accepted");
        assertThat(rule(approving("note", "x".repeat(PlainText.LINE + 1)))).isEqualTo("wrong-length@note");
        assertThat(rule(approving("remarks", "x".repeat(PlainText.LINES)))).isEqualTo("accepted");
        assertThat(rule(approving("remarks", "x".repeat(PlainText.LINES + 1)))).isEqualTo("wrong-length@remarks");
    }

    @Test
    void a_refusal_quotes_what_came_without_its_effects() {
        assertThat(check(approving("x\u0000\u202Ey", "1")))
                .isEqualTo(new Entries.Wrong(Refusal.at(
                        "xU+0000U+202Ey",
                        "undeclared-field",
                        "the form has no field 'xU+0000U+202Ey'; send what the form asks for")));
        assertThat(check(approving("target", "\u001B[2J")))
                .isEqualTo(new Entries.Wrong(Refusal.at(
                        "target", "unknown-option", "'target' does not offer U+001B[2J; choose one that is offered")));
    }
}
