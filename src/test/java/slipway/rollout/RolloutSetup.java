package slipway.rollout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import slipway.approval.DemandedGates;
import slipway.cmdb.Channel;
import slipway.event.EventSettings;
import slipway.shared.DataFolder;
import slipway.site.SiteSettings;
import slipway.site.directory.InventorySettings;
import slipway.site.port.Distribution;
import slipway.testing.PlayedOffers;
import slipway.testing.TestDatabase;

/**
 * Every capability that a rollout stands on, with real directories as sites, the real library and the real database; only
 * time, people and sources of builds are played.
 */
@TestConfiguration(proxyBeanMethods = false)
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
            "slipway.rollout"
        },
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = {"slipway\\.\\w+\\.(process|web|engine)\\..*", "slipway\\.\\w+\\.\\w+Test(\\$.*)?"}),
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = TestConfiguration.class)
        })
class RolloutSetup {
    /** Who may pass which gate is no matter here. */
    @Bean
    DemandedGates demandedGates() {
        return release -> List.of();
    }

    @Bean
    OpenMoves openMoves() {
        return new OpenMoves();
    }

    @Bean
    static BeanPostProcessor slowly() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Distribution real && real.channel() == Channel.DIRECTORY
                        ? new SlowSites(real)
                        : bean;
            }
        };
    }

    @Bean
    PowerCuts powerCuts() {
        return new PowerCuts();
    }

    @Bean
    CountedStatements statements() {
        return new CountedStatements();
    }

    @Bean
    DataSource dataSource(CountedStatements statements) {
        return statements.counting(TestDatabase.get().application());
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
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
        return new TurnedClock();
    }

    @Bean
    DataFolder dataFolder() {
        return new DataFolder(TestDatabase.get().folder().resolve("rollout"));
    }

    @Bean
    BankPeople people() {
        return new BankPeople();
    }

    @Bean
    PlayedOffers offers() {
        return new PlayedOffers();
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
}
