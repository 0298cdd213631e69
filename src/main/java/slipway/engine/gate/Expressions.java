package slipway.engine.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few forms of expression that a model may hold. */
final class Expressions {
    private static final String NAME = "[A-Za-z_]\\w*";
    private static final String LITERAL = "(?:'[^'\\\\{}]*'|\"[^\"\\\\{}]*\"|-?\\d+(?:\\.\\d+)?|true|false|null)";
    private static final String COMPARISON =
            "(?:!?\\s*" + NAME + "|" + NAME + "\\s*(?:==|!=|<=|>=|<|>)\\s*(?:" + LITERAL + "|" + NAME + "))";
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(" + NAME + ")\\s*}");
    private static final Pattern VALUE = Pattern.compile("[$#]\\{\\s*(?:" + NAME + "|" + LITERAL + ")\\s*}");
    private static final Pattern CONDITION =
            Pattern.compile("[$#]\\{\\s*" + COMPARISON + "(?:\\s*(?:&&|\\|\\|)\\s*" + COMPARISON + ")*\\s*}");
    private static final Pattern BUSINESS_KEY = Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");
    private static final Pattern ISO_TIMER = Pattern.compile("(?:R\\d*/)?(?:P(?=[\\dT])[\\dYMWDTHS.]+"
            + "|\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?:/P[\\dYMWDTHS.]+)?)");

    private Expressions() {}

    /** Whether the engine would evaluate something in this text. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static Optional<String> bean(String text) {
        Matcher matcher = BEAN.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static boolean isCondition(String text) {
        return CONDITION.matcher(text.strip()).matches();
    }

    /** A variable or a literal. */
    static boolean isValue(String text) {
        return !isIn(text) || VALUE.matcher(text.strip()).matches();
    }

    static boolean isTimer(String text) {
        return ISO_TIMER.matcher(text.strip()).matches()
                || BEAN.matcher(text.strip()).matches();
    }

    static boolean isBusinessKey(String text) {
        return BUSINESS_KEY.matcher(text.strip()).matches();
    }
}
