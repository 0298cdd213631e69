package slipway.acceptance;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import slipway.event.EventFamily;

@Configuration(proxyBeanMethods = false)
class AcceptanceEvents {
    @Bean
    EventFamily acceptanceEventFamily() {
        return new EventFamily(AcceptanceEvent.class);
    }
}
