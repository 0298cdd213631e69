package slipway.shared;

import java.util.regex.Pattern;

/** How many rows of a list one answer holds at most. */
public record PageSize(int rows) {
    /** For who asks for no other one. */
    public static final String USUAL = "50";

    private static final int MOST = 200;
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

    public PageSize {
        if (rows < 1 || rows > MOST) {
            throw unfit(String.valueOf(rows));
        }
    }

    /** As a caller types it. */
    public PageSize(String text) {
        this(read(text));
    }

    private static int read(String text) {
        if (!COUNT.matcher(text).matches()) {
            throw unfit(text);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException unfit(String text) {
        return new IllegalArgumentException(
                "the size of a page is a number from 1 to " + MOST + ", not '" + text + "'");
    }
}
