package slipway.engine.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few forms that a text may have where the engine would evaluate it. */
enum Plain {
    /** {@code ${bean}}. */
    BEAN(Parts.BEGIN + "([A-Za-z_]\\w*)" + Parts.END),
    /** A comparison of a variable with a literal or another variable, or some of them joined. */
    CONDITION(Parts.CONDITION),
    /** A variable, a literal, or what is not evaluated at all. */
    VALUE(Parts.BEGIN + "(?:" + Parts.NAME + "|" + Parts.LITERAL + ")" + Parts.END + "|" + Parts.NOTHING),
    /** ISO 8601, longer than nothing and not more often than once a minute, or a variable that holds it. */
    TIMER(Parts.SPACE + "(?:R\\d*/(?:" + Parts.MOMENT + "/)?" + Parts.A_MINUTE + Parts.PERIOD + "|(?:" + Parts.MOMENT
            + "/)?" + Parts.SOMETHING + Parts.PERIOD + "|" + Parts.MOMENT + ")" + Parts.SPACE + "|"
            + Parts.BEGIN + Parts.NAME + Parts.END),
    BUSINESS_KEY(Parts.BEGIN + "execution\\.processBusinessKey" + Parts.END),
    EXTERNAL("external"),
    DEPLOYMENT("deployment"),
    /** Days that history is kept. */
    TIME_TO_LIVE("\\d+|P\\d+D"),
    /** What is not evaluated. */
    NOTHING(Parts.NOTHING);

    private final Pattern pattern;

    Plain(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /** As every language with regular expressions reads it; the whole text matches. */
    String pattern() {
        return pattern.pattern();
    }

    /** The bean that an expression names. */
    static Optional<String> bean(String text) {
        Matcher matcher = BEAN.pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether the engine would evaluate something in this text. */
    static boolean isEvaluated(String text) {
        return !NOTHING.fits(text);
    }

    private static final class Parts {
        /** The same in every language: what counts as space beyond these differs. */
        static final String SPACE = "[ \\t\\r\\n]*";

        /** Around what is evaluated. */
        static final String BEGIN = SPACE + "[$#]\\{" + SPACE;

        static final String END = SPACE + "\\}" + SPACE;

        static final String NAME = "[A-Za-z_]\\w*";
        static final String LITERAL = "(?:'[^'\\\\{}]*'|\"[^\"\\\\{}]*\"|-?\\d+(?:\\.\\d+)?|true|false|null)";
        static final String COMPARISON = "(?:!?" + SPACE + NAME + "|" + NAME + SPACE + "(?:==|!=|<=|>=|<|>)" + SPACE
                + "(?:" + LITERAL + "|" + NAME + "))";
        static final String CONDITION =
                BEGIN + COMPARISON + "(?:" + SPACE + "(?:&&|\\|\\|)" + SPACE + COMPARISON + ")*" + END;
        static final String NOTHING = "(?![\\s\\S]*[$#]\\{)[\\s\\S]*";
        static final String PERIOD = "P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+W)?(?:\\d+D)?"
                + "(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?";
        static final String SOMETHING = "(?=[^1-9]*[1-9])";
        /** In a unit that is not of seconds. */
        static final String A_MINUTE = "(?=[PT\\dYMWDH]*[1-9]\\d*[YMWDH])";

        static final String MOMENT = "\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
    }
}
