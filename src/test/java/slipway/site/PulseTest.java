package slipway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static slipway.site.Order.Kind.INSTALL;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import slipway.cmdb.Channel;
import slipway.site.SiteWorld.Worker;

/** A worker whose leases cannot be extended, since its database does not answer. */
class PulseTest {
    private final SiteWorld world = new SiteWorld();
    private final HikariDataSource away = new HikariDataSource();
    private Pulse pulse;
    private LeasedOrder lease;
    private Running running;

    @BeforeEach
    void an_order_is_being_done_when_the_database_goes_away() {
        away.close();
        world.handlers.add(TestHandler.quick(INSTALL));
        Worker worker = world.worker();
        worker.orders.place(List.of(world.order(INSTALL, world.site("world-0", Channel.DIRECTORY), 0)));
        Claimed claimed = worker.runner.claim(INSTALL, 1).getFirst();
        pulse = new Pulse(new LeaseTable(JdbcClient.create(away)), worker.self, worker.settings, world.clock);
        lease = new LeasedOrder(worker.leases, world.transaction, claimed, worker.self.id());
        running = pulse.begin(claimed, lease);
    }

    @AfterEach
    void nothing_else_is_interrupted() {
        Thread.interrupted();
    }

    @Test
    void the_work_goes_on_while_its_lease_lasts_and_is_ended_when_that_is_over() {
        world.clock.turn(SiteWorld.LEASE.minusMillis(1));
        pulse.beat();
        assertThat(running.lost()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        world.clock.turn(Duration.ofMillis(1));
        pulse.beat();
        assertThat(running.lost()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        pulse.end(running);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whoever_wrote_what_came_of_it_is_not_interrupted_any_more() {
        assertThat(lease.finish(() -> {})).isTrue();
        world.clock.turn(SiteWorld.LEASE.plusMillis(1));
        pulse.beat();
        assertThat(running.lost()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
