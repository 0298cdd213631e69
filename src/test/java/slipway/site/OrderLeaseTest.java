package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.site.Order.Kind.INSTALL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Channel;
import slipway.engine.TerminalFailure;
import slipway.shared.SiteId;
import slipway.site.SiteWorld.Worker;

/** Two workers, as two processes would be, on the same orders. */
class OrderLeaseTest {
    private static final Set<Order.Kind> ALL = EnumSet.allOf(Order.Kind.class);

    private final SiteWorld world = new SiteWorld();
    private final SiteId site = world.site("world-0", Channel.DIRECTORY);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void two_workers_do_each_order_once() throws Exception {
        TestHandler handler = handler(TestHandler.quick(INSTALL));
        List<Worker> workers = List.of(world.worker(), world.worker());
        workers.getFirst()
                .orders
                .place(world.sites(200).stream()
                        .map(each -> world.order(INSTALL, each, 0))
                        .toList());
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(threads.submit(() -> {
                while (worker.orders.runDue(ALL)) {
                    assertThat(handler.done).isNotEmpty();
                }
            }));
        }
        for (Future<?> each : running) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertThat(handler.done).hasSize(200).extracting(Order::site).doesNotHaveDuplicates();
        assertThat(workers.getFirst().orders.unfinished(world.batch(INSTALL))).isZero();
    }

    @Test
    void an_order_whose_worker_died_is_taken_over_when_its_lease_is_over() {
        TestHandler handler = handler(TestHandler.quick(INSTALL));
        Worker dead = placed();
        assertThat(dead.runner.claim(INSTALL, 5)).hasSize(1);
        Worker other = world.worker();
        assertThat(other.orders.runDue(ALL)).isFalse();
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        assertThat(other.orders.runDue(ALL)).isTrue();
        assertThat(handler.done).hasSize(1);
    }

    @Test
    void a_heartbeat_keeps_what_is_being_done() {
        List<Boolean> found = new ArrayList<>();
        AtomicReference<Worker> mine = new AtomicReference<>();
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            for (int beat = 0; beat < 4; beat++) {
                world.clock.turn(SiteWorld.LEASE.dividedBy(2));
                Objects.requireNonNull(mine.get()).pulse.beat();
                found.add(world.worker().orders.runDue(ALL));
            }
        }));
        mine.set(placed());
        assertThat(Objects.requireNonNull(mine.get()).orders.runDue(ALL)).isTrue();
        assertThat(found).containsExactly(false, false, false, false);
        assertThat(handler.done).hasSize(1);
    }

    @Test
    void a_claim_passes_by_what_somebody_else_is_just_claiming() throws Exception {
        handler(TestHandler.quick(INSTALL));
        Worker worker = world.worker();
        List<SiteId> sites = world.sites(2);
        worker.orders.place(
                sites.stream().map(each -> world.order(INSTALL, each, 0)).toList());
        long first = worker.orders
                .latest(world.batch(INSTALL), sites.getFirst(), SiteWorld.UNIT)
                .orElseThrow()
                .id();
        List<Claimed> claimed = whileLocked(first, () -> worker.runner.claim(INSTALL, 5));
        assertThat(claimed).extracting(each -> each.order().site()).containsExactly(sites.getLast());
    }

    @Test
    void a_heartbeat_does_not_wait_for_what_is_being_written() throws Exception {
        handler(TestHandler.quick(INSTALL));
        Worker worker = placed();
        Claimed claimed = worker.runner.claim(INSTALL, 1).getFirst();
        Set<Long> mine = whileLocked(
                claimed.order().id(),
                () -> worker.leases.extend(List.of(claimed), worker.self.id(), world.clock.instant()));
        assertThat(mine).containsExactly(claimed.order().id());
    }

    private <T> T whileLocked(long order, Callable<T> work) throws Exception {
        AtomicReference<T> came = new AtomicReference<>();
        world.transaction.executeWithoutResult(status -> {
            world.sql
                    .sql("select id from slipway.site_order where id = ? for no key update")
                    .param(order)
                    .query(Long.class)
                    .single();
            try {
                came.set(threads.submit(work).get(20, TimeUnit.SECONDS));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return Objects.requireNonNull(came.get());
    }

    @Test
    void what_a_worker_brings_whose_lease_was_taken_over_is_discarded() {
        AtomicReference<Worker> second = new AtomicReference<>();
        List<String> written = new ArrayList<>();
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            if (lease.write(() -> written.add("begun")).isPresent()) {
                Worker other = second.getAndSet(null);
                if (other != null) {
                    world.clock.turn(SiteWorld.LEASE.plusMillis(1));
                    assertThat(other.orders.runDue(ALL)).isTrue();
                    assertThat(lease.write(() -> written.add("step too late"))).isEmpty();
                    assertThat(lease.finish(() -> written.add("outcome too late")))
                            .isFalse();
                }
            }
        }));
        second.set(world.worker());
        assertThat(placed().orders.runDue(ALL)).isTrue();
        assertThat(written).containsExactly("begun", "begun");
        assertThat(handler.done).hasSize(1);
        assertThat(handler.gaveUp).isEmpty();
    }

    @Test
    void the_same_worker_cannot_bring_the_outcome_of_its_own_earlier_claim() {
        handler(TestHandler.quick(INSTALL));
        Worker worker = placed();
        Claimed first = worker.runner.claim(INSTALL, 1).getFirst();
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        worker.runner.takeOver();
        Claimed second = worker.runner.claim(INSTALL, 1).getFirst();
        assertThat(second.fence()).isEqualTo(first.fence() + 1);
        assertThat(lease(worker, first).finish(() -> {})).isFalse();
        assertThat(lease(worker, second).finish(() -> {})).isTrue();
        assertThat(lease(worker, second).finish(() -> {})).isFalse();
    }

    @Test
    void a_lost_lease_ends_the_work_that_holds_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        handler(new TestHandler(INSTALL, (order, lease) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                ended.countDown();
            }
        }));
        Worker slow = placed();
        Future<?> running = threads.submit(() -> slow.orders.runDue(ALL));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        Worker other = world.worker();
        other.runner.takeOver();
        slow.pulse.beat();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        running.get(10, TimeUnit.SECONDS);
        assertThat(other.runner.claim(INSTALL, 1)).hasSize(1);
    }

    @Test
    void an_interrupted_worker_hands_its_order_back_at_once_and_that_is_no_try() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        handler(new TestHandler(INSTALL, (order, lease) -> {
            begun.countDown();
            new CountDownLatch(1).await();
        }));
        Worker stopping = placed();
        Future<?> running = threads.submit(() -> stopping.orders.runDue(ALL));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdownNow();
        running.get(10, TimeUnit.SECONDS);
        assertThat(world.worker().runner.claim(INSTALL, 1))
                .singleElement()
                .extracting(Claimed::tries)
                .isEqualTo(1);
    }

    @Test
    void what_an_earlier_boot_of_the_same_folder_held_is_opened_at_once() {
        handler(TestHandler.quick(INSTALL));
        Worker before = placed();
        before.runner.claim(INSTALL, 1);
        assertThat(world.worker().runner.takeOverFrom(before.self.id())).isEqualTo(1);
        assertThat(world.worker().orders.runDue(ALL)).isTrue();
    }

    @Test
    void whoever_does_the_orders_hears_of_each_that_is_open_again() {
        List<Long> reopened = new ArrayList<>();
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            throw new java.io.IOException("the site is not there");
        }));
        handler.whenReopened = order -> reopened.add(order.id());
        Worker worker = placed();
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(reopened).as("given back").hasSize(1);
        world.clock.turn(Duration.ofSeconds(10));
        assertThat(worker.runner.claim(INSTALL, 1)).hasSize(1);
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        assertThat(worker.runner.takeOver()).isEqualTo(1);
        assertThat(reopened).as("its worker died").hasSize(2);
        assertThat(worker.runner.claim(INSTALL, 1)).hasSize(1);
        assertThat(worker.runner.takeOverFrom(worker.self.id())).isEqualTo(1);
        assertThat(reopened).as("its worker began anew").hasSize(3);
    }

    @Test
    void a_failure_that_may_pass_is_tried_again_later_and_at_last_given_up() {
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            throw new java.io.IOException("the site is not there");
        }));
        Worker worker = placed();
        for (Duration wait :
                List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))) {
            assertThat(worker.orders.runDue(ALL)).isTrue();
            world.clock.turn(wait.minusMillis(1));
            assertThat(worker.orders.runDue(ALL)).isFalse();
            assertThat(handler.gaveUp).isEmpty();
            world.clock.turn(Duration.ofMillis(1));
        }
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(handler.gaveUp).containsExactly("the site is not there");
        assertThat(worker.orders.unfinished(world.batch(INSTALL))).isZero();
    }

    @Test
    void what_failed_has_its_last_try_at_once_when_asked_and_no_other_after_that() {
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            throw new java.io.IOException("the site is not there");
        }));
        handler.whenGivenUp = problem -> {
            throw new IllegalStateException("nobody can be told");
        };
        Worker worker = placed();
        List<Order> all = worker.orders.unbegun(world.batch(INSTALL));
        worker.orders.lastTry(all, Duration.ZERO);
        assertThat(worker.orders.runDue(ALL)).as("nobody tried it yet").isTrue();
        assertThat(worker.orders.runDue(ALL)).as("it waits for its next try").isFalse();
        worker.orders.lastTry(all, Duration.ZERO);
        assertThat(worker.orders.runDue(ALL)).as("its last try").isTrue();
        assertThat(handler.gaveUp).containsExactly("the site is not there");
        worker.orders.lastTry(all, Duration.ZERO);
        assertThat(worker.orders.runDue(ALL)).as("it had its last try").isFalse();
        assertThat(worker.published).hasSize(2);
    }

    @Test
    void the_last_try_comes_within_the_time_asked_and_not_later_than_it_was_due() {
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            throw new java.io.IOException("the site is not there");
        }));
        Worker worker = placed();
        assertThat(worker.orders.runDue(ALL)).isTrue();
        worker.orders.lastTry(worker.orders.unbegun(world.batch(INSTALL)), Duration.ofMinutes(1));
        world.clock.turn(Duration.ofSeconds(9));
        assertThat(worker.orders.runDue(ALL)).isFalse();
        world.clock.turn(Duration.ofSeconds(1));
        assertThat(worker.orders.runDue(ALL)).as("due as before").isTrue();
        assertThat(handler.gaveUp).containsExactly("the site is not there");
    }

    @Test
    void what_no_try_will_mend_is_given_up_at_once() {
        TestHandler handler = handler(new TestHandler(INSTALL, (order, lease) -> {
            throw new TerminalFailure("no such revision");
        }));
        assertThat(placed().orders.runDue(ALL)).isTrue();
        assertThat(handler.gaveUp).containsExactly("no such revision");
    }

    @Test
    void an_order_that_its_handler_leaves_open_is_tried_again() {
        world.handlers.add(new Silent());
        Worker worker = placed();
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(worker.orders.unfinished(world.batch(INSTALL))).isEqualTo(1);
        world.clock.turn(Duration.ofSeconds(10));
        assertThat(worker.orders.runDue(ALL)).isTrue();
    }

    @Test
    void a_step_that_fails_writes_nothing() {
        TestHandler handler = handler(new TestHandler(
                INSTALL,
                (order, lease) -> lease.write(() -> {
                    world.sql
                            .sql("update slipway.release set title = 'half' where number = ?")
                            .param(world.release.value())
                            .update();
                    throw new IllegalStateException("half way");
                })));
        assertThat(placed().orders.runDue(ALL)).isTrue();
        assertThat(world.sql
                        .sql("select title from slipway.release where number = ?")
                        .param(world.release.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Work at sites");
        assertThat(handler.done).isEmpty();
    }

    @Test
    void an_order_is_either_claimed_or_withdrawn_and_never_both() throws Exception {
        TestHandler handler = handler(TestHandler.quick(INSTALL));
        Worker worker = world.worker();
        worker.orders.place(world.sites(200).stream()
                .map(each -> world.order(INSTALL, each, 0))
                .toList());
        CountDownLatch some = new CountDownLatch(20);
        Future<?> working = threads.submit(() -> {
            while (worker.orders.runDue(ALL)) {
                some.countDown();
            }
        });
        assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
        Worker judge = world.worker();
        List<Order> withdrawn = world.transaction.execute(status -> judge.orders.withdraw(world.batch(INSTALL)));
        working.get(30, TimeUnit.SECONDS);
        assertThat(withdrawn).isNotEmpty();
        assertThat(handler.done.size() + withdrawn.size()).isEqualTo(200);
        assertThat(handler.done)
                .extracting(Order::id)
                .doesNotContainAnyElementsOf(withdrawn.stream().map(Order::id).toList());
    }

    /** Ends without an outcome. */
    private static final class Silent implements OrderHandler {
        private final OrderHandler rest = TestHandler.quick(INSTALL);

        @Override
        public Order.Kind kind() {
            return INSTALL;
        }

        @Override
        public void perform(Order order, Lease lease) {}

        @Override
        public void gaveUp(Order order, Lease lease, String problem) {}

        @Override
        public Instruction instruction(Order order) {
            return rest.instruction(order);
        }

        @Override
        public slipway.shared.Result byHand(
                Order order,
                Lease lease,
                slipway.shared.Actor person,
                slipway.site.port.Inventory.Sighting found,
                String remark) {
            return rest.byHand(order, lease, person, found, remark);
        }
    }

    private TestHandler handler(TestHandler handler) {
        world.handlers.add(handler);
        return handler;
    }

    private Worker placed() {
        Worker worker = world.worker();
        worker.orders.place(List.of(world.order(INSTALL, site, 0)));
        return worker;
    }

    private LeasedOrder lease(Worker worker, Claimed claimed) {
        return new LeasedOrder(worker.leases, world.transaction, claimed, worker.self.id());
    }
}
