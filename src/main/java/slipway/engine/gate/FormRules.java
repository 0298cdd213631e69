package slipway.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import slipway.engine.Finding;
import slipway.engine.RequiredField;

/** What a form may hold: components that Tasklist's renderer knows and that bring no code of their own. */
final class FormRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "checklist",
            "taglist",
            "select",
            "datetime",
            "table",
            "group",
            "button",
            "spacer",
            "separator",
            "expression",
            "image");

    private FormRules() {}

    static List<Finding> check(String file, String content) {
        List<Finding> findings = new ArrayList<>();
        try {
            JsonNode form = JSON.readTree(content);
            String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.form$", "");
            if (!name.equals(form.path("id").asText())) {
                findings.add(new Finding(file, "form", "form-id", "its id must be the file's name '" + name + "'"));
            }
            components(file, form, findings);
            Set<String> entered = new TreeSet<>();
            inputs(form, entered);
            shut(file, form, "", entered, findings);
        } catch (JsonProcessingException e) {
            findings.add(new Finding(file, "file", "readable", "is not JSON: " + e.getOriginalMessage()));
        }
        return findings;
    }

    private static void components(String file, JsonNode parent, List<Finding> findings) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            if (!COMPONENTS.contains(type)) {
                findings.add(new Finding(
                        file,
                        "component '" + component.path("id").asText() + "'",
                        "form-components",
                        "the component type '" + type + "' is not allowed; Tasklist cannot show it safely"));
            }
            if (type.equals("text")) {
                text(file, component, findings);
            }
            components(file, component, findings);
        }
    }

    private static void inputs(JsonNode parent, Set<String> keys) {
        for (JsonNode component : parent.path("components")) {
            if (component.hasNonNull("key")) {
                keys.add(component.path("key").asText());
            }
            inputs(component, keys);
        }
    }

    /** Tasklist goes on asking for what was shown and empty once, also when it is hidden again. */
    private static void shut(String file, JsonNode parent, String hides, Set<String> entered, List<Finding> findings) {
        for (JsonNode component : parent.path("components")) {
            String hide =
                    hides + " " + component.path("conditional").path("hide").asText();
            if (RequiredField.inForm(component)
                    && Arrays.stream(hide.split("\\W+")).anyMatch(entered::contains)) {
                findings.add(
                        new Finding(
                                file,
                                "component '" + component.path("id").asText() + "'",
                                "required-where-hidden",
                                "is required and hidden by what is entered elsewhere, which can keep 'Complete' shut for good;"
                                        + " take 'Required' out and give it the custom property 'required' of the value 'true'"));
            }
            shut(file, component, hide, entered, findings);
        }
    }

    /** Text is read as Markdown and HTML, so facts stand in it only as they are meant to be seen. */
    private static void text(String file, JsonNode component, List<Finding> findings) {
        String text = component.path("text").asText();
        Optional<String> raw = text.startsWith("=") ? Optional.of(text) : RunningText.rawFact(text);
        raw.ifPresent(fact -> findings.add(new Finding(
                file,
                "component '" + component.path("id").asText() + "'",
                "text-shows-facts",
                "shows '" + fact + "' as Markdown and HTML; write {{shown." + fact.replaceFirst("^=\\s*", "") + "}}")));
    }
}
