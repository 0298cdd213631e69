package slipway.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One field of a form and one entry each. */
class FieldsTest {
    private static final String NUMBER = "'type':'number'";

    @ParameterizedTest
    @CsvSource({
        "1, accepted",
        "0.99, out-of-range",
        "1440, accepted",
        "1440.01, out-of-range",
        "12.5, accepted",
    })
    void a_number_may_be_as_small_and_as_large_as_its_bounds(String number, String rule) {
        assertThat(outcome(NUMBER + ",'validate':{'min':1,'max':'1440'}", number))
                .isEqualTo(rule);
    }

    @Test
    void a_bound_that_is_left_out_or_blank_binds_nothing_and_the_other_one_is_named() {
        assertThat(outcome(NUMBER + ",'validate':{'max':5,'min':' '}", -7)).isEqualTo("accepted");
        assertThat(sentence(NUMBER + ",'validate':{'max':5}", 6)).contains("between any and 5");
        assertThat(sentence(NUMBER + ",'validate':{'min':5}", 4)).contains("between 5 and any");
    }

    @ParameterizedTest
    @CsvSource({"1.25, accepted", "1.250, accepted", "1.255, out-of-range", "300, accepted"})
    void decimal_digits_are_counted_without_zeros_at_the_end(String number, String rule) {
        assertThat(outcome(NUMBER + ",'decimalDigits':2", number)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "99999999999999999999, accepted",
        "100000000000000000000, out-of-range",
        "1e-21, accepted",
        "1e-22, out-of-range",
        "0000000000000000000000000000000000000001, accepted",
        "00000000000000000000000000000000000000001, out-of-range",
    })
    void a_number_has_at_most_twenty_digits_on_either_side_and_forty_characters(String number, String rule) {
        assertThat(outcome(NUMBER, number)).isEqualTo(rule);
    }

    @Test
    void a_large_number_is_refused_however_it_comes() {
        assertThat(outcome(NUMBER, BigInteger.TEN.pow(19))).isEqualTo("accepted");
        assertThat(outcome(NUMBER, BigInteger.ONE.shiftLeft(139).subtract(BigInteger.ONE)))
                .isEqualTo("out-of-range");
        assertThat(outcome(NUMBER, new BigDecimal(BigInteger.TEN.pow(45), 40))).isEqualTo("out-of-range");
        assertThat(outcome(NUMBER, new BigDecimal("1e30"))).isEqualTo("out-of-range");
        assertThat(outcome(NUMBER, new BigDecimal("12.5"))).isEqualTo("accepted");
        assertThat(outcome(NUMBER, true)).isEqualTo("wrong-type");
    }

    @Test
    void a_confirmation_that_is_required_must_be_given() {
        assertThat(outcome("'type':'checkbox','validate':{'required':true}", false))
                .isEqualTo("required-field");
        assertThat(outcome("'type':'checkbox','validate':{'required':true}", true))
                .isEqualTo("accepted");
        assertThat(outcome("'type':'checkbox'", false)).isEqualTo("accepted");
    }

    @Test
    void a_text_has_at_least_its_length_and_keeps_to_its_pattern() {
        String field = "'type':'textfield','validate':{'minLength':3,'pattern':'^[a-z]+$'}";

        assertThat(outcome(field, "ab")).isEqualTo("wrong-length");
        assertThat(outcome(field, "abc")).isEqualTo("accepted");
        assertThat(outcome(field, "ab1")).isEqualTo("wrong-pattern");
    }

    @Test
    void nothing_entered_is_nothing_unless_something_is_required() {
        assertThat(accepted("'type':'textfield'", "")).isEmpty();
        assertThat(accepted("'type':'checklist','values':[]", List.of())).isEmpty();
        assertThat(outcome("'type':'textfield','validate':{'required':true}", null))
                .isEqualTo("required-field");
        assertThat(outcome("'type':'textfield','properties':{'required':'true'}", null))
                .isEqualTo("required-field");
        assertThat(outcome("'type':'textarea','validate':{'required':true}", "\n\n"))
                .isEqualTo("required-field");
    }

    @Test
    void a_choice_is_one_of_those_that_the_field_itself_offers_by_value_or_in_short() {
        String field = "'type':'select','values':[{'value':'one'},'two',3]";

        assertThat(outcome(field, "one")).isEqualTo("accepted");
        assertThat(outcome(field, "two")).isEqualTo("accepted");
        assertThat(outcome(field, 3)).isEqualTo("accepted");
        assertThat(outcome(field, "four")).isEqualTo("unknown-option");
        assertThat(outcome(field, List.of("one"))).isEqualTo("wrong-type");
    }

