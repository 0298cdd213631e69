package slipway.build;

import java.util.Locale;
import java.util.Optional;
import slipway.build.Builds.Cause;
import slipway.shared.Refusal;

/** Which tag may repair a build. */
final class RepairRules {
    private RepairRules() {}

    /** Why that tag, which names that commit now, is no repair of a build of {@code former} at {@code built}, if so. */
    static Optional<Refusal> unfit(String former, String built, String tag, String commit, Cause cause) {
        if (!tag.equals(former)) {
            return Optional.empty();
        }
        if (cause != Cause.INFRASTRUCTURE) {
            return Optional.of(Refusal.of(
                    "same-tag",
                    "a mended " + cause.name().toLowerCase(Locale.ROOT) + " has a new tag; '" + tag
                            + "' is what was built before"));
        }
        return commit.equals(built)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "tag-moved",
                        "tag '" + tag + "' names another commit than the one that was planned; these are other"
                                + " sources, so give them a new tag"));
    }
}
