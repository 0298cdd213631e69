package slipway.engine.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few forms that a text may have where the engine would evaluate it. */
enum Plain {
    /** {@code ${bean}}. */
    BEAN("[$#]\\{\\s*([A-Za-z_]\\w*)\\s*\\}"),
    /** A comparison of a variable with a literal or another variable, or some of them joined. */
    CONDITION(Parts.CONDITION),
    /** A variable, a literal, or what is not evaluated at all. */
    VALUE("[$#]\\{\\s*(?:" + Parts.NAME + "|" + Parts.LITERAL + ")\\s*\\}|(?![\\s\\S]*[$#]\\{)[\\s\\S]*"),
    /** ISO 8601, or a variable that holds it. */
    TIMER("(?:R\\d*/)?(?:P(?=[\\dT])[\\dYMWDTHS.]+"
            + "|\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?:/P[\\dYMWDTHS.]+)?)"
            + "|[$#]\\{\\s*" + Parts.NAME + "\\s*\\}"),
    BUSINESS_KEY("[$#]\\{\\s*execution\\.processBusinessKey\\s*\\}"),
    EXTERNAL("external"),
    DEPLOYMENT("deployment"),
    /** Days that history is kept. */
    TIME_TO_LIVE("\\d+|P\\d+D"),
    /** What is not evaluated. */
    NOTHING("(?![\\s\\S]*[$#]\\{)[\\s\\S]*");

    private final Pattern pattern;

    Plain(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean fits(String text) {
        return pattern.matcher(text.strip()).matches();
    }

    /** As every language with regular expressions reads it. */
    String pattern() {
        return pattern.pattern();
    }

    /** The bean that an expression names. */
    static Optional<String> bean(String text) {
        Matcher matcher = BEAN.pattern.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the engine would evaluate something in this text. */
    static boolean isEvaluated(String text) {
        return !NOTHING.fits(text);
    }

    private static final class Parts {
        static final String NAME = "[A-Za-z_]\\w*";
        static final String LITERAL = "(?:'[^'\\\\{}]*'|\"[^\"\\\\{}]*\"|-?\\d+(?:\\.\\d+)?|true|false|null)";
        static final String COMPARISON =
                "(?:!?\\s*" + NAME + "|" + NAME + "\\s*(?:==|!=|<=|>=|<|>)\\s*(?:" + LITERAL + "|" + NAME + "))";
        static final String CONDITION =
                "[$#]\\{\\s*" + COMPARISON + "(?:\\s*(?:&&|\\|\\|)\\s*" + COMPARISON + ")*\\s*\\}";
    }
}
