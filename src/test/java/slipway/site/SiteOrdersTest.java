package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipway.site.Order.Kind.INSTALL;
import static slipway.site.Order.Kind.INVENTORY;
import static slipway.site.Order.Kind.RESTORE;
import static slipway.site.Order.State.DONE;
import static slipway.site.Order.State.OPEN;
import static slipway.site.Order.State.WAITING;
import static slipway.site.Order.State.WITHDRAWN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import slipway.cmdb.Channel;
import slipway.shared.SiteId;
import slipway.site.SiteOrders.NewOrder;
import slipway.site.SiteWorld.Worker;

class SiteOrdersTest {
    private static final Set<Order.Kind> ALL = EnumSet.allOf(Order.Kind.class);

    private final SiteWorld world = new SiteWorld();
    private final TestHandler restores = TestHandler.quick(RESTORE);
    private final TestHandler installs = TestHandler.quick(INSTALL);
    private final TestHandler inventories = TestHandler.quick(INVENTORY);
    private final SiteId site = world.site("world-0", Channel.DIRECTORY);
    private Worker worker;

    @BeforeEach
    void workers() {
        world.handlers.addAll(List.of(restores, installs, inventories));
        worker = world.worker();
    }

    @Test
    void the_most_urgent_kind_comes_first_and_within_it_the_oldest() {
        SiteId other = world.site("world-1", Channel.DIRECTORY);
        worker.orders.place(List.of(world.order(INVENTORY, site, 0), world.order(INSTALL, site, 0)));
        world.clock.turn(Duration.ofSeconds(1));
        worker.orders.place(List.of(world.order(INSTALL, other, 0), world.order(RESTORE, other, 0)));
        while (worker.orders.runDue(ALL)) {
            assertThat(installs.done.isEmpty() && !restores.done.isEmpty() || restores.done.size() == 1)
                    .isTrue();
        }
        assertThat(installs.done).extracting(Order::site).containsExactly(site, other);
        assertThat(inventories.done).hasSize(1);
        assertThat(worker.orders.unfinished(world.batch(INSTALL))).isZero();
    }

    @Test
    void only_the_kinds_that_are_asked_for_are_run() {
        worker.orders.place(List.of(world.order(INVENTORY, site, 0)));
        assertThat(worker.orders.runDue(Set.of(RESTORE, INSTALL))).isFalse();
        assertThat(worker.orders.runDue(Set.of(INVENTORY))).isTrue();
        assertThat(worker.orders.runDue(Set.of(INVENTORY))).isFalse();
    }

    @Test
    void of_two_orders_that_change_one_place_the_second_waits_for_the_first_and_a_look_for_none() {
        worker.orders.place(
                List.of(world.order(INSTALL, site, 0), world.order(RESTORE, site, 0), world.order(INVENTORY, site, 0)));
        Claimed install = worker.runner.claim(INSTALL, 1).getFirst();
        assertThat(worker.runner.claim(RESTORE, 1)).isEmpty();
        assertThat(worker.runner.claim(INVENTORY, 1)).hasSize(1);
        worker.runner.run(install);
        assertThat(worker.runner.claim(RESTORE, 1)).hasSize(1);
    }

    @Test
    void of_two_returns_of_one_place_that_are_claimed_together_the_later_waits_for_the_first() {
        Batch later = new Batch(RESTORE, world.release, 2);
        worker.orders.place(List.of(world.order(RESTORE, site, 0)));
        world.clock.turn(Duration.ofSeconds(1));
        worker.orders.place(List.of(new NewOrder(later, site, SiteWorld.UNIT, 0, 1)));
        List<Claimed> claimed = worker.runner.claim(RESTORE, 5);
        assertThat(claimed)
                .singleElement()
                .satisfies(first -> assertThat(first.order().batch()).isEqualTo(world.batch(RESTORE)));
        worker.runner.run(claimed.getFirst());
        assertThat(worker.runner.claim(RESTORE, 5)).hasSize(1);
    }

