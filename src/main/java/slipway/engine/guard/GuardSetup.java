package slipway.engine.guard;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import slipway.event.EventReader;
import slipway.identity.Duties;

/** Wires the guard; the beans behind tasks need the engine, so they are looked up when a task is. */
@Configuration(proxyBeanMethods = false)
class GuardSetup {

    @Bean
    Refusals refusals(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new Refusals(jdbc, transactions, clock);
    }

    @Bean
    ProcessEnginePlugin guardPlugin(BeanFactory beans, Refusals refusals) {
        var bindings = new Bindings(beans);
        var separation = separation(beans, bindings);
        var tasks = new Tasks(bindings, separation);
        var forms = new Forms();
        var rules = new Rules(
                new Completing(tasks, separation, forms),
                new Claiming(tasks, separation),
                new Starting(bindings, separation, forms),
                new Commenting(tasks),
                new Facts(tasks, bindings));
        return new GuardPlugin(rules, refusals, new RecordsParseListener(bindings, new NarrowOffer(tasks)));
    }

    @Bean
    EventReader renewedOffers(BeanFactory beans) {
        var bindings = new Bindings(beans);
        var tasks = new Tasks(bindings, separation(beans, bindings));
        return new RenewedOffers(tasks, () -> beans.getBean(ProcessEngine.class));
    }

    private static Separation separation(BeanFactory beans, Bindings bindings) {
        return new Separation(() -> beans.getBean(Duties.class), new Gates(bindings));
    }
}
