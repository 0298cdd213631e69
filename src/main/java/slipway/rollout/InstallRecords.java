package slipway.rollout;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.shared.Content;
import slipway.shared.UnitRevision;
import slipway.site.Order;

/** Writes each step of an installation, under the lease of its order. */
@Component
class InstallRecords {
    private final TargetMoves moves;
    private final RolloutTable rollouts;
    private final WaveEnds ends;
    private final Cmdb cmdb;
    private final EventLog events;
    private final Clock clock;

    InstallRecords(TargetMoves moves, RolloutTable rollouts, WaveEnds ends, Cmdb cmdb, EventLog events, Clock clock) {
        this.moves = moves;
        this.rollouts = rollouts;
        this.ends = ends;
        this.cmdb = cmdb;
        this.events = events;
        this.clock = clock;
    }

    /** The files lie at the site. From here on it is authorised to run them, before it is switched. As it is then. */
    Target distributed(Target target, UnitRevision revision, @Nullable String previousName) {
        Target distributed = moves.distributed(target, previousName);
        cmdb.authorise(target.site(), revision, target.release());
        events.append(
                target.release(),
                new RolloutEvent.SiteDistributed(target.site(), target.unit(), target.wave(), target.attempt()));
        return distributed;
    }

    /** As it is then. */
    Target activated(Target target) {
        Target activated = moves.activated(target);
        wasActivated(activated);
        return activated;
    }

    private void wasActivated(Target target) {
        events.append(
                target.release(),
                new RolloutEvent.SiteActivated(target.site(), target.unit(), target.wave(), target.attempt()));
        if (rollouts.firstActivation(target.release(), clock.instant())) {
            events.append(
                    target.release(), new RolloutEvent.FirstActivation(target.site(), target.unit(), target.wave()));
        }
    }

    /** It was found switched, whatever of that was written. As it is then. */
    Target switched(Target target, UnitRevision revision) {
        return activated(target.state().waiting() ? distributed(target, revision, null) : target);
    }

    void verified(Order order, Target target, UnitRevision revision) {
        moves.verified(target);
        cmdb.observed(target.site(), target.unit(), new Content.Known(revision), true, clock.instant());
        events.append(
                target.release(),
                new RolloutEvent.SiteVerified(target.site(), target.unit(), target.wave(), target.attempt(), revision));
        ends.verified(order, target);
    }

    /** {@code observed} is what was seen there; empty = nobody could see. */
    void failed(Order order, Target target, String reason, Optional<Content> observed) {
        moves.failed(target, reason);
        if (!target.activated()) {
            runsOnAsBefore(target);
        }
        observed.ifPresent(content -> cmdb.observed(target.site(), target.unit(), content, false, clock.instant()));
        events.append(
                target.release(),
                new RolloutEvent.SiteFailed(
                        target.site(), target.unit(), target.wave(), target.attempt(), target.activated(), reason));
        ends.failed(order, target);
    }

    /** It was switched, if so, and failed, after its wave counted it as not reached. */
    void failedLate(Target target, UnitRevision revision, String reason) {
        if (target.activated()) {
            cmdb.authorise(target.site(), revision, target.release());
            wasActivated(target);
        }
        events.append(
                target.release(),
                new RolloutEvent.SiteFailed(
                        target.site(), target.unit(), target.wave(), target.attempt(), target.activated(), reason));
    }

    /** It was not begun before its window passed, or its wave was stopped. */
    void tooLate(Order order) {
        ends.tooLate(order);
    }

    /** Its work broke off, or a report of it was refused. */
    void reopened(Order order) {
        ends.reopened(order);
    }

    /** It was authorised to be switched and never was. */
    private void runsOnAsBefore(Target target) {
        if (target.state() == TargetState.DISTRIBUTED) {
            Authorisations.giveBack(cmdb, target, target.predecessor(), target.predecessorBy());
        }
    }
}
