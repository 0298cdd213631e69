package slipway.engine.account;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our watched identities in the place of the engine's, whichever door is used. */
@Configuration(proxyBeanMethods = false)
class AccountSetup {
    @Bean
    ProcessEnginePlugin accountPlugin(Logins logins, AccountLog log) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdentityProviderSessionFactory(new Sessions(logins, log));
            }
        };
    }

    private record Sessions(Logins logins, AccountLog log) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return WatchedIdentities.class;
        }

        @Override
        public Session openSession() {
            return new WatchedIdentities(logins, log);
        }
    }
}
