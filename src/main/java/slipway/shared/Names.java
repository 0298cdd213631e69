package slipway.shared;

import java.util.regex.Pattern;

/** The one rule for keys that become file names: lower case, digits and hyphens, never a path. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Names() {}

    static void require(String what, String value) {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' must be lower-case letters and digits with single hyphens, at most 60");
        }
    }
}
