package slipway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.unit.DataSize;
import slipway.approval.DemandedGates;
import slipway.audit.Audits;
import slipway.event.EventSettings;
import slipway.identity.People;
import slipway.release.MoveCondition;
import slipway.rollout.Settlements;
import slipway.runtime.database.Access;
import slipway.runtime.database.Schema;
import slipway.site.SiteSettings;
import slipway.site.directory.InventorySettings;
import slipway.testing.Insides;
import slipway.testing.PlayedOffers;

/** All that a rollout and its audit stand on, as the product wires and sets it; only people and sources are played. */
@TestConfiguration(proxyBeanMethods = false)
@EnableScheduling
@EnableTransactionManagement(proxyTargetClass = true)
@ComponentScan(
        basePackages = {
            "slipway.event",
            "slipway.change",
            "slipway.policy",
            "slipway.cmdb",
            "slipway.library",
            "slipway.identity",
            "slipway.release",
            "slipway.approval",
            "slipway.planning",
            "slipway.site",
            "slipway.rollout",
            "slipway.audit"
        },
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = {
                        "slipway\\.\\w+\\.(process|web|engine)\\..*",
                        "slipway\\.\\w+\\.\\w+Test(\\$.*)?",
                        "slipway\\.audit\\.Audit(Beans|World)(\\$.*)?"
                    }),
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class)
        })
class BenchBeans {
    private static final int CONNECTIONS = 12;

    /** Who may pass which gate is no matter here. */
    @Bean
    DemandedGates demandedGates() {
        return release -> List.of();
    }

    @Bean
    MoveCondition nothingDecidedBefore() {
        return (release, to) -> Optional.empty();
    }

    @Bean
    HikariDataSource dataSource(Access access) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(access.url());
        settings.setUsername(access.user());
        settings.setPassword(access.password());
        settings.setSchema(Schema.ENGINE);
        settings.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(settings);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    ObjectMapper json() {
        return JsonMapper.builder().findAndAddModules().build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    People people() {
        return new Insides.TourPeople();
    }

    @Bean
    PlayedOffers offers() {
        return new PlayedOffers();
    }

    @Bean
    SiteSettings siteSettings() {
        return new SiteSettings(true, 2, 2, 2, Duration.ofMillis(500), Duration.ofSeconds(20));
    }

    @Bean
    InventorySettings inventorySettings() {
        return new InventorySettings(100_000, DataSize.ofGigabytes(10));
    }

    @Bean
    EventSettings eventSettings() {
        return new EventSettings(Duration.ofSeconds(1));
    }

    @Bean
    BenchTeller teller(Settlements settlements, Audits audits) {
        return new BenchTeller(settlements, audits);
    }
}