    @Test
    void the_parts_of_a_site_follow_each_other() {
        Batch batch = world.batch(INSTALL);
        worker.orders.place(List.of(
                world.order(INSTALL, site, 0),
                world.order(INSTALL, site, 2),
                world.order(INSTALL, site, 1),
                world.order(INSTALL, site, 3)));
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(worker.orders.runDue(ALL)).isFalse();
        assertThat(worker.orders.openNext(batch, site)).hasValueSatisfying(next -> {
            assertThat(next.place()).isEqualTo(1);
            assertThat(next.state()).isEqualTo(OPEN);
        });
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(worker.orders.openNext(batch, site)).isPresent();
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(worker.orders.openNext(batch, site)).isPresent();
        assertThat(worker.orders.openNext(batch, site)).isEmpty();
        assertThat(worker.orders.runDue(ALL)).isTrue();
        assertThat(installs.done).extracting(Order::place).containsExactly(0, 1, 2, 3);
    }

    @Test
    void an_order_is_the_last_of_its_kind_at_its_place_until_another_one_is_placed_there() {
        SiteId other = world.site("world-1", Channel.DIRECTORY);
        worker.orders.place(List.of(world.order(INSTALL, site, 0)));
        Order install =
                worker.orders.latest(world.batch(INSTALL), site, SiteWorld.UNIT).orElseThrow();
        worker.orders.place(List.of(world.order(INVENTORY, site, 0), world.order(INSTALL, other, 0)));
        assertThat(worker.orders.isLast(install)).isTrue();
        worker.orders.place(List.of(new NewOrder(new Batch(INSTALL, world.release, 2), site, SiteWorld.UNIT, 0, 2)));
        assertThat(worker.orders.isLast(install)).isFalse();
    }

    @Test
    void at_each_site_its_own_next_part_is_opened() {
        Batch batch = world.batch(INSTALL);
        SiteId other = world.site("world-1", Channel.DIRECTORY);
        NewOrder next = world.order(INSTALL, site, 1);
        worker.orders.place(List.of(
                world.order(INSTALL, site, 0), next, world.order(INSTALL, other, 0), world.order(INSTALL, other, 1)));
        assertThat(worker.orders.openNext(batch, other)).map(Order::site).contains(other);
        assertThat(worker.orders.openNext(batch, other)).isEmpty();
        assertThat(worker.orders.latest(batch, site, next.unit()))
                .map(Order::state)
                .contains(WAITING);
    }

    @Test
    void what_nobody_began_is_withdrawn_and_what_is_done_stays() {
        Batch batch = world.batch(INSTALL);
        SiteId other = world.site("world-1", Channel.DIRECTORY);
        worker.orders.place(List.of(
                world.order(INSTALL, site, 0),
                world.order(INSTALL, site, 1),
                world.order(INSTALL, other, 0),
                world.order(INSTALL, other, 1)));
        worker.orders.runDue(ALL);
        assertThat(worker.orders.withdraw(batch, site))
                .extracting(Order::site, Order::place, Order::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(site, 1, WITHDRAWN));
        assertThat(worker.orders.withdraw(batch))
                .hasSize(2)
                .allMatch(order -> order.site().equals(other));
        assertThat(worker.orders.withdraw(batch)).isEmpty();
        assertThat(worker.orders.unfinished(batch)).isZero();
        assertThat(worker.orders
                        .latest(batch, site, SiteWorld.UNIT)
                        .orElseThrow()
                        .state())
                .isEqualTo(DONE);
        assertThat(worker.orders.runDue(ALL)).isFalse();
    }

    @Test
    void of_what_nobody_has_in_hand_only_that_is_withdrawn_which_is_asked_for() {
        Batch batch = world.batch(INSTALL);
        SiteId other = world.site("world-1", Channel.DIRECTORY);
        SiteId third = world.site("world-2", Channel.DIRECTORY);
        worker.orders.place(List.of(
                world.order(INSTALL, site, 0),
                world.order(INSTALL, other, 0),
                world.order(INSTALL, other, 1),
                world.order(INSTALL, third, 0)));
        worker.runner.claim(INSTALL, 1);
        List<Order> unbegun = worker.orders.unbegun(batch);
        assertThat(unbegun).extracting(Order::site).containsExactly(other, other, third);
        worker.runner.claim(INSTALL, 1);
        assertThat(worker.orders.withdraw(unbegun.subList(0, 2)))
                .as("the first of them is in somebody's hands by now")
                .singleElement()
                .satisfies(order -> assertThat(order.place()).isEqualTo(1));
        assertThat(worker.orders.unbegun(batch)).extracting(Order::site).containsExactly(third);
        assertThat(worker.orders.withdraw(List.of())).isEmpty();
    }

