package slipway.rollout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** What a look at a site says about what is to be there. */
final class Expected {
    private Expected() {}

    /** What is wrong at a site that is to run exactly that, null = the unit is to be gone; empty = nothing is wrong. */
    static Optional<String> wrong(Inventory.Sighting found, @Nullable UnitRevision revision) {
        return switch (found) {
            case Inventory.Seen seen ->
                runs(seen, revision)
                        ? Optional.empty()
                        : Optional.of(
                                "it runs '" + seen.name() + "' with files other than those of " + Content.of(revision));
            case Inventory.NothingInstalled nothing ->
                revision == null ? Optional.empty() : Optional.of("nothing is installed");
            case Inventory.Unreadable unreadable -> Optional.of(unreadable.reason());
        };
    }

    /**
     * Why a site may not be begun: it runs something else than the go was given for. What the release itself left there
     * in an earlier try is no surprise.
     */
    static Optional<String> surprise(Inventory.Sighting found, Target target) {
        boolean own = found instanceof Inventory.Seen seen && isOwn(seen, target);
        return own ? Optional.empty() : wrong(found, target.predecessor());
    }

    /** Whether what runs there is of the release of this target: what it installed, or what it returned to. */
    static boolean isOwn(Inventory.Seen seen, Target target) {
        return seen.name().equals(nameOf(target)) || seen.name().equals(nameOfReturned(target));
    }

    /** Whether the site was switched to the release for the first time, which may not be written yet. */
    static boolean wasSwitched(Inventory.Sighting found, Target target) {
        return !target.activated()
                && found instanceof Inventory.Seen seen
                && seen.name().equals(nameOf(target));
    }

    /** What the site calls what ran there before the release; null = nothing did. */
    static @Nullable String previousName(Inventory.Sighting before, Target target) {
        return before instanceof Inventory.Seen seen && !isOwn(seen, target) ? seen.name() : target.previousName();
    }

    /** What sites call the revision that a release brings. */
    static String nameOf(Target target) {
        return target.release().value();
    }

    /** What sites call what a release returned them to, where they do not let go of what they called it. */
    static String nameOfReturned(Target target) {
        return target.release() + "-restored";
    }

    static boolean runs(Inventory.Seen seen, @Nullable UnitRevision revision) {
        return revision != null
                && seen.oddities().isEmpty()
                && !seen.files().isEmpty()
                && new Manifest(seen.files()).digest().equals(revision.digest());
    }
}
