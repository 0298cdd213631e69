package slipway.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipway.engine.Finding;

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
