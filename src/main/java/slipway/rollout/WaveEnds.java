package slipway.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import slipway.event.EventLog;
import slipway.shared.PlaceOfUnit;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.site.Batch;
import slipway.site.Order;
import slipway.site.SiteOrders;

/**
 * What the end of a site means for its wave. Locks are taken in one order by everybody: the order that ends, its part at
 * the site, the wave, and only then other orders and their parts.
 */
@Component
class WaveEnds {
    /** What broke off a moment ago would break off again at once. */
    private static final Duration A_BREATH = Duration.ofSeconds(10);

    private final WaveTable waves;
    private final TargetTable targets;
    private final TargetMoves moves;
    private final SiteOrders orders;
    private final EventLog events;

    WaveEnds(WaveTable waves, TargetTable targets, TargetMoves moves, SiteOrders orders, EventLog events) {
        this.waves = waves;
        this.targets = targets;
        this.moves = moves;
        this.orders = orders;
        this.events = events;
    }

    /** A part is verified: the next part of its site may begin, or the site is through. */
    void verified(Order order, Target target) {
        boolean through = targets.at(target.release(), target.wave(), target.site()).stream()
                .map(Target::state)
                .allMatch(TargetState::arrived);
        if (through) {
            judge(target.release(), count(target, 1, 0, 0));
        } else if (orders.openNext(order.batch(), order.site()).isEmpty()) {
            // A stop withdrew what followed.
            judge(target.release(), count(target, 0, 0, 1));
        }
    }

    /** A part failed: the site counts as failed once, and its later parts do not begin. */
    void failed(Order order, Target target) {
        Wave wave = count(target, 0, 1, 0);
        List<Order> later = orders.withdraw(order.batch(), order.site());
        moves.notReached(later, target.unit() + " failed at the site before");
        judge(target.release(), wave);
    }

    /**
     * No further site begins; what is under way finishes, and with {@code sitesFinish} it is the whole site that does. The
     * wave's row is locked.
     */
    void stop(ReleaseNumber release, Wave wave, String why, boolean sitesFinish) {
        waves.because(release, wave.number(), why, sitesFinish);
        if (wave.state() == WaveState.RUNNING) {
            end(release, wave, why, sitesFinish, List.of());
        } else if (wave.finishesSites() && !sitesFinish) {
            notBegun(release, wave, orders.withdraw(waiting(release, wave)));
        }
    }

    private void end(ReleaseNumber release, Wave wave, String why, boolean sitesFinish, List<Order> last) {
        waves.become(release, wave.number(), WaveState.STOPPING);
        events.append(release, new RolloutEvent.WaveStopped(wave.number(), why));
        List<Order> waiting = waiting(release, wave);
        List<Order> withdrawn = orders.withdraw(sitesFinish ? ofSitesNotBegun(waiting) : waiting);
        // People decide once nothing is under way any more, and wait for no site that cannot be reached.
        orders.lastTry(orders.unbegun(new Batch(Order.Kind.INSTALL, release, wave.batch())), Duration.ZERO);
        notBegun(release, wave, Stream.concat(last.stream(), withdrawn.stream()).toList());
    }

    /** A site whose first order does not wait any more was begun. */
    private static List<Order> ofSitesNotBegun(List<Order> waiting) {
        Set<SiteId> notBegun = waiting.stream()
                .filter(order -> !order.follows())
                .map(Order::site)
                .collect(Collectors.toSet());
        return waiting.stream().filter(order -> notBegun.contains(order.site())).toList();
    }

    /** Those of the wave that nobody began; what broke off after its files were copied is under way. */
    private List<Order> waiting(ReleaseNumber release, Wave wave) {
        List<Order> unbegun = orders.unbegun(new Batch(Order.Kind.INSTALL, release, wave.batch()));
        // Asked only now that nobody can go on with them meanwhile.
        Set<PlaceOfUnit> underWay = targets.underWay(release, wave.number());
        return unbegun.stream()
                .filter(order -> !underWay.contains(new PlaceOfUnit(order.site(), order.unit())))
                .toList();
    }

    /** Somebody came to an order when its window had passed, or its wave was stopped already: no further site begins. */
    void tooLate(Order order) {
        ReleaseNumber release = order.batch().release();
        Wave wave = waves.openLocked(release).orElseThrow();
        List<Order> rest = orders.withdraw(order.batch(), order.site());
        List<Order> ofSite = Stream.concat(Stream.of(order), rest.stream()).toList();
        if (wave.state() == WaveState.RUNNING) {
            waves.because(release, wave.number(), Wave.WINDOW_PASSED, true);
            end(release, wave, Wave.WINDOW_PASSED, true, ofSite);
        } else {
            notBegun(release, wave, ofSite);
        }
    }

    /** An order is open again; where its wave was stopped meanwhile, nobody begins it, or what is under way has its last try. */
    void reopened(Order order) {
        ReleaseNumber release = order.batch().release();
        // Locked, so that a stop was either before and is seen here, or comes after and withdraws the order itself.
        waves.openLocked(release)
                .filter(wave -> wave.state() == WaveState.STOPPING)
                .ifPresent(wave -> {
                    if (!wave.mayBegin(order) && waits(order)) {
                        notBegun(release, wave, orders.withdraw(order.batch(), order.site()));
                    } else {
                        orders.lastTry(List.of(order), A_BREATH);
                    }
                });
    }

    /** What is under way finishes, also in a stopped wave. */
    private boolean waits(Order order) {
        return targets.find(order.batch().release(), order.unit(), order.site())
                .filter(target -> target.state().waiting())
                .isPresent();
    }

    /** Nobody begins these any more, and their sites are through. The wave's row is locked. */
    private void notBegun(ReleaseNumber release, Wave wave, List<Order> over) {
        List<SiteId> notReached = moves.notReached(over, "the wave was stopped before");
        if (!notReached.isEmpty()) {
            events.append(release, new RolloutEvent.SitesNotReached(notReached, "The wave was stopped."));
        }
        Set<SiteId> sites = over.stream().map(Order::site).collect(Collectors.toSet());
        // Where a part is still under way its own end counts the site.
        sites.removeAll(targets.pendingSites(release, wave.number()));
        judge(release, waves.count(release, wave.number(), 0, 0, sites.size()));
    }

    private Wave count(Target target, int verified, int failed, int notReached) {
        return waves.count(target.release(), target.wave(), verified, failed, notReached);
    }

    private void judge(ReleaseNumber release, Wave wave) {
        switch (wave.verdict()) {
            case GOES_ON -> {}
            case STOPS -> stop(release, wave, wave.tooMany(), false);
            case IS_SETTLED -> waves.become(release, wave.number(), WaveState.SETTLED);
        }
    }
}
