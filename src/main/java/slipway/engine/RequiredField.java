package slipway.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a field of a form has to be filled in where it is shown. */
public final class RequiredField {
    private RequiredField() {}

    /** As the form says, or by a property of its own: then Slipway alone refuses, and the form itself does not. */
    public static boolean is(JsonNode component) {
        return inForm(component)
                || component.path("properties").path("required").asText().equals("true");
    }

    /** Whether the form itself keeps people from completing. */
    public static boolean inForm(JsonNode component) {
        return component.path("validate").path("required").asBoolean();
    }
}
