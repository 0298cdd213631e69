package slipway.rollout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.library.Library;
import slipway.release.Releases;
import slipway.rollout.port.Distribution;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

@Component
class WaveInstallation implements Installation {
    private final Releases releases;
    private final Cmdb cmdb;
    private final Library library;
    private final Distribution distribution;
    private final TargetProgress progress;

    WaveInstallation(
            Releases releases, Cmdb cmdb, Library library, Distribution distribution, TargetProgress progress) {
        this.releases = releases;
        this.cmdb = cmdb;
        this.library = library;
        this.distribution = distribution;
        this.progress = progress;
    }

    @Override
    public Result install(ReleaseNumber release, int wave) {
        Optional<List<Target>> targets = progress.toInstall(release, wave);
        if (targets.isEmpty()) {
            return Result.refused("wave-not-started", "Wave " + wave + " of " + release + " was not started.");
        }
        UnitRevision revision = releases.get(release).builtRevision();
        Library.Holding holding = library.find(revision)
                .orElseThrow(() -> new IllegalStateException("the library does not hold " + revision));
        targets.get().forEach(target -> install(target, holding));
        return Result.done();
    }

    /** Each step is recorded before the next; a step that was done but not recorded is found done. */
    private void install(Target target, Library.Holding holding) {
        Site site = cmdb.site(target.site());
        Target step = target;
        if (step.state().waiting()) {
            Optional<String> unexpected = unexpected(site, step);
            if (unexpected.isPresent()) {
                progress.failed(step, unexpected.get(), observed(site, step));
                return;
            }
            String previous = previousName(site, step);
            String name = step.release().value();
            switch (distribution.distribute(site, step.unit(), name, holding.manifest(), library::fetch)) {
                case Distribution.Done done -> step = progress.distributed(step, previous);
                case Distribution.Failed failed -> {
                    progress.failed(step, "distribution: " + failed.reason(), Optional.empty());
                    return;
                }
            }
        }
        if (step.state() == TargetState.DISTRIBUTED) {
            switch (distribution.activate(site, step.unit(), step.release().value())) {
                case Distribution.Done done -> step = progress.activated(step);
                case Distribution.Failed failed -> {
                    progress.failed(step, "activation: " + failed.reason(), Optional.empty());
                    return;
                }
            }
        }
        verify(site, step, holding.revision());
    }

    private void verify(Site site, Target target, UnitRevision revision) {
        String problem = switch (distribution.readBack(site, target.unit())) {
            case Distribution.Installed installed ->
                installed.manifest().digest().equals(revision.digest()) ? "" : "it runs files other than the library's";
            case Distribution.Absent absent -> "nothing is installed";
            case Distribution.Unreadable unreadable -> unreadable.reason();
        };
        if (problem.isEmpty()) {
            progress.verified(target, revision);
        } else {
            progress.failed(target, "read back: " + problem, observed(site, target));
        }
    }

    /** On a first attempt the site must run what the go was given for, whatever the CMDB says. */
    private Optional<String> unexpected(Site site, Target target) {
        UnitRevision expected = target.predecessor();
        return switch (distribution.readBack(site, target.unit())) {
            case Distribution.Installed installed ->
                ownName(target, installed.name()) || same(expected, installed)
                        ? Optional.empty()
                        : Optional.of("it runs '" + installed.name() + "' with files other than those of "
                                + WaveGuard.name(expected));
            case Distribution.Absent absent ->
                expected == null ? Optional.empty() : Optional.of("it runs nothing instead of " + expected);
            case Distribution.Unreadable unreadable -> Optional.of(unreadable.reason());
        };
    }

    private @Nullable String previousName(Site site, Target target) {
        return distribution.readBack(site, target.unit()) instanceof Distribution.Installed installed
                        && !ownName(target, installed.name())
                ? installed.name()
                : null;
    }

    private Optional<UnitRevision> observed(Site site, Target target) {
        return distribution.readBack(site, target.unit()) instanceof Distribution.Installed installed
                ? Recognition.closest(
                                library.of(target.unit()), installed.manifest().entries(), Optional.empty())
                        .map(holding -> new UnitRevision(
                                target.unit(),
                                holding.revision().version(),
                                installed.manifest().digest()))
                : Optional.empty();
    }

    private static boolean ownName(Target target, String name) {
        return name.equals(target.release().value());
    }

    private static boolean same(@Nullable UnitRevision expected, Distribution.Installed installed) {
        return expected != null && expected.digest().equals(installed.manifest().digest());
    }
}
