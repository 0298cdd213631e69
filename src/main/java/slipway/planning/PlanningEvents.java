package slipway.planning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class PlanningEvents {
    @Bean
    EventFamily planningEventFamily() {
        return new EventFamily(PlanningEvent.class);
    }
}
