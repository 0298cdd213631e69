package slipway.rollout;

import static slipway.release.ReleaseState.BACKING_OUT;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import slipway.release.Journal;
import slipway.release.Releases;
import slipway.rollout.RolloutEvent.Kind;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;

@Component
@Transactional
class StoredBackOuts implements BackOuts {
    private static final Set<TargetState> TOUCHED = Set.of(TargetState.FAILED, TargetState.VERIFIED);

    private final Releases releases;
    private final TargetTable targets;
    private final TargetBook book;
    private final RolloutTable rollouts;
    private final SiteRestoration restoration;
    private final Journal journal;
    private final Clock clock;

    StoredBackOuts(
            Releases releases,
            TargetTable targets,
            TargetBook book,
            RolloutTable rollouts,
            SiteRestoration restoration,
            Journal journal,
            Clock clock) {
        this.releases = releases;
        this.targets = targets;
        this.book = book;
        this.rollouts = rollouts;
        this.restoration = restoration;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Result order(ReleaseNumber release) {
        PausedDecision decision = Decided.latest(rollouts.events(release)).orElse(PausedDecision.RESUME);
        boolean all = decision == PausedDecision.BACK_OUT_ALL;
        if (!all && decision != PausedDecision.BACK_OUT_FAILED) {
            return Result.refused("not-decided", "Nobody decided to back " + release + " out.");
        }
        if (all && releases.move(release, BACKING_OUT) instanceof Result.Refused refused) {
            return refused;
        }
        book.moveAll(
                release,
                state -> all ? TOUCHED.contains(state) : state == TargetState.FAILED,
                TargetState.BACKING_OUT,
                "ordered: " + decision);
        rollouts.note(release, Kind.BACKOUT_ORDERED, null, null, decision.name());
        journal.append(release, "BackOutOrdered", null, Map.of("scope", decision.name()));
        return Result.done();
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean restore(ReleaseNumber release) {
        return restoration.restoreAll(release);
    }

    @Override
    public Result repaired(ReleaseNumber release, Actor actor, String remark) {
        Set<Target> broken = targets.locked(release).stream()
                .filter(target -> target.state() == TargetState.BACKOUT_FAILED)
                .collect(Collectors.toSet());
        if (broken.isEmpty()) {
            return Result.refused("nothing-to-repair", "No site of " + release + " failed to be returned.");
        }
        broken.forEach(target -> book.save(target.repaired(remark, clock.instant())));
        rollouts.note(release, Kind.REPAIR_REPORTED, null, actor, remark);
        journal.append(release, "SiteRepairReported", actor, Map.of("remark", remark));
        return Result.done();
    }

    @Override
    public End finish(ReleaseNumber release) {
        Optional<PausedDecision> ordered = Decided.ordered(rollouts.events(release));
        String open = targets.toRestore(release).stream()
                .map(target -> target.site() + " is " + target.state())
                .collect(Collectors.joining(", "));
        if (ordered.isEmpty() || !open.isEmpty()) {
            return new NotOver(
                    Refusal.of("back-out-open", "The back-out of " + release + " is not over: " + open + "."));
        }
        rollouts.note(release, Kind.BACKOUT_OVER, null, null, ordered.get().name());
        journal.append(
                release, "BackOutFinished", null, Map.of("scope", ordered.get().name()));
        return new Over(ordered.get() == PausedDecision.BACK_OUT_ALL);
    }
}
