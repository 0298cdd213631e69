package slipway.rollout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.release.Release;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.UnitRevision;

/** Records each step of the long work at a site, in a transaction of its own. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class TargetProgress {
    private final Releases releases;
    private final TargetTable targets;
    private final TargetBook book;
    private final RolloutTable rollouts;
    private final LiveRevisions live;
    private final Cmdb cmdb;
    private final Clock clock;

    TargetProgress(
            Releases releases,
            TargetTable targets,
            TargetBook book,
            RolloutTable rollouts,
            LiveRevisions live,
            Cmdb cmdb,
            Clock clock) {
        this.releases = releases;
        this.targets = targets;
        this.book = book;
        this.rollouts = rollouts;
        this.live = live;
        this.cmdb = cmdb;
        this.clock = clock;
    }

    /** The sites of a wave that are still to be tried; none at all when the wave does not run. */
    Optional<List<Target>> toInstall(ReleaseNumber release, int wave) {
        boolean runs = releases.get(release).state() == ReleaseState.IN_ROLLOUT
                && Waves.running(rollouts.events(release), wave);
        return runs
                ? Optional.of(targets.of(release).stream()
                        .filter(target ->
                                target.wave() == wave && target.state().pending())
                        .toList())
                : Optional.empty();
    }

    Target distributed(Target target, @Nullable String previousName) {
        Target present = present(target);
        return book.move(
                previousName == null ? present : present.replacing(previousName),
                TargetState.DISTRIBUTED,
                "every digest verified at the site");
    }

    Target activated(Target target) {
        return book.move(present(target), TargetState.ACTIVATED, "switched");
    }

    void verified(Target target, UnitRevision revision) {
        cmdb.observed(target.site(), target.unit(), revision, true, clock.instant());
        live.live(revision);
        book.move(present(target), TargetState.VERIFIED, "read back equal to the library");
    }

    void failed(Target target, String reason, Optional<UnitRevision> observed) {
        observed.ifPresent(revision -> cmdb.observed(target.site(), target.unit(), revision, false, clock.instant()));
        book.move(present(target), TargetState.FAILED, reason);
    }

    /** The next site to return; a site that nobody repaired since it failed bars the others. */
    Optional<Target> nextToRestore(ReleaseNumber release) {
        return targets.toRestore(release).stream()
                .findFirst()
                .filter(target -> target.state() == TargetState.BACKING_OUT || target.repairReported());
    }

    boolean anyToRestore(ReleaseNumber release) {
        return !targets.toRestore(release).isEmpty();
    }

    void restored(Target target) {
        UnitRevision baseline = target.predecessor();
        if (baseline == null) {
            cmdb.withdraw(target.site(), target.unit(), target.release());
        } else {
            cmdb.authorise(target.site(), baseline, target.release());
        }
        cmdb.observed(target.site(), target.unit(), baseline, true, clock.instant());
        Target present = present(target);
        TargetState end = present.state() == TargetState.BACKOUT_FAILED ? TargetState.REPAIRED : TargetState.RESTORED;
        book.move(present, end, "read back equal to " + WaveGuard.name(baseline));
    }

    void notRestored(Target target, String reason) {
        book.move(present(target), TargetState.BACKOUT_FAILED, reason);
        Release release = releases.get(target.release());
        if (release.state() == ReleaseState.BACKING_OUT
                && releases.move(release.number(), ReleaseState.BACKOUT_FAILED) instanceof Result.Refused refused) {
            throw new IllegalStateException(refused.refusal().toString());
        }
    }

    /** The row as it is now; a second worker that was faster makes this one stop. */
    private Target present(Target seen) {
        Target now = targets.locked(seen.release()).stream()
                .filter(target -> target.site().equals(seen.site()))
                .findFirst()
                .orElse(null);
        if (now == null || now.state() != seen.state() || now.attempt() != seen.attempt()) {
            throw new IllegalStateException(
                    "site " + seen.site() + " of " + seen.release() + " was moved on by another worker");
        }
        return now;
    }
}
