package slipway.engine.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a form with its places for facts: {@code {{shown.scope.title}}}, and {@code {{#loop shown.files}}} with the
 * names of one file's facts in it.
 */
final class RunningText {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("shown(\\.\\w+)+");
    private static final Pattern OF_EACH = Pattern.compile("\\w+(\\.\\w+)*");
    /** A form calls so what stands around the loop, as somebody typed it. */
    private static final Pattern AROUND = Pattern.compile("(parent|_parent_)(\\..*)?");

    private RunningText() {}

    /** The first fact that is put in as somebody typed it. */
    static Optional<String> rawFact(String text) {
        Matcher place = PLACE.matcher(text);
        int loops = 0;
        while (place.find()) {
            String said = place.group(1).strip();
            if (said.startsWith("/")) {
                loops -= said.equals("/loop") ? 1 : 0;
                continue;
            }
            boolean loop = said.startsWith("#loop ");
            String fact = said.replaceFirst("^#(loop|if)\\s+", "");
            if (!SHOWN.matcher(fact).matches()
                    && (loops == 0
                            || !OF_EACH.matcher(fact).matches()
                            || AROUND.matcher(fact).matches())) {
                return Optional.of(fact);
            }
            loops += loop ? 1 : 0;
        }
        return Optional.empty();
    }
}
