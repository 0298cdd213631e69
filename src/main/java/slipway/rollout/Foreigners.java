package slipway.rollout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.shared.Content;
import slipway.shared.UnitRevision;
import slipway.site.port.Inventory;

/** What runs at a site that is to return, when it is neither of its release nor what the release returns to. */
@Component
class Foreigners {
    private final Library library;
    private final Releases releases;
    private final Cmdb cmdb;

    Foreigners(Library library, Releases releases, Cmdb cmdb) {
        this.library = library;
        this.releases = releases;
        this.cmdb = cmdb;
    }

    /** What was found, whatever it is; empty = nobody could see. */
    Optional<Content> content(Target target, Inventory.Sighting found) {
        return Recognition.content(library.of(target.unit()), found);
    }

    /** As Slipway saw it itself, where files of the release lie under its name even when they were altered. */
    Optional<Content> seen(Target target, Inventory.Sighting found) {
        boolean own = target.state() == TargetState.BACKOUT_FAILED
                || halfDone(target, found)
                || (found instanceof Inventory.Seen seen
                        && (Expected.isOwn(seen, target) || Expected.runs(seen, brought(target))));
        return own ? Optional.empty() : content(target, found);
    }

    /** As it was reported when the release had begun there: that is its own doing. */
    private boolean halfDone(Target target, Inventory.Sighting found) {
        return target.halfDone() && content(target, found).equals(observed(target));
    }

    /** As a person reports it: only what was seen there before, too, so that a slip of the pen returns no site. */
    Optional<Content> reported(Target target, Inventory.Sighting found) {
        return seen(target, found)
                .filter(content -> observed(target).filter(content::equals).isPresent())
                .filter(content -> !(found instanceof Inventory.Seen seen && altered(target, seen)));
    }

    /** A known one that was seen there last, for whoever is to return the site to that. */
    Optional<Content> known(Target target, Optional<UnitRevision> to) {
        return observed(target)
                .filter(content -> !target.halfDone())
                .filter(content -> target.state() == TargetState.BACKING_OUT)
                .filter(content -> !(content instanceof Content.Unknown))
                .filter(content -> !content.equals(Content.of(to.orElse(null))))
                .filter(content -> !content.equals(Content.of(brought(target))));
    }

    /** Nobody reports what a site calls its files, so that altered ones are those that are closest to the release's. */
    private boolean altered(Target target, Inventory.Seen seen) {
        List<Library.Holding> holdings = library.of(target.unit());
        UnitRevision brought = brought(target);
        return Recognition.closest(
                        holdings, seen.files(), Optional.ofNullable(brought).flatMap(library::find))
                .map(Library.Holding::revision)
                .filter(revision -> revision.equals(brought))
                .isPresent();
    }

    private Optional<Content> observed(Target target) {
        return cmdb.find(target.site(), target.unit()).map(Cmdb.Item::observed);
    }

    private @Nullable UnitRevision brought(Target target) {
        return releases.part(target.part()).revision().orElse(null);
    }
}
