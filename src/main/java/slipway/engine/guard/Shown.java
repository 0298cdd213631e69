package slipway.engine.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts for the running text of a form, which is read as Markdown and HTML: every sign that could mean something there is
 * written as a reference to its character, so that people see what was typed and nothing else.
 */
final class Shown {
    /** Under this name a form's text finds them: {@code {{shown.scope.title}}}. */
    static final String NAME = "shown";

    private static final String LINE = "<br>";
    private static final String KEPT_SPACE = "&#160;";

    private Shown() {}

    static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        facts.forEach((name, value) -> said.put(name, each(value)));
        return said;
    }

    private static @Nullable Object each(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> facts -> {
                Map<String, @Nullable Object> said = new LinkedHashMap<>();
                facts.forEach((name, fact) -> said.put(String.valueOf(name), each(fact)));
                yield said;
            }
            case Collection<?> list -> {
                List<@Nullable Object> said = new ArrayList<>();
                list.forEach(one -> said.add(each(one)));
                yield said;
            }
            case null, default -> value;
        };
    }

    static String text(String text) {
        StringBuilder said = new StringBuilder();
        int before = '\n';
        for (int at = 0; at < text.length(); at += Character.charCount(before)) {
            int sign = text.codePointAt(at);
            said.append(shown(sign, before));
            before = sign;
        }
        return said.toString();
    }

    private static String shown(int sign, int before) {
        if (sign == '\n') {
            return LINE;
        }
        if (sign == ' ') {
            // Two together would be one, or four at the beginning a block of code.
            return before == ' ' || before == '\n' ? KEPT_SPACE : " ";
        }
        return Character.isLetterOrDigit(sign) ? Character.toString(sign) : "&#" + sign + ";";
    }
}
