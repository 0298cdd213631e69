package slipway.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.unit.DataSize;
import slipway.event.EventSettings;
import slipway.release.ReleaseState;
import slipway.release.ReleaseType;
import slipway.release.Releases;
import slipway.release.SubmittedRelease;
import slipway.rollout.SiteTargets;
import slipway.rollout.Target;
import slipway.rollout.TargetState;
import slipway.shared.Actor;
import slipway.shared.DataFolder;
import slipway.shared.Result;
import slipway.site.SiteSettings;
import slipway.site.directory.InventorySettings;
import slipway.testing.TestDatabase;

/** What {@link AuditWorld} wires together. */
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(
        basePackages = {"slipway.cmdb", "slipway.library", "slipway.event", "slipway.site", "slipway.audit"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "slipway\\.[a-z]+\\.(process|web)\\..*",
                            "slipway\\.[a-z]+\\.[A-Z]\\w*(Test|Tests)(\\$.*)?"
                        }))
class AuditBeans {
    @Bean
    HikariDataSource pool() {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(TestDatabase.get().application());
        settings.setMaximumPoolSize(4);
        return new HikariDataSource(settings);
    }

    @Bean
    @Primary
    DataSource dataSource(AuditWorld world, HikariDataSource pool) {
        return world.statements.counting(pool);
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
    DataFolder data(AuditWorld world) {
        return new DataFolder(world.folder.resolve("data"));
    }

    @Bean
    SiteSettings siteSettings() {
        return new SiteSettings(false, 1, 1, 1, Duration.ofMillis(500), Duration.ofSeconds(20));
    }

    @Bean
    InventorySettings inventorySettings() {
        return new InventorySettings(100_000, DataSize.ofGigabytes(10));
    }

    @Bean
    EventSettings eventSettings() {
        return new EventSettings(Duration.ofDays(1));
    }

    @Bean
    Clock clock(AuditWorld world) {
        return new WorldClock(world);
    }

    @Bean
    Releases releases(AuditWorld world) {
        return answering(Releases.class, question -> switch (question.name()) {
            case "get", "submitted" -> submitted(world);
            case "move" -> {
                world.state = (ReleaseState) question.arguments()[1];
                yield Result.done();
            }
            default -> throw new UnsupportedOperationException(question.name());
        });
    }

    @Bean
    SiteTargets targets(AuditWorld world) {
        return answering(SiteTargets.class, question -> switch (question.name()) {
            case "of" -> world.targets.stream().map(item -> target(world, item)).toList();
            case "scheduledAt" -> Optional.of(world.scheduledAt);
            default -> throw new UnsupportedOperationException(question.name());
        });
    }

    private record Question(String name, Object[] arguments) {}

    private static <T> T answering(Class<T> facade, Function<Question, Object> answers) {
        return facade.cast(Proxy.newProxyInstance(
                facade.getClassLoader(),
                new Class<?>[] {facade},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> facade.getSimpleName();
                    default -> answers.apply(new Question(method.getName(), arguments));
                }));
    }

    private static SubmittedRelease submitted(AuditWorld world) {
        return new SubmittedRelease(
                world.release,
                "Audited",
                "A test",
                new Actor("rita"),
                world.state,
                world.now,
                ReleaseType.MINOR,
                1,
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Target target(AuditWorld world, AuditItem item) {
        return new Target(
                world.release,
                item.unit(),
                item.site(),
                1,
                0,
                TargetState.PREPARED,
                1,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                "",
                false,
                world.now);
    }

    private static final class WorldClock extends Clock {
        private final AuditWorld world;

        WorldClock(AuditWorld world) {
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
}
