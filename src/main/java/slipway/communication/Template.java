package slipway.communication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** A mail template: the subject in the first line, an empty line, the text; {@code ${name}} stands for a value. */
record Template(String subject, String body) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    static Template read(String name) {
        try {
            String text = new ClassPathResource("mail/" + name + ".txt").getContentAsString(StandardCharsets.UTF_8);
            String[] parts = text.split("\n\n", 2);
            return new Template(parts[0].strip(), parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException("the mail template " + name + " cannot be read", e);
        }
    }

    // Values are put in once and never read again for placeholders: a title may say ${anything}.
    Template with(Map<String, String> values) {
        return new Template(filled(subject, values), filled(body, values));
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("a mail template asks for '" + found.group(1) + "', which is unknown");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