    @Test
    void a_list_takes_each_option_once_and_no_more_entries_than_are_offered() {
        String field = "'type':'taglist','values':['one','two']";

        assertThat(accepted(field, List.of("two", "two"))).containsEntry("field", List.of("two"));
        assertThat(accepted(field, List.of("two", "one"))).containsEntry("field", List.of("two", "one"));
        assertThat(outcome(field, List.of("one", "two", "one"))).isEqualTo("too-many-options");
        assertThat(outcome(field, Collections.singletonList(null))).isEqualTo("wrong-type");
        assertThat(outcome(field, List.of("one", "three"))).isEqualTo("unknown-option");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21T00:00Z",
        "2026-11-21T10:00, 2026-11-21T10:00Z",
        "2026-11-21T10:00Z, 2026-11-21T10:00Z",
        "2026-11-21T10:00+02:00, 2026-11-21T10:00+02:00",
        "2026-11-21T10:00-05:00, 2026-11-21T10:00-05:00",
        "' 2026-11-21 ', 2026-11-21T00:00Z",
    })
    void a_moment_without_a_zone_is_meant_in_utc(String entered, String moment) {
        assertThat(accepted("'type':'datetime','subtype':'datetime'", entered))
                .containsEntry("field", OffsetDateTime.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31",
                "+10000-01-01",
                "+10000-01-01T00:00",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00+01:00",
            })
    void a_year_that_no_database_keeps_is_none(String entered) {
        assertThat(outcome("'type':'datetime','subtype':'datetime'", entered)).isEqualTo("wrong-type");
    }

    @Test
    void the_first_and_the_last_year_that_a_database_keeps_are_taken_and_no_date_beyond() {
        assertThat(outcome("'type':'datetime'", "0001-01-01")).isEqualTo("accepted");
        assertThat(outcome("'type':'datetime'", "9999-12-31T23:59Z")).isEqualTo("accepted");
        assertThat(outcome("'type':'datetime'", new Date(Long.MAX_VALUE))).isEqualTo("wrong-type");
    }

    @Test
    void a_moment_may_come_as_a_date_and_a_time_of_day_stays_a_text() {
        Date date = Date.from(Instant.parse("2026-11-21T10:00:00Z"));

        assertThat(accepted("'type':'datetime'", date))
                .containsEntry("field", OffsetDateTime.parse("2026-11-21T10:00Z"));
        assertThat(accepted("'type':'datetime','subtype':'time'", "10:30")).containsEntry("field", "10:30");
        assertThat(outcome("'type':'datetime'", 7)).isEqualTo("wrong-type");
        assertThat(outcome("'type':'datetime'", "2026-11-21T10:00Z" + " ".repeat(24)))
                .isEqualTo("wrong-type");
        assertThat(outcome("'type':'datetime'", "2026-11-21T10:00Z" + " ".repeat(23)))
                .isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'disabled':true", "'readonly':true"})
    void what_is_only_shown_comes_back_as_shown_or_empty_or_by_its_default(String settled) {
        String field = "'type':'textfield','defaultValue':'as always'," + settled;

        assertThat(outcome(field, "something else")).isEqualTo("read-only-field");
        assertThat(outcome(field, "as always")).isEqualTo("accepted");
        assertThat(outcome(field, " ")).isEqualTo("accepted");
        assertThat(outcome(field, false)).isEqualTo("accepted");
        assertThat(outcome(field, true)).isEqualTo("read-only-field");
        assertThat(accepted(field, "as always")).isEmpty();
    }

    @Test
    void a_number_that_is_only_shown_may_come_back_written_otherwise() {
        assertThat(rule(
                        form("{'key':'field','readonly':true," + NUMBER + "}"),
                        Map.of("field", 5.0),
                        Map.of("field", 5)))
                .isEqualTo("accepted");
        assertThat(rule(
                        form("{'key':'field','readonly':true," + NUMBER + "}"),
                        Map.of("field", 5.5),
                        Map.of("field", 5)))
                .isEqualTo("read-only-field");
    }

    @Test
    void what_the_form_computes_may_come_back_and_what_the_browser_knows_unchanged() {
        String form = form("{'type':'expression','key':'sum'}");

        assertThat(rule(form, Map.of("sum", 3), Map.of())).isEqualTo("accepted");
        assertThat(rule(form, Map.of("title", "IBANs"), Map.of("title", "IBANs")))
                .isEqualTo("accepted");
        assertThat(rule(form, Map.of("title", "Others"), Map.of("title", "IBANs")))
                .isEqualTo("undeclared-field");
        assertThat(rule(form, Collections.singletonMap("stranger", null), Map.of()))
                .isEqualTo("undeclared-field");
    }

    @Test
    void a_field_is_hidden_by_its_own_condition_and_by_that_of_any_group_around_it() {
        String form = form("{'type':'group','conditional':{'hide':'outer'},'components':["
                + "{'type':'textfield','key':'inside','conditional':{'hide':'inner'},'validate':{'required':true}}]}");

        assertThat(rule(form, Map.of(), Map.of())).isEqualTo("required-field");
        assertThat(rule(form, Map.of(), Map.of("outer", true))).isEqualTo("accepted");
        assertThat(rule(form, Map.of(), Map.of("inner", true))).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'group','path':'a','id':'Nested'}", "{'type':'dynamiclist','id':'Nested'}"})
    void a_form_that_nests_entries_is_not_read(String component) {
        assertThatThrownBy(() -> rule(form(component), Map.of(), Map.of())).hasMessageContaining("component Nested");
    }

    private static String outcome(String component, @Nullable Object entered) {
        return rule(form("{'key':'field'," + component + "}"), entry(entered), Map.of());
    }

    private static String sentence(String component, Object entered) {
        return check(form("{'key':'field'," + component + "}"), entry(entered), Map.of()) instanceof Entries.Wrong wrong
                ? wrong.refusal().reason()
                : "accepted";
    }

    private static Map<String, Object> accepted(String component, Object entered) {
        return check(form("{'key':'field'," + component + "}"), entry(entered), Map.of())
                        instanceof Entries.Checked checked
                ? checked.fields()
                : Map.of("refused", component);
    }

    private static Map<String, Object> entry(@Nullable Object entered) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("field", entered);
        return entry;
    }

    private static String form(String component) {
        return "{'components':[" + component + "]}";
    }

    private static String rule(String form, Map<String, Object> entered, Map<String, Object> shown) {
        return check(form, entered, shown) instanceof Entries.Wrong wrong
                ? wrong.refusal().rule()
                : "accepted";
    }

    /** A condition holds when a value of its name is true. */
    private static Entries check(String form, Map<String, Object> entered, Map<String, Object> shown) {
        byte[] json = form.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        try {
            return Form.read(new ByteArrayInputStream(json), (hide, values) -> Boolean.TRUE.equals(values.get(hide)))
                    .check(entered, shown, Map.of());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
