package slipway.rollout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.rollout.port.Distribution;
import slipway.shared.ReleaseNumber;
import slipway.shared.UnitRevision;

/** Returns sites to the revision that was verified there before the release. */
@Component
class SiteRestoration {
    private final Cmdb cmdb;
    private final Library library;
    private final Distribution distribution;
    private final TargetProgress progress;

    SiteRestoration(Cmdb cmdb, Library library, Distribution distribution, TargetProgress progress) {
        this.cmdb = cmdb;
        this.library = library;
        this.distribution = distribution;
        this.progress = progress;
    }

    /** Whether a site could not be returned; the ones after it wait. */
    boolean restoreAll(ReleaseNumber release) {
        Optional<Target> next = progress.nextToRestore(release);
        while (next.isPresent()) {
            Optional<String> problem = restore(next.get());
            if (problem.isPresent()) {
                progress.notRestored(next.get(), problem.get());
                return true;
            }
            progress.restored(next.get());
            next = progress.nextToRestore(release);
        }
        return progress.anyToRestore(release);
    }

    private Optional<String> restore(Target target) {
        Site site = cmdb.site(target.site());
        UnitRevision baseline = target.predecessor();
        if (baseline == null) {
            return distribution.deactivate(site, target.unit()) instanceof Distribution.Failed failed
                    ? Optional.of(failed.reason())
                    : problem(distribution.readBack(site, target.unit()), target);
        }
        if (problem(distribution.readBack(site, target.unit()), target).isEmpty()) {
            return Optional.empty();
        }
        Optional<Library.Holding> holding =
                library.find(baseline).filter(found -> found.state() != Library.State.QUARANTINED);
        return holding.isEmpty()
                ? Optional.of("the library no longer offers " + baseline)
                : bring(site, target, holding.get());
    }

    private Optional<String> bring(Site site, Target target, Library.Holding holding) {
        Optional<String> problem = Optional.empty();
        for (String name : names(target)) {
            problem = bring(site, target, holding, name);
            if (problem.isEmpty()) {
                return problem;
            }
        }
        return problem;
    }

    private Optional<String> bring(Site site, Target target, Library.Holding holding, String name) {
        if (distribution.distribute(site, target.unit(), name, holding.manifest(), library::fetch)
                instanceof Distribution.Failed failed) {
            return Optional.of("distribution: " + failed.reason());
        }
        if (distribution.activate(site, target.unit(), name) instanceof Distribution.Failed failed) {
            return Optional.of("activation: " + failed.reason());
        }
        return problem(distribution.readBack(site, target.unit()), target);
    }

    /** What the site called the revision; and a name of our own, should the site not let go of altered files there. */
    private static List<String> names(Target target) {
        String own = target.release() + "-restored";
        return target.previousName() == null ? List.of(own) : List.of(target.previousName(), own);
    }

    private static Optional<String> problem(Distribution.ReadBack found, Target target) {
        UnitRevision baseline = target.predecessor();
        return switch (found) {
            case Distribution.Installed installed ->
                baseline != null && installed.manifest().digest().equals(baseline.digest())
                        ? Optional.empty()
                        : Optional.of("read back: it runs '" + installed.name() + "' with files other than those of "
                                + WaveGuard.name(baseline));
            case Distribution.Absent absent ->
                baseline == null ? Optional.empty() : Optional.of("read back: nothing is installed");
            case Distribution.Unreadable unreadable -> Optional.of("read back: " + unreadable.reason());
        };
    }
}
