package slipway.shared;

import java.util.regex.Pattern;

/** An exact version of a unit: version and the digest of its manifest. A rebuild is another revision. */
public record UnitRevision(UnitId unit, String version, Digest digest) {
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,59}");

    public UnitRevision {
        if (!isVersion(version)) {
            throw new IllegalArgumentException("version '" + version
                    + "' must be letters, digits, dots, plus and hyphens, at most 60, not starting with a sign");
        }
    }

    /** Whether the text is of the form of a version. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    @Override
    public String toString() {
        return unit + " " + version + " (" + digest.brief() + ")";
    }
}
