package slipway.shared;

import java.util.regex.Pattern;

/** Number of a release, for example {@code REL-2026-0042}; also the business key of its processes. */
public record ReleaseNumber(String value) {
    private static final Pattern FORM = Pattern.compile("REL-\\d{4}-\\d{4,6}");

    public ReleaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("release number '" + PlainText.quoted(value)
                    + "' is not of the form REL-<year>-<at least four digits>");
        }
    }

    /** Whether the text is of the form of a number. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    public static ReleaseNumber of(int year, int sequence) {
        return new ReleaseNumber("REL-%d-%04d".formatted(year, sequence));
    }

    @Override
    public String toString() {
        return value;
    }
}
