package slipway.shared;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done: the rule's name in kebab-case, the field at fault where there is one, and a sentence that
 * names the way out.
 */
public record Refusal(String rule, @Nullable String field, String reason) {

    public static Refusal of(String rule, String reason) {
        return new Refusal(rule, null, reason);
    }

    public static Refusal at(String field, String rule, String reason) {
        return new Refusal(rule, field, reason);
    }

    public Optional<String> atField() {
        return Optional.ofNullable(field);
    }

    @Override
    public String toString() {
        return rule + (field == null ? "" : " (field '" + field + "')") + ": " + reason;
    }
}
