package slipway.runtime;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import slipway.engine.people.Organisation;
import slipway.shared.Actor;
import slipway.shared.DataFolder;

/** Beans about this installation. */
@Configuration(proxyBeanMethods = false)
class RuntimeSetup {
    static final Actor ADMINISTRATOR = new Actor("admin");

    @Bean
    DataFolder dataFolder(@Value("${slipway.data}") Path root) {
        return new DataFolder(root);
    }

    @Bean
    Passwords passwords(DataFolder data, Environment environment) {
        return new Passwords(
                new Secrets(data.root().resolve("secrets")), environment.getProperty("slipway.administrator.password"));
    }

    @Bean
    FirstAdministrator firstAdministrator(Organisation organisation, Passwords passwords) {
        return new FirstAdministrator(organisation, passwords);
    }

    /** Without an administrator nobody could add people, so there is one after the first start. */
    record FirstAdministrator(Organisation organisation, Passwords passwords) {
        @Order(30)
        @EventListener(ApplicationStartedEvent.class)
        void hire() {
            organisation.administrator(ADMINISTRATOR, passwords.administrator());
        }
    }
}
