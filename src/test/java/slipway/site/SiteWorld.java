package slipway.site;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import slipway.cmdb.Channel;
import slipway.cmdb.Cmdb;
import slipway.cmdb.Site;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.ReleaseNumber;
import slipway.shared.SiteId;
import slipway.shared.UnitId;
import slipway.site.SiteOrders.NewOrder;
import slipway.testing.TestDatabase;

/** A release with sites of its own in the run's database, and workers that do its orders. */
final class SiteWorld {
    static final UnitId UNIT = new UnitId("site-world");
    static final Duration LEASE = Duration.ofSeconds(20);
    private static final AtomicInteger RELEASES = new AtomicInteger(7000);

    private static final DataSource POOL = pool();

    final DataSource database = POOL;
    final JdbcClient sql = JdbcClient.create(database);
    final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    final TransactionTemplate transaction = new TransactionTemplate(transactions);
    final ReleaseNumber release = ReleaseNumber.of(2031, RELEASES.incrementAndGet());
    final List<OrderHandler> handlers = new ArrayList<>();
    final TurnedClock clock = new TurnedClock();

    SiteWorld() {
        // What other tests left open must not be found here.
        sql.sql("""
                        update slipway.site_order set state = 'WITHDRAWN', worker = null, lease_until = null,
                          by_hand = case when by_hand is null then null else 'RETRACTED' end
                        where state in ('WAITING', 'OPEN', 'CLAIMED') or by_hand = 'OFFERED'
                        """).update();
        sql.sql("""
                        insert into slipway.unit (id, kind, name, source, address)
                        values (?, 'SOFTWARE', 'Site world', 'REPOSITORY', '/nowhere') on conflict do nothing
                        """).param(UNIT.value()).update();
        sql.sql("""
                        insert into slipway.release (number, title, purpose, requester, state, drafted_at)
                        values (?, 'Work at sites', 'A test', 'rita', 'DRAFT', now()) on conflict do nothing
                        """).param(release.value()).update();
    }

    private static DataSource pool() {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(TestDatabase.get().application());
        settings.setMaximumPoolSize(8);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(10_000);
        return new HikariDataSource(settings);
    }

    SiteId site(String name, Channel channel) {
        sql.sql("""
                        insert into slipway.site (id, name, zone, coordinator, mandatory, disaster_recovery, channel,
                          address)
                        values (?, ?, 'UTC', 'zoe', true, false, ?, '/nowhere') on conflict (id) do nothing
                        """).params(name, name, channel.name()).update();
        return new SiteId(name);
    }

    List<SiteId> sites(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> site("world-" + number, Channel.DIRECTORY))
                .toList();
    }

    Batch batch(Order.Kind kind) {
        return new Batch(kind, release, 1);
    }

    NewOrder order(Order.Kind kind, SiteId site, int place) {
        return new NewOrder(batch(kind), site, place == 0 ? UNIT : unit("site-world-" + place), place, 1);
    }

    private UnitId unit(String name) {
        sql.sql("""
                        insert into slipway.unit (id, kind, name, source, address)
                        values (?, 'SOFTWARE', 'Site world', 'REPOSITORY', '/nowhere') on conflict do nothing
                        """).param(name).update();
        return new UnitId(name);
    }

    /** A CMDB that knows its sites, and nothing else. */
    Cmdb cmdb() {
        return (Cmdb) Proxy.newProxyInstance(
                Cmdb.class.getClassLoader(), new Class<?>[] {Cmdb.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("site")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    SiteId id = (SiteId) arguments[0];
                    return new Site(
                            id, id.value(), ZoneOffset.UTC, new Actor("zoe"), true, false, Channel.BY_HAND, "a street");
                });
    }

    String state(long order) {
        return sql.sql("select state from slipway.site_order where id = ?")
                .param(order)
                .query(String.class)
                .single();
    }

    /** A node of its own, as another process would be. */
    Worker worker() {
        return worker(new SiteWorker(new DataFolder(Path.of("/nowhere"))), clock, Duration.ofMillis(100));
    }

    Worker worker(SiteWorker self, Clock time, Duration poll) {
        return new Worker(this, self, time, poll);
    }

    /** What one process has of the site capability. */
    static final class Worker {
        final StoredSiteOrders orders;
        final OrderRunner runner;
        final LeaseTable leases;
        final Pulse pulse;
        final SiteWorker self;
        final SiteSettings settings;
        final List<Object> published = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final SiteWorld world;
        private final Clock clock;

        private Worker(SiteWorld world, SiteWorker self, Clock clock, Duration poll) {
            this.settings = new SiteSettings(true, 1, 1, 1, poll, poll.multipliedBy(200));
            this.world = world;
            this.self = self;
            this.clock = clock;
            StaticListableBeanFactory beans = new StaticListableBeanFactory();
            world.handlers.forEach(handler -> beans.addBean("handler" + handler.kind(), handler));
            leases = new LeaseTable(world.sql);
            pulse = new Pulse(leases, self, settings, clock);
            runner = new OrderRunner(
                    leases,
                    beans.getBeanProvider(OrderHandler.class),
                    pulse,
                    self,
                    settings,
                    clock,
                    world.transactions);
            orders = orders(published::add);
        }

        StoredSiteOrders orders(ApplicationEventPublisher events) {
            return new StoredSiteOrders(new OrderTable(world.sql), TestChannels.directories(), runner, events, clock);
        }

        StoredHandWork handWork(Manifests manifests) {
            return new StoredHandWork(
                    new HandTable(world.sql),
                    leases,
                    runner,
                    manifests,
                    world.cmdb(),
                    self,
                    settings,
                    clock,
                    world.transactions);
        }
    }

    /** A clock that a test turns. */
    static final class TurnedClock extends Clock {
        private volatile Instant now = Instant.parse("2031-03-01T10:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
