package slipway.engine.gate;

import static slipway.engine.gate.Allowed.BPMN;
import static slipway.engine.gate.Allowed.CAMUNDA;

import java.util.Set;
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
            report.found(Sentence.FOREIGN_ELEMENT, namespace);
        } else if (BPMN.equals(namespace) && Allowed.REFUSED_BPMN_ELEMENTS.contains(name)) {
            report.found(Sentence.SCRIPT, name);
        } else if (CAMUNDA.equals(namespace) && !Allowed.CAMUNDA_ELEMENTS.contains(name)) {
            report.found(Sentence.UNKNOWN_EXTENSION, name);
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
            report.found(Sentence.FOREIGN_ATTRIBUTE, attribute.getName());
        } else if (ofCamunda && !names.contains(name)) {
            report.found(Sentence.UNKNOWN_ATTRIBUTE, attribute.getName());
        } else if ("language".equals(name) || "expressionLanguage".equals(name)) {
            report.found(Sentence.LANGUAGE, attribute.getValue());
        } else {
            value(attribute, name, ofCamunda);
        }
    }

    private void value(Attr attribute, String name, boolean ofCamunda) {
        String value = attribute.getValue();
        if (ofCamunda && "delegateExpression".equals(name)) {
            return;
        }
        Plain form = ofCamunda ? Allowed.ATTRIBUTE_VALUES.get(name) : null;
        if (form == null ? Plain.isEvaluated(value) : !form.fits(value)) {
            report.found(Sentence.ODD_ATTRIBUTE, attribute.getName(), value);
        }
    }

    private void text() {
        String text = Xml.text(element);
        Plain form = Allowed.TEXTS.get(element.getLocalName());
        boolean model = BPMN.equals(element.getNamespaceURI()) || CAMUNDA.equals(element.getNamespaceURI());
        if (!(model && form != null ? form.fits(text) : !Plain.isEvaluated(text))) {
            report.found(Sentence.ODD_TEXT, text.strip());
        }
    }

    private static String namespace(@org.jspecify.annotations.Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
