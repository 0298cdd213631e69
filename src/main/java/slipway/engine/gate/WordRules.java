package slipway.engine.gate;

import static slipway.engine.gate.Allowed.BPMN;
import static slipway.engine.gate.Allowed.CAMUNDA;

import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Every element, attribute and text must be one that is known to be harmless. */
record WordRules(Element element, Reporter report) {
    void check() {
        name();
        Xml.attributes(element).forEach(this::attribute);
        text();
    }

    private void name() {
        String name = element.getLocalName();
        String namespace = namespace(element.getNamespaceURI());
        if (!Allowed.NAMESPACES.contains(namespace)) {
            report.found("known-words", "elements of the namespace '" + namespace + "' are not allowed; remove it");
        } else if (BPMN.equals(namespace) && Allowed.REFUSED_BPMN_ELEMENTS.contains(name)) {
            report.found("no-scripts", "a '" + name + "' is not allowed; name a bean in its delegate expression");
        } else if (CAMUNDA.equals(namespace) && !Allowed.CAMUNDA_ELEMENTS.contains(name)) {
            report.found("known-words", "the extension 'camunda:" + name + "' is not allowed; remove it");
        }
    }

    private void attribute(Attr attribute) {
        String name = attribute.getLocalName();
        String namespace = namespace(attribute.getNamespaceURI());
        boolean ofCamunda = CAMUNDA.equals(namespace)
                || namespace.isEmpty() && CAMUNDA.equals(namespace(element.getNamespaceURI()));
        Set<String> names = CAMUNDA.equals(namespace(element.getNamespaceURI()))
                ? Allowed.PLAIN_ATTRIBUTES
                : Allowed.CAMUNDA_ATTRIBUTES;
        if (!Allowed.NAMESPACES.contains(namespace)) {
            report.found("known-words", "the attribute '" + attribute.getName() + "' is of a foreign namespace");
        } else if (ofCamunda && !names.contains(name)) {
            report.found(
                    "known-words",
                    "the attribute '" + attribute.getName()
                            + "' is not allowed: no classes, scripts, expressions or embedded forms");
        } else if ("language".equals(name) || "expressionLanguage".equals(name)) {
            report.found("no-scripts", "names the language '" + attribute.getValue() + "'; only plain conditions run");
        } else {
            value(attribute, name, ofCamunda);
        }
    }

    private void value(Attr attribute, String name, boolean ofCamunda) {
        String value = attribute.getValue();
        if (ofCamunda && "delegateExpression".equals(name)) {
            return;
        }
        Predicate<String> form = ofCamunda ? Allowed.ATTRIBUTE_VALUES.get(name) : null;
        if (form == null ? Expressions.isIn(value) : !form.test(value)) {
            report.found(
                    "plain-expressions",
                    "the attribute '" + attribute.getName() + "' holds '" + value
                            + "', which is none of the forms allowed there");
        }
    }

    private void text() {
        String text = Xml.text(element);
        Predicate<String> form = Allowed.TEXTS.get(element.getLocalName());
        boolean model = BPMN.equals(element.getNamespaceURI()) || CAMUNDA.equals(element.getNamespaceURI());
        if (!(model && form != null ? form.test(text) : !Expressions.isIn(text))) {
            report.found(
                    "plain-expressions",
                    "holds '" + text.strip() + "'; allowed are comparisons of variables with literals, a variable, or"
                            + " (for a timer) an ISO 8601 text");
        }
    }

    private static String namespace(@org.jspecify.annotations.Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
