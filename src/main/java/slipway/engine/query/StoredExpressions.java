package slipway.engine.query;

import java.util.regex.Pattern;

/** The expressions that a stored filter may hold: who is asking, and dates relative to now. */
final class StoredExpressions {
    private static final Pattern ALLOWED =
            Pattern.compile("[$#]\\{\\s*(?:currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(?:\\.(?:plus|minus)(?:Hours|Days|Weeks|Months)\\(\\d{1,4}\\))?)\\s*}");

    private StoredExpressions() {}

    static boolean allow(String expression) {
        return ALLOWED.matcher(expression).matches();
    }
}
