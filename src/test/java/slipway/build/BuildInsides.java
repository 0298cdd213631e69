package slipway.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import slipway.build.sandbox.SandboxSettings;
import slipway.event.EventSettings;
import slipway.identity.People;
import slipway.release.MoveCondition;
import slipway.shared.DataFolder;
import slipway.testing.Insides;
import slipway.testing.TestDatabase;

/**
 * A test of building and taking over on the real database, Git and sandbox, without the engine, inside a transaction
 * that is undone. There is one connection and one transaction only, so that work outside of transactions, and on other
 * threads, sees what the test wrote.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(BuildInsides.Setup.class)
@Transactional
public @interface BuildInsides {

    /** The insides of the capabilities that building uses. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableConfigurationProperties({
        DeliverySettings.class,
        SourceSettings.class,
        OutputSettings.class,
        TreeSettings.class,
        SandboxSettings.class,
        EventSettings.class
    })
    @ComponentScan(
            basePackages = {
                "slipway.event",
                "slipway.change",
                "slipway.policy",
                "slipway.cmdb",
                "slipway.library",
                "slipway.identity",
                "slipway.release",
                "slipway.build"
            },
            excludeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"slipway\\.\\w+\\.(process|web|engine)\\..*", "slipway\\.event\\.EventPoll"}),
                // What other tests put together for themselves.
                @ComponentScan.Filter(TestConfiguration.class)
            })
    class Setup {
        @Bean
        DataSource dataSource() throws SQLException {
            return new SingleConnectionDataSource(
                    TestDatabase.get().application().getConnection(), true);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new OneTransaction(new JdbcTransactionManager(database));
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
        DataFolder dataFolder() throws IOException {
            return new DataFolder(TestDatabase.get().folder().resolve("builds-inside"));
        }

        @Bean
        MoveCondition nothingDecidedBefore() {
            return (release, to) -> Optional.empty();
        }

        @Bean
        People people() {
            return new Insides.TourPeople();
        }
    }

    /** What asks to be outside of a transaction, or in one of its own, stays in the test's. */
    record OneTransaction(PlatformTransactionManager real) implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition wanted) {
            return real.getTransaction(TransactionSynchronizationManager.isActualTransactionActive() ? null : wanted);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
