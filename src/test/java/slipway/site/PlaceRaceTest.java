package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipway.site.Order.Kind.INSTALL;
import static slipway.site.Order.Kind.RESTORE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipway.cmdb.Channel;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.Result;
import slipway.shared.SiteId;
import slipway.site.SiteWorld.Worker;
import slipway.testing.Blocked;

/** Two orders that change one place, claimed in the very same moment, before either sees the other. */
class PlaceRaceTest {
    @TempDir
    Path folder;

    private final SiteWorld world = new SiteWorld();
    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private final Worker worker;

    PlaceRaceTest() {
        world.handlers.addAll(List.of(TestHandler.quick(INSTALL), TestHandler.quick(RESTORE)));
        worker = world.worker();
    }

    @AfterEach
    void end() {
        second.shutdownNow();
    }

    @Test
    void whoever_claims_second_waits_and_then_gets_nothing() throws Exception {
        SiteId site = world.site("world-0", Channel.DIRECTORY);
        worker.orders.place(List.of(world.order(INSTALL, site, 0), world.order(RESTORE, site, 0)));
        assertThat(afterClaiming(() -> claimed(INSTALL), () -> worker.runner.claim(RESTORE, 1)))
                .isEmpty();
        assertThat(worker.runner.takeOverFrom(worker.self.id())).isEqualTo(1);
        assertThat(worker.runner.claim(RESTORE, 1)).hasSize(1);
    }

    @Test
    void whoever_reports_second_is_told_so_and_the_work_stays_open() throws Exception {
        SiteId site = world.site("world-hand", Channel.BY_HAND);
        worker.orders.place(List.of(world.order(INSTALL, site, 0), world.order(RESTORE, site, 0)));
        long install = order(INSTALL, site);
        long restore = order(RESTORE, site);
        HandWork work = worker.handWork(
                new StoredManifests(world.sql, new SigningKey(new DataFolder(folder)), worker.runner, world.clock));
        Instant now = world.clock.instant();
        Result answer = afterClaiming(
                () -> worker.leases
                        .claim(install, worker.self.id(), now, now.plus(SiteWorld.LEASE))
                        .orElseThrow(),
                () -> work.report(restore, new Actor("dana"), new HandWork.Report(true, "nothing", "")));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        no -> assertThat(no.refusal().rule()).isEqualTo("order-over"));
        assertThat(world.state(restore)).isEqualTo("OPEN");
    }

    /** What came of the second claim, which began before the first was committed. */
    private <T> T afterClaiming(Callable<Claimed> first, Callable<T> claim) throws Exception {
        Future<T> other = Objects.requireNonNull(world.transaction.execute(status -> {
            try {
                assertThat(first.call().order().state()).isEqualTo(Order.State.CLAIMED);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Future<T> waiting = second.submit(claim);
            await().atMost(Duration.ofSeconds(30)).until(() -> Blocked.isOne("%update slipway.site_order o%"));
            return waiting;
        }));
        return other.get(30, TimeUnit.SECONDS);
    }

    private Claimed claimed(Order.Kind kind) {
        return worker.runner.claim(kind, 1).getFirst();
    }

    private long order(Order.Kind kind, SiteId site) {
        return worker.orders
                .latest(world.batch(kind), site, SiteWorld.UNIT)
                .orElseThrow()
                .id();
    }
}
