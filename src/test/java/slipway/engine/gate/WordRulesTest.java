package slipway.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import slipway.engine.Finding;

class WordRulesTest {
    private static final String HEAD = "<b:definitions xmlns:b='" + Allowed.BPMN + "' xmlns:c='" + Allowed.CAMUNDA
            + "' xmlns:x='urn:foreign' id='All'>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b:task id='A' name='Install' c:asyncBefore='true'/>",
                "<b:task id='A' c:delegateExpression='#{anything that another rule judges}'/>",
                "<b:task id='A' c:type='external' c:topic='build'/>",
                "<b:callActivity id='A'><b:extensionElements><c:in businessKey='#{execution.processBusinessKey}'/>"
                        + "<c:in source='a' target='b'/></b:extensionElements></b:callActivity>",
                "<b:task id='A' c:dueDate='${due}'/>",
                "<b:task id='A' c:candidateGroups='change-manager'/>",
                "<b:conditionExpression>${a == 'GO'}</b:conditionExpression>",
                "<b:timeDuration>PT10S</b:timeDuration>",
                "<c:inputParameter name='a'>${b}</c:inputParameter>",
                "<b:documentation>Plain words, and 5 $ more</b:documentation>",
                "<b:task id='A' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='any'/>",
            })
    void harmless_words_are_left_alone(String words) throws SAXException {
        assertThat(rules(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<x:task id='A'/> | known-words",
                "<b:scriptTask id='A'/> | no-scripts",
                "<b:import id='A'/> | no-scripts",
                "<c:connector id='A'/> | known-words",
                "<b:task id='A' x:name='any'/> | known-words",
                "<b:task id='A' c:class='java.lang.Runtime'/> | known-words",
                "<b:task id='A' c:expression='any'/> | known-words",
                "<c:executionListener class='x.Y'/> | known-words",
                "<c:executionListener c:expression='any'/> | known-words",
                "<b:conditionExpression language='groovy'>${a}</b:conditionExpression> | no-scripts",
                "<b:definitions expressionLanguage='juel'/> | no-scripts",
                "<b:task id='A' name='${name}'/> | plain-expressions",
                "<b:task id='A' c:type='shell'/> | plain-expressions",
                "<b:task id='A' c:decisionRefBinding='latest'/> | plain-expressions",
                "<b:task id='A' c:dueDate='${due.plus()}'/> | plain-expressions",
                "<c:in businessKey='${other}'/> | plain-expressions",
                "<b:conditionExpression>${a.b()}</b:conditionExpression> | plain-expressions",
                "<b:timeDuration>soon</b:timeDuration> | plain-expressions",
                "<c:inputParameter name='a'>${b.c()}</c:inputParameter> | plain-expressions",
                "<b:documentation>${name}</b:documentation> | plain-expressions",
            })
    void words_that_could_run_something_or_that_nobody_knows_are_found(String words, String rule) throws SAXException {
        assertThat(rules(words)).containsExactly(rule);
    }

    @Test
    void the_words_of_a_foreign_namespace_are_no_conditions() throws SAXException {
        assertThat(rules("<x:conditionExpression>plain</x:conditionExpression>"))
                .containsExactly("known-words");
    }

    @Test
    void a_text_in_pieces_is_read_as_one_and_that_of_a_child_is_the_childs() throws SAXException {
        assertThat(rules("<b:documentation>$<!-- apart -->{a}</b:documentation>"))
                .containsExactly("plain-expressions");
        assertThat(rules("<b:documentation><![CDATA[${a}]]></b:documentation>")).containsExactly("plain-expressions");
        assertThat(findings("<b:task id='A'><b:documentation>${a}</b:documentation></b:task>"))
                .extracting(Finding::element)
                .containsExactly("documentation in 'A'");
    }

    @Test
    void a_finding_names_the_element_by_the_nearest_id() throws SAXException {
        assertThat(findings("<b:scriptTask id='A'/>"))
                .extracting(Finding::toString)
                .containsExactly("m.bpmn, scriptTask 'A': a 'scriptTask' is not allowed; name a bean in its delegate"
                        + " expression [no-scripts]");
        assertThat(findings("<b:scriptTask/>")).extracting(Finding::element).containsExactly("scriptTask in 'All'");
        assertThat(Xml.place(Xml.root("<a><b/></a>"))).isEqualTo("a");
    }

    @Test
    void a_sentence_has_a_place_for_what_was_found() {
        assertThat(Sentence.LANGUAGE.of("groovy"))
                .isEqualTo(Sentence.LANGUAGE.text().replace("%s", "groovy"));
    }

    @Test
    void an_attribute_is_found_by_its_namespace_only() throws SAXException {
        var task = Xml.root(
                "<b:task xmlns:b='" + Allowed.BPMN + "' xmlns:c='" + Allowed.CAMUNDA + "' name='n' c:topic='t'/>");

        assertThat(Xml.attribute(task, "", "name")).contains("n");
        assertThat(Xml.attribute(task, Allowed.CAMUNDA, "topic")).contains("t");
        assertThat(Xml.attribute(task, "", "topic")).isEmpty();
        assertThat(Xml.attribute(task, Allowed.CAMUNDA, "name")).isEmpty();
    }

    @Test
    void a_model_that_reaches_outside_of_itself_is_not_read() {
        assertThatThrownBy(() -> Xml.root("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> Xml.root("<!DOCTYPE x [<!ENTITY e \"boo\">]><x>&e;</x>"))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> Xml.root("<x>")).isInstanceOf(SAXException.class);
    }

    private static List<String> rules(String words) throws SAXException {
        return findings(words).stream().map(Finding::rule).toList();
    }

    private static List<Finding> findings(String words) throws SAXException {
        List<Finding> findings = new ArrayList<>();
        Xml.all(Xml.root(HEAD + words + "</b:definitions>"))
                .forEach(element -> new WordRules(element, new Reporter("m.bpmn", element, findings)).check());
        return findings;
    }
}
