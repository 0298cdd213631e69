package slipway.engine.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import slipway.engine.RequiredField;

/** A component of a form that carries a value under a key; {@code hides} are its own and its groups' conditions. */
record FormField(String key, String type, JsonNode component, List<String> hides) {
    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");

    static boolean isInput(String type) {
        return INPUTS.contains(type);
    }

    /** Shown, not asked; an expression in its place counts as asked, so that the value is at least checked. */
    boolean settled() {
        return component.path("disabled").asBoolean()
                || component.path("readonly").asBoolean();
    }

    JsonNode rule(String name) {
        return component.path("validate").path(name);
    }

    /** The most characters of a text: as the form says, or as given. */
    int longest(int otherwise) {
        return rule("maxLength").asInt(otherwise);
    }

    boolean required() {
        return RequiredField.is(component);
    }

    boolean multiple() {
        return type.equals("checklist") || type.equals("taglist");
    }

    boolean choice() {
        return multiple() || type.equals("radio") || type.equals("select");
    }
}
