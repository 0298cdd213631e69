package slipway.engine.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import slipway.engine.Finding;

/** What a decision model may hold: FEEL, and nothing that leaves it. */
final class TableRules {
    private static final Set<String> LANGUAGE_ATTRIBUTES = Set.of("expressionLanguage", "typeLanguage");
    private static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of("historyTimeToLive", "versionTag", "inputVariable", "diagramRelationId");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private TableRules() {}

    static List<Finding> check(String file, String content) {
        List<Finding> findings = new ArrayList<>();
        try {
            Xml.all(Xml.root(content)).forEach(element -> {
                check(element, new Reporter(file, element, findings));
                if ("decisionTable".equals(element.getLocalName())) {
                    ColumnRules.check(file, element, findings);
                }
            });
        } catch (SAXException e) {
            findings.add(new Finding(file, "file", "readable", "is not well-formed XML: " + e.getMessage()));
        }
        return findings;
    }

    private static void check(Element element, Reporter report) {
        if ("decision".equals(element.getLocalName())
                && Xml.attribute(element, CAMUNDA, "historyTimeToLive").isEmpty()) {
            report.found("time-to-live", "has no time to live for its history; give it one, for example P180D");
        }
        String text = Xml.text(element);
        if (Plain.isEvaluated(text) || text.matches("(?s).*\\bexternal\\s*\\{.*")) {
            report.found("feel-only", "holds '" + text.strip() + "'; tables are written in plain FEEL");
        }
        Xml.attributes(element).forEach(attribute -> check(attribute, report));
    }

    private static void check(Attr attribute, Reporter report) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        if (LANGUAGE_ATTRIBUTES.contains(name) && !isFeel(value)) {
            report.found("feel-only", "names the language '" + value + "'; tables are written in FEEL");
        }
        if (Plain.isEvaluated(value)) {
            report.found("feel-only", "the attribute '" + name + "' holds an expression");
        }
        boolean camunda = attribute.getNamespaceURI() != null
                && attribute.getNamespaceURI().contains("camunda.org/schema/1.0");
        if (camunda && !CAMUNDA_ATTRIBUTES.contains(name)) {
            report.found("known-words", "the attribute '" + attribute.getName() + "' is not allowed");
        }
    }

    private static boolean isFeel(String language) {
        return "feel".equalsIgnoreCase(language) || language.matches("https?://www\\.omg\\.org/spec/.*FEEL/?");
    }
}
