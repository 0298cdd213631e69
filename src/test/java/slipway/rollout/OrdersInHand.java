package slipway.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.Channel;
import slipway.shared.Actor;
import slipway.shared.Content;
import slipway.shared.Manifest;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitRevision;
import slipway.site.Batch;
import slipway.site.Lease;
import slipway.site.Order;
import slipway.site.port.Inventory;

/** Orders that a test hands to their handlers itself, with a lease that holds or is lost. */
abstract class OrdersInHand extends RolloutStory {
    static final Actor DANA = new Actor("dana");

    @Autowired
    InstallHandler handler;

    @Autowired
    RestoreHandler restores;

    @Autowired
    JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init")
    UnitRevision before;

    @SuppressWarnings("NullAway.Init")
    UnitRevision revision;

    @SuppressWarnings("NullAway.Init")
    UnitRevision third;

    /** The order of a later release for the site that the first one reached. */
    ReleaseNumber laterByHand(ReleaseNumber release) {
        reported(release, revision);
        assertThat(rollouts.evaluate(release, 1)).isInstanceOf(Rollouts.Passed.class);
        assertThat(rollouts.soaked(release, 1)).isTrue();
        done(rollouts.finish(release));
        third = made(CHECK, "1.2.0");
        ReleaseNumber later = started(accepted(List.of(third), "basel"), "basel");
        begin(later);
        return later;
    }

    /** A person reports that it runs that there. */
    void reported(ReleaseNumber release, UnitRevision installed) {
        done(handler.byHand(order(release, "basel"), sure(), DANA, seen(files(installed)), ""));
    }

    /** The order that returns it from there, once that is decided. */
    Order back(ReleaseNumber release) {
        done(stops.stop(release, RITA, "It harms"));
        decided(release, PausedDecision.BACK_OUT_ALL);
        assertThat(backOuts.order(release)).isEqualTo(new BackOuts.Ordered());
        return latestBack(release);
    }

    Order latestBack(ReleaseNumber release) {
        return orders.latest(new Batch(Order.Kind.RESTORE, release, 2), new SiteId("basel"), CHECK)
                .orElseThrow();
    }

    List<Manifest.Entry> files(UnitRevision of) {
        return library.find(of).orElseThrow().manifest().entries();
    }

    /** A release whose order waits for a person at basel. */
    ReleaseNumber byHand() {
        site("basel", Channel.BY_HAND);
        before = made(CHECK, "1.0.0");
        cmdb.authorise(new SiteId("basel"), before, null);
        cmdb.observed(new SiteId("basel"), CHECK, new Content.Known(before), true, clock.instant());
        revision = made(CHECK, "1.1.0");
        ReleaseNumber release = started(accepted(List.of(revision), "basel"), "basel");
        begin(release);
        assertThat(workOnce()).isFalse();
        return release;
    }

    /** A release whose orders wait to be done at these sites. */
    ReleaseNumber begun(String... sites) {
        sites(sites);
        before = made(CHECK, "1.0.0");
        baseline(before, sites);
        revision = made(CHECK, "1.1.0");
        ReleaseNumber release = started(accepted(List.of(revision), sites), String.join(" ", sites));
        begin(release);
        return release;
    }

    /** The order of a site, in somebody's hands. */
    Order order(ReleaseNumber release, String site) {
        return claimed(orders.latest(new Batch(Order.Kind.INSTALL, release, 1), new SiteId(site), CHECK)
                .orElseThrow());
    }

    Order claimed(Order order) {
        // A played lease does not write that what was reported before is done, and a place has one claimed order.
        jdbc.sql("""
            update slipway.site_order set state = 'DONE', worker = null, lease_until = null
             where state = 'CLAIMED' and worker = 'a test' and id <> ?
            """).param(order.id()).update();
        jdbc.sql("update slipway.site_order set state = 'CLAIMED', worker = 'a test', lease_until = now() where id = ?")
                .param(order.id())
                .update();
        return order;
    }

    Order opened(Order order) {
        jdbc.sql("update slipway.site_order set state = 'OPEN', worker = null, lease_until = null where id = ?")
                .param(order.id())
                .update();
        return order;
    }

    static Inventory.Sighting seen(List<Manifest.Entry> files) {
        return new Inventory.Seen("by hand", files, List.of());
    }

    static Lease sure() {
        return new PlayedLease(true);
    }

    static Lease lost() {
        return new PlayedLease(false);
    }

    private record PlayedLease(boolean held) implements Lease {
        @Override
        public <T> Optional<T> write(Supplier<T> step) {
            return held ? Optional.of(step.get()) : Optional.empty();
        }

        @Override
        public boolean finish(Runnable outcome) {
            if (held) {
                outcome.run();
            }
            return held;
        }
    }
}
