package slipway.release;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slipway.shared.Refusal;

/** The numbering rule of our own units: a version whose change contradicts the release's type is refused. */
public final class Numbering {
    private static final Pattern VERSION = Pattern.compile("[vV]?(\\d{1,6})(\\..*)?");

    private Numbering() {}

    /** Why this tag contradicts the type, seen from the version that is live. */
    public static Optional<Refusal> contradiction(String tag, String liveVersion, ReleaseType type) {
        Optional<Integer> live = major(liveVersion);
        Optional<Integer> next = major(tag);
        if (live.isEmpty() || next.isEmpty()) {
            return Optional.of(Refusal.at(
                    "tag",
                    "numbering",
                    "Tag " + tag + " and live version " + liveVersion
                            + " cannot be compared; both must start with a number."));
        }
        return type == ReleaseType.MAJOR || next.get().equals(live.get())
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "tag",
                        "numbering",
                        "Tag " + tag + " changes the major version of " + liveVersion + ", but the release is " + type
                                + "; choose a tag of major version " + live.get() + "."));
    }

    private static Optional<Integer> major(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