    @Test
    void where_the_question_whether_one_is_wanted_fails_it_is_asked_of_the_others() {
        SiteId other = world.site("world-1", Channel.DIRECTORY);
        worker.orders.place(List.of(world.order(INSTALL, site, 0), world.order(INSTALL, other, 0)));
        List<SiteId> asked = new ArrayList<>();
        installs.whenReopened = order -> {
            asked.add(order.site());
            if (asked.size() % 2 == 1) {
                throw new IllegalStateException("the database went away");
            }
        };
        assertThat(worker.runner.claim(INSTALL, 2)).hasSize(2);
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        assertThat(worker.runner.takeOver()).isEqualTo(2);
        assertThat(asked).containsExactlyInAnyOrder(site, other);
        assertThat(worker.runner.claim(INSTALL, 2)).hasSize(2);
        assertThat(worker.runner.takeOverFrom(worker.self.id())).isEqualTo(2);
        assertThat(asked).hasSize(4);
    }

    @Test
    void other_batches_are_left_alone() {
        worker.orders.place(List.of(
                world.order(INSTALL, site, 0),
                new NewOrder(new Batch(INSTALL, world.release, 2), site, SiteWorld.UNIT, 0, 1)));
        assertThat(worker.orders.withdraw(new Batch(INSTALL, world.release, 2))).hasSize(1);
        assertThat(worker.orders.unfinished(world.batch(INSTALL))).isEqualTo(1);
    }

    @Test
    void the_latest_order_is_that_of_the_last_attempt() {
        Batch batch = world.batch(INSTALL);
        worker.orders.place(List.of(world.order(INSTALL, site, 0)));
        worker.orders.runDue(ALL);
        worker.orders.place(List.of(new NewOrder(batch, site, SiteWorld.UNIT, 0, 2)));
        assertThat(worker.orders.latest(batch, site, SiteWorld.UNIT)).hasValueSatisfying(order -> {
            assertThat(order.attempt()).isEqualTo(2);
            assertThat(order.state()).isEqualTo(OPEN);
        });
        assertThat(worker.orders.latest(world.batch(RESTORE), site, SiteWorld.UNIT))
                .isEmpty();
    }

    @Test
    void the_same_order_is_not_placed_twice_and_none_at_a_site_that_nobody_knows() {
        worker.orders.place(List.of(world.order(INSTALL, site, 0)));
        assertThatThrownBy(() -> worker.orders.place(List.of(world.order(INSTALL, site, 0))))
                .hasMessageContaining("site_order_once");
        assertThatThrownBy(() -> worker.orders.place(List.of(world.order(INSTALL, new SiteId("atlantis"), 0))))
                .hasMessageContaining("does not know");
    }

    @Test
    void placing_opening_and_withdrawing_wakes_those_who_work() {
        worker.orders.place(List.of());
        assertThat(worker.published).isEmpty();
        worker.orders.place(List.of(world.order(INSTALL, site, 0), world.order(INSTALL, site, 1)));
        assertThat(worker.published).hasSize(1);
        worker.orders.openNext(world.batch(INSTALL), site);
        assertThat(worker.published).hasSize(2);
        worker.orders.openNext(world.batch(INSTALL), site);
        assertThat(worker.published).hasSize(2);
        worker.orders.withdraw(world.batch(INSTALL));
        assertThat(worker.published).hasSize(3);
    }

    @Test
    void many_orders_are_placed_with_one_statement_and_all_wait_for_their_turn() {
        List<SiteId> sites = world.sites(300);
        worker.orders.place(sites.stream()
                .flatMap(each ->
                        java.util.stream.Stream.of(world.order(INSTALL, each, 0), world.order(INSTALL, each, 1)))
                .toList());
        assertThat(worker.orders.unfinished(world.batch(INSTALL))).isEqualTo(600);
        assertThat(worker.orders.latest(world.batch(INSTALL), sites.getLast(), SiteWorld.UNIT))
                .hasValueSatisfying(order -> assertThat(order.state()).isEqualTo(OPEN));
        assertThat(world.sql
                        .sql("select count(*) from slipway.site_order where release = ? and state = ?")
                        .params(world.release.value(), WAITING.name())
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }
}
