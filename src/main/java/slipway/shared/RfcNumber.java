package slipway.shared;

import java.util.regex.Pattern;

/** Number of a Request for Change, for example {@code RFC-1042}. */
public record RfcNumber(String value) {
    private static final Pattern FORM = Pattern.compile("RFC-\\d{1,9}");

    public RfcNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("RFC number '" + value + "' is not of the form RFC-<digits>");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
