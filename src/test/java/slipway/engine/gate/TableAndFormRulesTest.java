package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipway.engine.Finding;

class TableAndFormRulesTest {
    private static final String TIME_TO_LIVE = "c:historyTimeToLive='P1D'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<text>x</text>",
                "<inputExpression expressionLanguage='feel'/>",
                "<inputExpression typeLanguage='FEEL'/>",
                "<inputExpression expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/'/>",
                "<input c:inputVariable='x'/>",
                "<text>an external matter</text>",
            })
    void a_table_in_feel_is_left_alone(String words) {
        assertThat(rules(TIME_TO_LIVE, words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<text>${x}</text> | feel-only",
                "<text>external { java: {class: 'x'} }</text> | feel-only",
                "<inputExpression expressionLanguage='groovy'/> | feel-only",
                "<inputExpression typeLanguage='https://elsewhere.example/FEEL'/> | feel-only",
                "<input label='${x}'/> | feel-only",
                "<input c:class='x.Y'/> | known-words",
            })
    void a_table_that_leaves_feel_is_found(String words, String rule) {
        assertThat(rules(TIME_TO_LIVE, words)).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integer | 12 | true",
                "integer | 12.0 | true",
                "integer | | true",
                "integer | count(sites) | true",
                "integer | 12.5 | false",
                "long | .5 | false",
                "integer | \"many\" | false",
                "integer | true | false",
                "double | 12.5 | true",
                "double | \"many\" | false",
                "string | \"many\" | true",
                "string | 12.5 | true",
            })
    void what_stands_in_a_column_of_numbers_is_one(String type, @Nullable String entry, boolean fits) {
        List<String> rules = rules(
                TIME_TO_LIVE,
                "<decisionTable><output typeRef='string'/><output typeRef='" + type
                        + "'/><rule><outputEntry><text>\"x\"</text></outputEntry><outputEntry><text>"
                        + Objects.requireNonNullElse(entry, "") + "</text></outputEntry></rule></decisionTable>");
        assertThat(rules).isEqualTo(fits ? List.of() : List.of("entry-fits-column"));
    }

    @Test
    void a_column_says_which_numbers_it_takes_and_its_entries_may_be_described() {
        assertThat(entry("integer", "<text>true</text>"))
                .containsExactly("holds true, but its column takes whole numbers; write one, or give the column another"
                        + " type");
        assertThat(entry("double", "<text>true</text>"))
                .containsExactly(
                        "holds true, but its column takes numbers; write one, or give the column another type");
        assertThat(entry("integer", "<description>true</description><text>12</text>"))
                .isEmpty();
    }

    private static List<String> entry(String type, String words) {
        String table = "<decisionTable><output typeRef='" + type + "'/><rule><outputEntry>" + words
                + "</outputEntry></rule></decisionTable>";
        return TableRules.check("t.dmn", table).stream().map(Finding::reason).toList();
    }

    @Test
    void a_table_keeps_its_history_for_a_time_and_is_readable() {
        assertThat(rules("", "<text>x</text>")).containsExactly("time-to-live");
        assertThat(TableRules.check("t.dmn", "no table"))
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .startsWith("t.dmn, file: is not well-formed XML: ");
    }

    @Test
    void a_form_has_the_name_of_its_file_and_components_that_tasklist_shows() {
        String field = "{'type':'group','components':[{'type':'textfield','id':'A'}]}";

        assertThat(form("forms/a/plan.form", "plan", field)).isEmpty();
        assertThat(form("plan.form", "plan", field)).isEmpty();
        assertThat(form("forms/a/plan.form", "other", field))
                .containsExactly("forms/a/plan.form, form: its id must be the file's name 'plan' [form-id]");
        assertThat(form("plan.form", "plan", "{'type':'group','components':[{'type':'iframe','id':'B'}]}"))
                .containsExactly("plan.form, component 'B': the component type 'iframe' is not allowed; Tasklist cannot"
                        + " show it safely [form-components]");
        assertThat(FormRules.check("plan.form", "no form"))
                .extracting(Finding::rule)
                .containsExactly("readable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain words, 100 %",
                "**{{shown.scope.title}}**",
                "{{#if shown.refusal}}{{shown.refusal}}{{/if}}",
                "{{#loop shown.files}}{{path}} {{owner.name}}{{/loop}}{{shown.left}}",
            })
    void running_text_shows_facts_as_they_are_meant_to_be_seen(String text) {
        assertThat(form("plan.form", "plan", "{'type':'text','id':'T','text':'" + text + "'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "**{{scope.title}}**, scope.title",
        "{{ title }}, title",
        "{{shown.a}} {{b}}, b",
        "{{#loop files}}{{path}}{{/loop}}, files",
        "{{#loop shown.files}}{{path}}{{/loop}}{{path}}, path",
        "{{#loop shown.files}}{{parent.scope.title}}{{/loop}}, parent.scope.title",
        "{{#loop shown.files}}{{#loop parts}}{{_parent_.title}}{{/loop}}{{/loop}}, _parent_.title",
        "{{#loop shown.files}}{{parent}}{{/loop}}, parent",
        "{{#if refusal}}x{{/if}}, refusal",
        "{{shown.a + b}}, shown.a + b",
        "{{shown}}, shown",
        "=title, =title",
    })
    void a_fact_that_running_text_would_read_as_markdown_is_found(String text, String fact) {
        assertThat(form("plan.form", "plan", "{'type':'text','id':'T','text':'" + text + "'}"))
                .containsExactly("plan.form, component 'T': shows '" + fact + "' as Markdown and HTML; write {{shown."
                        + fact.replaceFirst("^=", "") + "}} [text-shows-facts]");
    }

    @Test
    void what_is_hidden_by_an_entry_is_required_by_slipway_and_not_by_the_form() {
        String decision = "{'type':'radio','id':'D','key':'decision'},";
        String reason = "{'type':'textarea','id':'R','key':'reason','validate':{'required':true}";
        String shut = "plan.form, component 'R': is required and hidden by what is entered elsewhere, which can keep"
                + " 'Complete' shut for good; take 'Required' out and give it the custom property 'required' of the"
                + " value 'true' [required-where-hidden]";

        assertThat(form("plan.form", "plan", decision + reason + ",'conditional':{'hide':'=decision != 2'}}"))
                .containsExactly(shut);
        assertThat(form(
                        "plan.form",
                        "plan",
                        decision + "{'type':'group','conditional':{'hide':'=not(decision = 2)'},'components':[" + reason
                                + "}]}"))
                .containsExactly(shut);
        assertThat(form(
                        "plan.form",
                        "plan",
                        "{'type':'group','components':[{'type':'radio','id':'D','key':'decision'}]}," + reason
                                + ",'conditional':{'hide':'=decision != 2'}}"))
                .containsExactly(shut);
        assertThat(form("plan.form", "plan", decision + reason + ",'conditional':{'hide':'=goal = null'}}"))
                .isEmpty();
        assertThat(form("plan.form", "plan", decision + reason + "}")).isEmpty();
    }

    private static List<String> form(String file, String id, String component) {
        String form = "{'id':'" + id + "','components':[" + component + "]}";
        return FormRules.check(file, form.replace('\'', '"')).stream()
                .map(Finding::toString)
                .toList();
    }

    private static List<String> rules(String decision, String words) {
        String table = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
                + " xmlns:c='http://camunda.org/schema/1.0/dmn'><decision id='D' " + decision + ">" + words
                + "</decision></definitions>";
        return TableRules.check("t.dmn", table).stream().map(Finding::rule).toList();
    }
}
