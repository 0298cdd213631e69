package slipway.rollout;

import static slipway.release.ReleaseState.BACKING_OUT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.planning.Reservations;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.shared.Actor;
import slipway.shared.Refusal;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.shared.SiteId;

@Component
@Transactional
class StoredBackOuts implements BackOuts {
    private final Releases releases;
    private final WaysBack waysBack;
    private final TargetTable targets;
    private final TargetMoves moves;
    private final ReturnTable returns;
    private final WayNow wayNow;
    private final ReturnChain chain;
    private final RolloutTable rollouts;
    private final BackOutTable backOuts;
    private final Reservations reservations;
    private final Cmdb cmdb;
    private final Staying staying;
    private final EventLog events;
    private final Clock clock;

    StoredBackOuts(
            Releases releases,
            WaysBack waysBack,
            TargetTable targets,
            TargetMoves moves,
            ReturnTable returns,
            WayNow wayNow,
            ReturnChain chain,
            RolloutTable rollouts,
            BackOutTable backOuts,
            Reservations reservations,
            Cmdb cmdb,
            Staying staying,
            EventLog events,
            Clock clock) {
        this.releases = releases;
        this.waysBack = waysBack;
        this.targets = targets;
        this.moves = moves;
        this.returns = returns;
        this.wayNow = wayNow;
        this.chain = chain;
        this.rollouts = rollouts;
        this.backOuts = backOuts;
        this.reservations = reservations;
        this.cmdb = cmdb;
        this.staying = staying;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Order order(ReleaseNumber number) {
        Optional<Rollout> rollout = rollouts.locked(number);
        Optional<PausedDecision> decision = rollout.flatMap(Rollout::toCarryOut).filter(PausedDecision::backsOut);
        if (decision.isEmpty()) {
            return new NotOrdered(Refusal.of("not-decided", "Nobody decided to back " + number + " out."));
        }
        SubmittedRelease release = releases.submitted(number);
        if (decision.get() == PausedDecision.BACK_OUT_ALL) {
            if (releases.move(number, BACKING_OUT) instanceof Result.Refused refused) {
                return new NotOrdered(refused.refusal());
            }
            moves.neverReached(number, "the release was backed out");
        }
        // A wave that begins at the same moment at one of its sites is seen here, or sees what returns.
        cmdb.hold(release.sites());
        WaysBack.Ways ways = waysBack.of(release, decision.get(), SiteStand.of(targets.of(number)));
        rollouts.carriedOut(number);
        return order(
                number, decision.get(), rollout.get().reason(), rollout.get().decidedBy(), ways);
    }

    private Order order(ReleaseNumber number, PausedDecision decision, String why, List<Actor> by, WaysBack.Ways ways) {
        boolean none = ways.returns().isEmpty();
        BackOut backOut =
                new BackOut(rollouts.nextBatch(number), decision, none ? BackOut.State.SETTLED : BackOut.State.RUNNING);
        backOuts.ordered(number, backOut, clock.instant());
        returns.order(number, ways.returns());
        returns.leaveAlone(number, ways.left());
        events.append(number, new RolloutEvent.BackOutOrdered(decision, sites(ways), staying(number), why, by));
        if (!ways.left().isEmpty()) {
            events.append(number, ways.left().stream().map(StoredBackOuts::left).toList());
        }
        if (none) {
            return new NothingToReturn();
        }
        chain.goOn(number, backOut.number());
        return new Ordered();
    }

    private List<SiteId> staying(ReleaseNumber release) {
        return staying.sites(targets.of(release));
    }

    private static List<SiteId> sites(WaysBack.Ways ways) {
        return ways.returns().stream()
                .map(each -> each.target().site())
                .distinct()
                .toList();
    }

    private static RolloutEvent left(ReturnTable.Left left) {
        return new RolloutEvent.SiteLeftAlone(
                left.target().site(), left.target().unit(), left.way().why());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Broken> stuck(ReleaseNumber release) {
        return returns.stuck(release).stream()
                .map(target -> new Broken(target.site(), target.unit(), target.reason(), wayNow.toRepair(target)))
                .toList();
    }

    @Override
    public Result repaired(ReleaseNumber release, Actor actor, String remark) {
        rollouts.locked(release);
        Optional<BackOut> stuck = backOuts.open(release).filter(open -> open.state() == BackOut.State.STUCK);
        if (stuck.isEmpty()) {
            return Result.refused("nothing-to-repair", "Nothing of " + release + " failed to be returned.");
        }
        // One goes at a time, so one is stuck.
        Target target = returns.stuck(release).getFirst();
        returns.repairReported(target, remark);
        backOuts.become(release, BackOut.State.RUNNING);
        chain.order(target, stuck.get().number());
        events.append(release, actor, new RolloutEvent.SiteRepairReported(target.site(), target.unit(), remark));
        return Result.done();
    }

    @Override
    public End finish(ReleaseNumber release) {
        rollouts.locked(release);
        Optional<BackOut> open = backOuts.open(release);
        BackOut.State state = open.map(BackOut::state).orElse(BackOut.State.OVER);
        return switch (state) {
            case RUNNING, OVER ->
                new NotOver(Refusal.of("back-out-open", "The back-out of " + release + " is not through."));
            case STUCK -> new Stuck();
            case SETTLED -> {
                backOuts.become(release, BackOut.State.OVER);
                PausedDecision decision = open.orElseThrow().decision();
                if (decision == PausedDecision.BACK_OUT_ALL) {
                    // Sites that it never reached, and those that were left alone, are free for others, too.
                    reservations.end(release, releases.submitted(release).sites());
                }
                if (decision == PausedDecision.BACK_OUT_FAILED) {
                    standsOn(release);
                }
                events.append(release, new RolloutEvent.BackOutFinished(decision, staying(release)));
                yield new Over(decision == PausedDecision.BACK_OUT_ALL);
            }
        };
    }

    /** Nothing is failed any more that people must decide on; what it stood for is past. */
    private void standsOn(ReleaseNumber release) {
        String before = rollouts.find(release).map(Rollout::pausedBecause).orElse("");
        rollouts.standsOn(
                release,
                "The failed sites were backed out; decide how the rollout goes on. It was paused before that because: "
                        + before);
    }
}
