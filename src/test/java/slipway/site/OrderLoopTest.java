package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.site.Order.Kind.INSTALL;
import static slipway.site.Order.Kind.INVENTORY;
import static slipway.site.Order.Kind.RESTORE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import slipway.cmdb.Channel;
import slipway.engine.SystemScope;
import slipway.shared.DataFolder;

class OrderLoopTest {
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final SiteWorld world = new SiteWorld();
    private final StaticListableBeanFactory tellers = new StaticListableBeanFactory();
    private final CountDownLatch held = new CountDownLatch(1);
    private @SuppressWarnings("NullAway.Init") OrderLoop loop;
    private @SuppressWarnings("NullAway.Init") StoredSiteOrders orders;

    @AfterEach
    void stop() {
        held.countDown();
        if (loop != null) {
            loop.stop();
        }
    }

    @Test
    void a_restore_waits_behind_nothing_else() throws Exception {
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch restored = new CountDownLatch(1);
        world.handlers.add(new TestHandler(INSTALL, (order, lease) -> {
            busy.countDown();
            held.await();
        }));
        world.handlers.add(new TestHandler(INVENTORY, (order, lease) -> {
            busy.countDown();
            held.await();
        }));
        world.handlers.add(new TestHandler(RESTORE, (order, lease) -> restored.countDown()));
        start(NEVER);
        orders.place(List.of(
                world.order(INSTALL, world.site("world-0", Channel.DIRECTORY), 0),
                world.order(INVENTORY, world.site("world-0", Channel.DIRECTORY), 0)));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        orders.place(List.of(world.order(RESTORE, world.site("world-1", Channel.DIRECTORY), 0)));
        assertThat(restored.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void all_orders_are_done_though_one_fails_and_their_outcome_is_told_though_one_teller_fails() throws Exception {
        CountDownLatch done = new CountDownLatch(20);
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger failing = new AtomicInteger();
        world.handlers.add(new TestHandler(INSTALL, (order, lease) -> {
            if (order.site().value().equals("world-3")) {
                throw new java.io.IOException("broken");
            }
            done.countDown();
        }));
        tellers.addBean("failing", (Teller) () -> {
            failing.incrementAndGet();
            throw new IllegalStateException("cannot tell");
        });
        tellers.addBean("telling", (Teller) () -> {
            assertThat(SystemScope.active()).isTrue();
            if (done.getCount() == 0) {
                told.countDown();
            }
            return false;
        });
        start(NEVER);
        orders.place(world.sites(21).stream()
                .map(each -> world.order(INSTALL, each, 0))
                .toList());
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(failing.get()).isPositive();
    }

    @Test
    void a_long_queue_of_one_teller_lets_the_others_have_their_turn() {
        AtomicInteger left = new AtomicInteger(250);
        AtomicInteger other = new AtomicInteger(1);
        tellers.addBean("long", (Teller) () -> left.getAndDecrement() > 0);
        tellers.addBean("other", (Teller) () -> other.getAndDecrement() > 0);
        Telling telling = new Telling(tellers.getBeanProvider(Teller.class));

        assertThat(telling.tellDue()).isEqualTo(101);
        assertThat(left).hasValue(150);
        assertThat(telling.tellDue()).isEqualTo(100);
        assertThat(telling.tellDue()).isEqualTo(50);
    }

    @Test
    void a_stop_hands_back_what_is_running_and_the_next_start_takes_over_what_a_crash_left() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(2);
        world.handlers.add(new TestHandler(INSTALL, (order, lease) -> {
            again.countDown();
            if (begun.getCount() > 0) {
                begun.countDown();
                held.await();
            }
        }));
        Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("site/worker"), "crashed");
        SiteWorld.Worker before = world.worker(new SiteWorker(new DataFolder(folder)), Clock.systemUTC(), OFTEN);
        before.orders.place(List.of(world.order(INSTALL, world.site("world-0", Channel.DIRECTORY), 0)));
        assertThat(before.leases.claim(INSTALL, 1, "crashed", Clock.systemUTC().instant(), tomorrow()))
                .hasSize(1);
        start(OFTEN);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        loop.stop();
        assertThat(orders.unfinished(world.batch(INSTALL))).isEqualTo(1);
        start(OFTEN);
        assertThat(again.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static java.time.Instant tomorrow() {
        return Clock.systemUTC().instant().plus(Duration.ofDays(1));
    }

    private void start(Duration poll) {
        SiteWorker self = new SiteWorker(new DataFolder(folder));
        SiteWorld.Worker worker = world.worker(self, Clock.systemUTC(), poll);
        OrderLoop[] made = new OrderLoop[1];
        made[0] = new OrderLoop(
                worker.runner, new Telling(tellers.getBeanProvider(Teller.class)), worker.pulse, self, worker.settings);
        loop = made[0];
        orders = worker.orders(event -> made[0].wake());
        loop.start();
    }
}
