package slipway.rollout;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import slipway.cmdb.Cmdb;
import slipway.event.EventLog;
import slipway.planning.Reservations;
import slipway.release.ReleaseState;
import slipway.release.Releases;
import slipway.shared.Content;
import slipway.shared.ReleaseNumber;
import slipway.shared.Result;
import slipway.site.Order;

/** Writes what became of a part that was to return, under the lease of its order. */
@Component
class RestoreRecords {
    private final ReturnTable returns;
    private final ReturnChain chain;
    private final BackOutTable backOuts;
    private final Releases releases;
    private final Reservations reservations;
    private final Cmdb cmdb;
    private final EventLog events;
    private final Clock clock;

    RestoreRecords(
            ReturnTable returns,
            ReturnChain chain,
            BackOutTable backOuts,
            Releases releases,
            Reservations reservations,
            Cmdb cmdb,
            EventLog events,
            Clock clock) {
        this.returns = returns;
        this.chain = chain;
        this.backOuts = backOuts;
        this.releases = releases;
        this.reservations = reservations;
        this.cmdb = cmdb;
        this.events = events;
        this.clock = clock;
    }

    /** It runs what it was to return to; {@code touched} = something had to be done for that. */
    void restored(Order order, Target target, WayBack.Returns way, boolean touched) {
        Content content = Content.of(way.to());
        Optional<WayBack.LeftAlone> onTop = BackOutRules.onTop(target, cmdb.find(target.site(), target.unit()));
        if (onTop.isPresent()) {
            // It came while the site was being returned; its word is not taken back.
            leftAlone(order, target, onTop.get().why(), Optional.of(content));
            return;
        }
        returned(order, target, way, touched);
    }

    private void returned(Order order, Target target, WayBack.Returns way, boolean touched) {
        Content content = Content.of(way.to());
        boolean repaired = target.state() == TargetState.BACKOUT_FAILED;
        returns.became(target, repaired ? TargetState.REPAIRED : TargetState.RESTORED, "read back equal to " + content);
        Authorisations.giveBack(cmdb, target, way.to(), way.broughtBy());
        cmdb.observed(target.site(), target.unit(), content, true, clock.instant());
        events.append(
                target.release(),
                repaired
                        ? new RolloutEvent.SiteRepaired(target.site(), target.unit(), content)
                        : new RolloutEvent.SiteRestored(
                                target.site(), target.unit(), content, touched || target.activated()));
        over(order, target);
    }

    /**
     * It runs something that this release neither brought nor returns to. What it brought is not to run there any more,
     * so that no audit asks for it back; whose word counts again is kept, since that does not lie on top.
     */
    void foreign(Order order, Target target, WayBack.Returns way, Content seen) {
        returns.leads(target, way);
        Authorisations.giveBack(cmdb, target, way.to(), way.broughtBy());
        leftAlone(order, target, "it does not run this release but " + seen + ".", Optional.of(seen));
    }

    /** Nothing is left to return to, or a later release lies on top. */
    void leftAlone(Order order, Target target, String why, Optional<Content> seen) {
        returns.leftAlone(target, why);
        seen.ifPresent(content -> cmdb.observed(target.site(), target.unit(), content, false, clock.instant()));
        events.append(target.release(), new RolloutEvent.SiteLeftAlone(target.site(), target.unit(), why));
        over(order, target);
    }

    /** It could not be returned: the others wait until somebody has repaired it. */
    void failed(Target target, String reason) {
        ReleaseNumber release = target.release();
        returns.became(target, TargetState.BACKOUT_FAILED, reason);
        backOuts.become(release, BackOut.State.STUCK);
        events.append(release, new RolloutEvent.SiteBackOutFailed(target.site(), target.unit(), reason));
        if (releases.get(release).state() == ReleaseState.BACKING_OUT
                && releases.move(release, ReleaseState.BACKOUT_FAILED) instanceof Result.Refused refused) {
            throw new IllegalStateException(refused.refusal().toString());
        }
    }

    private void over(Order order, Target target) {
        if (!returns.anyToReturn(target.release(), target.site())) {
            reservations.end(target.release(), Set.of(target.site()));
        }
        chain.goOn(target.release(), order.batch().number());
    }
}
