package slipway.rollout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.site.Batch;
import slipway.site.Order;
import slipway.site.SiteOrders;

/** Begins a wave that may begin: marks what is there already, counts the rest, and orders it. */
@Component
class WaveStarts {
    private final Soaks soaks;
    private final RolloutTable rollouts;
    private final WaveTable waves;
    private final TargetMoves moves;
    private final SiteOrders orders;
    private final EventLog events;
    private final Clock clock;

    WaveStarts(
            Soaks soaks,
            RolloutTable rollouts,
            WaveTable waves,
            TargetMoves moves,
            SiteOrders orders,
            EventLog events,
            Clock clock) {
        this.soaks = soaks;
        this.rollouts = rollouts;
        this.waves = waves;
        this.moves = moves;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /** How many sites have something to do. */
    int start(WaveCheck check) {
        ReleaseNumber release = check.release().number();
        soaks.before(release, check.wave());
        Map<Boolean, List<Target>> byNeed = check.toDo().stream()
                .collect(Collectors.partitioningBy(target -> WaveRules.runsAlready(check, target)));
        nothingToDo(check, byNeed.getOrDefault(true, List.of()));
        List<SiteStand> sites = SiteStand.of(byNeed.getOrDefault(false, List.of()));
        long batch = rollouts.nextBatch(release);
        waves.start(release, wave(check, batch, sites));
        orders.place(orders(new Batch(Order.Kind.INSTALL, release, batch), sites));
        events.append(release, new RolloutEvent.WaveStarted(check.wave(), sites.size()));
        return sites.size();
    }

    private Wave wave(WaveCheck check, long batch, List<SiteStand> toDo) {
        Set<SiteId> begun = toDo.stream().map(SiteStand::site).collect(Collectors.toSet());
        List<SiteStand> sites = SiteStand.of(check.targets()).stream()
                .filter(site -> site.wave() == check.wave())
                .toList();
        return Wave.started(check.wave(), batch, check.threshold(), sites, begun, clock.instant());
    }

    private void nothingToDo(WaveCheck check, List<Target> there) {
        if (there.isEmpty()) {
            return;
        }
        moves.nothingToDo(there, "it ran the revision already");
        events.append(
                check.release().number(),
                there.stream()
                        .map(target -> new RolloutEvent.SiteHadNothingToDo(
                                target.site(),
                                target.unit(),
                                target.wave(),
                                check.release().revision(target.unit())))
                        .toList());
    }

    /** The parts of a site follow each other: the first that is left is begun at once. */
    private static List<SiteOrders.NewOrder> orders(Batch batch, List<SiteStand> sites) {
        List<SiteOrders.NewOrder> orders = new ArrayList<>();
        for (SiteStand site : sites) {
            int place = 0;
            for (Target part : site.parts()) {
                orders.add(new SiteOrders.NewOrder(batch, site.site(), part.unit(), place, part.attempt()));
                place++;
            }
        }
        return orders;
    }
}
