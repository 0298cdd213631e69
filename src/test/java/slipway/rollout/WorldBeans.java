package slipway.rollout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import slipway.cmdb.Cmdb;
import slipway.identity.People;
import slipway.identity.Person;
import slipway.policy.Policies;
import slipway.policy.Policy;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.Refusal;
import slipway.shared.SiteId;
import slipway.testing.TestDatabase;

/** What {@link RolloutWorld} wires together: the product, and its own clock, policy and people. */
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(
        basePackages = {
            "slipway.change",
            "slipway.cmdb",
            "slipway.rollout",
            "slipway.audit",
            "slipway.release",
            "slipway.planning",
            "slipway.approval",
            "slipway.library",
            "slipway.identity"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "slipway\\.[a-z]+\\.(process|web|engine)\\..*"))
class WorldBeans {
    /** Other tests have sites of their own in the same database. */
    @Bean
    @Primary
    Cmdb ownSites(@Qualifier("storedCmdb") Cmdb real, RolloutWorld world) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object answer = method.invoke(real, arguments);
            return method.getName().equals("sites")
                    ? ((List<?>) answer)
                            .stream().filter(world.sites.values()::contains).toList()
                    : answer;
        };
        return (Cmdb) Proxy.newProxyInstance(Cmdb.class.getClassLoader(), new Class<?>[] {Cmdb.class}, handler);
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.get().application();
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    JdbcClient jdbc(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    ObjectMapper json() {
        return JsonMapper.builder().findAndAddModules().build();
    }

    @Bean
    DataFolder data(RolloutWorld world) {
        return new DataFolder(world.folder().resolve("data"));
    }

    @Bean
    Clock clock(RolloutWorld world) {
        return new WorldClock(world);
    }

    @Bean
    Policies policies(RolloutWorld world) {
        return new WorldPolicies(world);
    }

    @Bean
    People people() {
        return new NobodyElse();
    }

    private static final class WorldClock extends Clock {
        private final RolloutWorld world;

        WorldClock(RolloutWorld world) {
            this.world = world;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return world.now;
        }
    }

    /** Always open, unless a test closes it. */
    private record WorldPolicies(RolloutWorld world) implements Policies {
        @Override
        public Policy inForce() {
            Policy.Window always =
                    new Policy.Window(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
            return new Policy(1, Duration.ofMinutes(5), Duration.ofHours(1), 50, List.of(always), List.of());
        }

        @Override
        public Policy version(int version) {
            return inForce();
        }

        @Override
        public List<Refusal> closed(SiteId site, ZoneId zone, Instant at) {
            return world.closed;
        }

        @Override
        public Optional<Instant> nextOpen(Map<SiteId, ZoneId> sites, Instant from) {
            return world.closed.isEmpty() ? Optional.of(from) : Optional.empty();
        }

        @Override
        public int putInForce(Policy policy, Actor by) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NobodyElse implements People {
        @Override
        public Optional<Person> find(Actor actor) {
            return Optional.of(
                    new Person(actor, actor.id(), actor.id() + "@alpenbank.example", Set.of("release-manager")));
        }

        @Override
        public Optional<Person> byEmail(String email) {
            return Optional.empty();
        }

        @Override
        public List<Person> membersOf(String group) {
            return List.of();
        }
    }
}
