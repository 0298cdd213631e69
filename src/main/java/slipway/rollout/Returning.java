package slipway.rollout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.shared.UnitRevision;
import slipway.site.Channels;
import slipway.site.port.Distribution;

/** Brings a site back to a revision, or to the unit's absence, and reads back what is there then. */
@Component
class Returning {
    private final Channels channels;
    private final Library library;

    Returning(Channels channels, Library library) {
        this.channels = channels;
        this.library = library;
    }

    /** What kept it from being returned; empty = it is back. */
    Optional<String> problem(Site site, Target target, @Nullable UnitRevision to) {
        return to == null ? remove(site, target) : bring(site, target, to);
    }

    private Optional<String> remove(Site site, Target target) {
        return channels.distribution(site).deactivate(site, target.unit()) instanceof Distribution.Failed failed
                ? Optional.of(failed.reason())
                : readBack(site, target, null);
    }

    private Optional<String> bring(Site site, Target target, UnitRevision revision) {
        Optional<Library.Holding> holding = offered(revision);
        if (holding.isEmpty()) {
            return Optional.of(notOffered(revision));
        }
        Optional<String> problem = Optional.empty();
        for (String name : names(target, revision)) {
            problem = bring(site, target, holding.get(), name);
            if (problem.isEmpty()) {
                return problem;
            }
        }
        return problem;
    }

    private Optional<String> bring(Site site, Target target, Library.Holding holding, String name) {
        Distribution distribution = channels.distribution(site);
        if (distribution.distribute(site, target.unit(), name, holding.manifest(), library::fetch)
                instanceof Distribution.Failed failed) {
            return Optional.of("distribution: " + failed.reason());
        }
        // It may have been recalled while it was copied.
        if (offered(holding.revision()).isEmpty()) {
            return Optional.of(notOffered(holding.revision()));
        }
        if (distribution.activate(site, target.unit(), name) instanceof Distribution.Failed failed) {
            return Optional.of("activation: " + failed.reason());
        }
        return readBack(site, target, holding.revision());
    }

    private Optional<Library.Holding> offered(UnitRevision revision) {
        return library.find(revision).filter(Library.Holding::mayBeInstalled);
    }

    private static String notOffered(UnitRevision revision) {
        return "the library no longer offers " + revision;
    }

    private Optional<String> readBack(Site site, Target target, @Nullable UnitRevision revision) {
        return Expected.wrong(channels.look(site, target.unit()), revision).map(wrong -> "read back: " + wrong);
    }

    /** What the site called the revision; and a name of our own, should the site not let go of altered files there. */
    private static List<String> names(Target target, UnitRevision revision) {
        return Stream.concat(
                        Stream.ofNullable(target.previousName()).filter(name -> revision.equals(target.predecessor())),
                        Stream.of(Expected.nameOfReturned(target)))
                .toList();
    }
}
